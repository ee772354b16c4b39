/** Finds many words in one pass (A. Aho, M. Corasick: Efficient string matching, 1975): as many steps as there are characters. */
export class Scanner {
  /** Next state by state and class of the character. */
  readonly #next: Uint16Array;
  /** Class of each ASCII character; 0 for those that no word has. */
  readonly #classes = new Uint8Array(128);
  readonly #width: number;
  readonly #lengths: readonly number[];
  /** Words that end in a state, those of its shorter endings included. */
  readonly #ends: readonly (readonly number[])[];

  /** @param words - ASCII, not empty */
  constructor(words: readonly string[]) {
    for (const word of words) {
      for (let at = 0; at < word.length; at += 1) {
        this.#classes[word.charCodeAt(at)] = 1;
      }
    }
    let count = 0;
    for (let code = 0; code < this.#classes.length; code += 1) {
      if (this.#classes[code] === 1) {
        count += 1;
        this.#classes[code] = count;
      }
    }
    this.#width = count + 1;
    this.#lengths = words.map(word => word.length);
    const { next, ends } = this.#trie(words);
    this.#link(next, ends);
    this.#next = next;
    this.#ends = ends;
  }

  #classOf(code: number): number {
    return code < 128 ? (this.#classes[code] ?? 0) : 0;
  }

  #trie(words: readonly string[]): { next: Uint16Array; ends: number[][] } {
    const most = words.reduce((sum, word) => sum + word.length, 1);
    const next = new Uint16Array(most * this.#width);
    const ends: number[][] = [[]];
    words.forEach((word, index) => {
      let state = 0;
      for (let at = 0; at < word.length; at += 1) {
        const place = state * this.#width + this.#classOf(word.charCodeAt(at));
        if (next[place] === 0) {
          next[place] = ends.length;
          ends.push([]);
        }
        state = next[place] ?? 0;
      }
      ends[state]?.push(index);
    });
    return { next, ends };
  }

  /** Where a word does not go on, the longest ending of what was read that begins a word does. */
  #link(next: Uint16Array, ends: number[][]): void {
    const fail = new Uint16Array(ends.length);
    const queue: number[] = [];
    for (let kind = 0; kind < this.#width; kind += 1) {
      const state = next[kind] ?? 0;
      if (state !== 0) {
        queue.push(state);
      }
    }
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head] ?? 0;
      const back = fail[state] ?? 0;
      ends[state]?.push(...(ends[back] ?? []));
      for (let kind = 0; kind < this.#width; kind += 1) {
        const place = state * this.#width + kind;
        const onward = next[back * this.#width + kind] ?? 0;
        const child = next[place] ?? 0;
        if (child === 0) {
          next[place] = onward;
        } else {
          fail[child] = onward;
          queue.push(child);
        }
      }
    }
  }

  /**
   * Finds the first place of every word in a text.
   *
   * @returns by index of the word, where it begins
   */
  find(text: string): Map<number, number> {
    const found = new Map<number, number>();
    const next = this.#next;
    const classes = this.#classes;
    const width = this.#width;
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      state = next[state * width + (code < 128 ? (classes[code] ?? 0) : 0)] ?? 0;
      const ends = this.#ends[state];
      if (ends === undefined || ends.length === 0) {
        continue;
      }
      for (const index of ends) {
        if (!found.has(index)) {
          found.set(index, at + 1 - (this.#lengths[index] ?? 0));
        }
      }
    }
    return found;
  }
}
