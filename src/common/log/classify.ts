import { LineReader } from './lines.ts';
import { placesOf, type Places } from './places.ts';
import { reasonOf } from './reasons.ts';
import { Scanner } from './scan.ts';
import {
  AT_LOGIN,
  CAUSES,
  FRAMES,
  LOGIN_WORDS,
  LOGS,
  NOISE,
  RETRIES,
  SUCCESSES,
  TEXT_GROUPS,
  type CauseId
} from './texts.ts';
import { TRACE_WORDS, Tracebacks, type Chain } from './traceback.ts';
import type { Candidate, Cause, Classification, ClassifyOptions, Family, KnownText, Speaker } from './types.ts';

/** A row with what its group says. */
interface Row extends KnownText {
  by: Family;
}

/** A text that was found. */
interface Event {
  row: Row;
  speaker: Speaker;
  line: number;
  places: Places;
  chain: Chain | null;
  /** The line itself, or its words around it, are about a registry. */
  sure: boolean;
  /** The line tells of a try that another one follows. */
  retry: boolean;
}

/** Most events of one kind that are kept, and most lines without one that are searched for places. */
const MOST_EVENTS = 60;
const MOST_LINES = 5000;
/** Most hosts and images that are offered. */
const MOST_PLACES = 5;

const API = ['/v2/', '/v1/_ping'];
/** What mirrors said stands in brackets, before what the registry itself did (containers/image). */
const MIRRORS = '(Mirrors also failed: [';
const MIRRORS_END = ']): ';
const PULLED = 'Successfully pulled image "';

const ROWS: readonly Row[] = TEXT_GROUPS.flatMap(({ by, sure, without = [], texts }) =>
  texts.map(text => ({
    ...text,
    by: text.by ?? by,
    without: [...without, ...(text.without ?? [])],
    ...(sure === true ? { sure } : {})
  }))
);
const WORDS: readonly string[] = [
  ...new Set([
    ...ROWS.map(row => row.find),
    ...[...FRAMES, ...LOGS, ...SUCCESSES].map(item => item.find),
    ...NOISE,
    ...RETRIES,
    ...TRACE_WORDS,
    ...API,
    PULLED
  ])
];
const NUMBER = new Map(WORDS.map((word, index) => [word, index]));
/** Rows by the number of their word, each with its place in the catalogue. */
const ROWS_OF = WORDS.map(word => ROWS.map((row, order) => ({ row, order })).filter(({ row }) => row.find === word));
let scanner: Scanner | null = null;

function withoutMirrors(line: string): string {
  const begin = line.indexOf(MIRRORS);
  const end = begin < 0 ? -1 : line.indexOf(MIRRORS_END, begin);
  return end < 0 ? line : line.slice(0, begin) + line.slice(end + MIRRORS_END.length);
}

/** Where a word of the catalogue begins in the line. */
type Find = (word: string) => number | undefined;

function fits(text: KnownText, line: string, place: Find): number | null {
  const { find, with: all = [], any, without = [], then } = text;
  const at = place(find);
  const stands = (word: string): boolean => line.includes(word);
  if (at === undefined || !all.every(stands) || any?.some(stands) === false || without.some(stands)) {
    return null;
  }
  const end = at + find.length;
  return then === undefined || then.test(line.slice(end, end + 200)) ? at : null;
}

/** Whether a traceback goes where a text belongs. */
function belongs({ only }: KnownText, chain: Chain | null): boolean {
  switch (only) {
    case undefined:
      return true;
    case 'dxf':
      return chain?.dxf === true;
    case 'dxf-login':
      return chain?.dxfLogin === true;
    case 'sdk':
      return chain?.sdk === true;
    case 'sdk-config':
      return chain?.sdkConfig === true;
  }
}

/**
 * Classifies an output that comes in chunks: who says it, what it can mean, what decides. Reads every character once;
 * memory does not grow with the output. Keeps and returns nothing of it but hosts and images.
 */
export class Classifier {
  readonly #registries: ReadonlySet<string>;
  readonly #reader = new LineReader((line, continued) => this.#line(line, continued));
  readonly #traces = new Tracebacks();
  #causes: Event[] = [];
  #retries: Event[] = [];
  #general: Event[] = [];
  #hints: Event[] = [];
  #around: Places = { hosts: [], images: [], names: [], registry: false };
  /** Whose log this is, as far as it shows. */
  #log: Speaker | null = null;
  #frame: Speaker | null = null;
  #lines = 0;
  #searched = 0;

  constructor({ registries = [] }: ClassifyOptions = {}) {
    this.#registries = new Set(registries.slice(0, 100));
  }

  push(chunk: string): void {
    this.#reader.push(chunk);
  }

  end(): Classification {
    this.#reader.end();
    return this.#result();
  }

  #line(whole: string, continued: boolean): void {
    const line = withoutMirrors(whole);
    this.#lines += 1;
    if (!continued) {
      this.#frame = null;
    }
    scanner ??= new Scanner(WORDS);
    const found = scanner.find(line);
    const place: Find = word => found.get(NUMBER.get(word) ?? -1);
    const has = (word: string): boolean => place(word) !== undefined;
    const code = this.#traces.take(line, has);
    if (code || found.size === 0 || NOISE.some(has)) {
      return;
    }
    this.#frame ??= FRAMES.find(({ find }) => has(find))?.speaker ?? null;
    this.#log = LOGS.find(({ find }) => has(find))?.speaker ?? this.#log;
    if (SUCCESSES.some(item => fits({ ...item, cause: 'build-failed' }, line, place) !== null)) {
      this.#forget();
      return;
    }
    const pulled = place(PULLED);
    if (pulled !== undefined) {
      this.#forgetPull(line.slice(pulled + PULLED.length).split('"', 1)[0] ?? '');
      return;
    }
    const row = this.#first(line, found, place);
    if (row === null && !API.some(has) && this.#log === null && this.#frame === null) {
      return;
    }
    if (row === null && this.#searched >= MOST_LINES) {
      return;
    }
    this.#searched += row === null ? 1 : 0;
    const places = placesOf(line);
    this.#gather(places);
    if (row !== null) {
      const atLogin = LOGIN_WORDS.some(word => line.includes(word)) ? AT_LOGIN[row.cause] : undefined;
      this.#record(atLogin === undefined ? row : { ...row, cause: atLogin }, line, places, RETRIES.some(has));
    }
  }

  /** The row that counts in a line: a cause before what is general, then the first place, then the narrower row. */
  #first(line: string, found: ReadonlyMap<number, number>, place: Find): Row | null {
    const chain = this.#traces.last;
    let best: { row: Row; order: number; at: number } | null = null;
    for (const index of found.keys()) {
      for (const { row, order } of ROWS_OF[index] ?? []) {
        const here = belongs(row, chain) && (row.log === undefined || row.log === this.#log);
        const at = here ? fits(row, line, place) : null;
        if (at !== null && (best === null || comesBefore({ row, order, at }, best))) {
          best = { row, order, at };
        }
      }
    }
    return best?.row ?? null;
  }

  #gather(places: Places): void {
    for (const kind of ['hosts', 'images'] as const) {
      for (const item of places[kind]) {
        if (this.#around[kind].length < 4 * MOST_PLACES && !this.#around[kind].includes(item)) {
          this.#around[kind].push(item);
        }
      }
    }
  }

  #record(row: Row, line: string, places: Places, retry: boolean): void {
    const chain = this.#traces.last;
    const ours = [...places.hosts, ...places.names].some(host => this.#registries.has(host));
    const speaker = this.#speakerOf(row.by);
    // Docker says the last word of a push on a line of its own.
    const logged = this.#log === 'program' || (this.#log !== null && places.registry);
    const framed = row.by === 'go' && (this.#frame !== null || logged);
    const event = { row, speaker, line: this.#lines, places, chain, retry, sure: false };
    event.sure = row.sure === true || places.registry || ours || framed;
    if (chain !== null) {
      chain.registry ||= places.registry || ours;
      chain.known ||= event.sure || chain.dxf;
    }
    this.#replaceQuoted(event, line);
    const list =
      row.explains !== undefined
        ? this.#hints
        : row.rank === 'general'
          ? this.#general
          : retry
            ? this.#retries
            : this.#causes;
    const unsure = list.filter(item => !item.sure);
    if (list.length - unsure.length < MOST_EVENTS && (event.sure || unsure.length < MOST_EVENTS)) {
      list.push(event);
    }
  }

  /** An error that a later one of the same failure quotes: the later one tells the circumstances. */
  #replaceQuoted(event: Event, line: string): void {
    if (event.chain !== null && event.row.rank !== 'general') {
      const { chain } = event;
      this.#causes = this.#causes.filter(item => item.chain !== chain || !line.includes(item.row.find));
    }
  }

  #speakerOf(by: Family): Speaker {
    switch (by) {
      case 'python':
        // Other programs use the same library as Python (OpenSSL).
        return this.#frame === 'program' ? 'program' : 'sdk';
      case 'go':
        return this.#frame ?? this.#log ?? 'program';
      default:
        return by;
    }
  }

  /** Something that went well: what SDK and builder said before was overcome. */
  #forget(): void {
    const stays = ({ speaker }: Event): boolean => speaker === 'nodes' || speaker === 'cluster';
    this.#causes = this.#causes.filter(stays);
    this.#retries = this.#retries.filter(stays);
    this.#general = this.#general.filter(stays);
    this.#hints = this.#hints.filter(stays);
    this.#log = null;
  }

  /** An image that came in the end: what was said of it before, and of no image at all when nothing else is left, is over. */
  #forgetPull(image: string): void {
    const isIt = (name: string): boolean => name === image || name.endsWith(`/${image}`);
    const pulls = [...this.#causes, ...this.#retries, ...this.#general].filter(({ speaker }) => speaker === 'nodes');
    const others = pulls.some(({ places }) => places.images.length > 0 && !places.images.some(isIt));
    const stays = ({ speaker, places }: Event): boolean => speaker !== 'nodes' || (others && !places.images.some(isIt));
    this.#causes = this.#causes.filter(stays);
    this.#retries = this.#retries.filter(stays);
    this.#general = this.#general.filter(stays);
  }

  #result(): Classification {
    const counts = (event: Event): boolean =>
      event.sure || (event.row.by === 'python' && (event.chain?.registry === true || event.chain?.dxf === true));
    const chosen = [this.#causes, this.#retries, this.#general, this.#hints].flatMap(list => list.filter(counts))[0];
    const { last } = this.#traces;
    // The output ends in a failure of something else: what was said before it was not the end.
    const other = last !== null && !last.known && !last.registry && !last.dxf && !last.sdk;
    if (chosen === undefined || other) {
      return {
        ...NOTHING,
        hosts: this.#around.hosts.slice(0, MOST_PLACES),
        images: this.#around.images.slice(0, MOST_PLACES)
      };
    }
    const { row, line, places } = chosen;
    const speaker = this.#speakerBehind(chosen);
    const hint = this.#hints.find(item => item.line <= line && item.row.explains?.includes(row.cause));
    return describe(
      hint?.row.cause ?? row.cause,
      hint === undefined ? speaker : this.#hinted(hint, speaker),
      // A text that is not about a registry names a server that is none.
      this.#named(Object.values(CAUSES[row.cause].codes).flat().length > 0 ? places : { ...places, names: [] })
    );
  }

  /** A text without a frame is that of whoever says the same with one: the log of a program and its last line. */
  #speakerBehind({ row, speaker }: Event): Speaker {
    const framed = this.#causes.find(item => item.row.cause === row.cause && item.speaker !== 'program');
    return speaker === 'program' && row.by === 'go' ? (framed?.speaker ?? speaker) : speaker;
  }

  #hinted(hint: Event, speaker: Speaker): Speaker {
    return hint.row.by === 'go' ? speaker : hint.speaker;
  }

  /** What the line of the cause names, then what lines around it name on the same registry. */
  #named({ hosts, images, names }: Places): Pick<Classification, 'hosts' | 'images'> {
    const { hosts: nearHosts, images: nearImages } = this.#around;
    const own = hosts.length > 0 ? hosts : nearHosts.length > 0 ? nearHosts : names;
    const near = nearImages.filter(image => own.some(host => image.startsWith(`${host}/`)));
    const all = [...new Set([...images, ...near])];
    // Requests for blobs name the repository alone.
    const whole = all.filter(image => !all.some(other => other.startsWith(`${image}:`)));
    return { hosts: own.slice(0, MOST_PLACES), images: whole.slice(0, MOST_PLACES) };
  }
}

function comesBefore(one: { row: Row; order: number; at: number }, other: typeof one): boolean {
  return (rank(one.row) - rank(other.row) || one.at - other.at || one.order - other.order) < 0;
}

function rank(row: Row): number {
  return row.rank === 'general' ? 3 : row.rank === 'last' ? 2 : row.explains !== undefined ? 1 : 0;
}

const NOTHING: Classification = {
  kind: 'unknown',
  consumer: null,
  cause: null,
  candidates: [],
  decidedBy: [],
  elsewhere: null,
  hosts: [],
  images: [],
  push: false
};

function describe(id: CauseId, speaker: Speaker, named: Pick<Classification, 'hosts' | 'images'>): Classification {
  const { ofCa = false, codes, also, elsewhere, push }: Cause = CAUSES[id];
  const candidates: Candidate[] = [
    ...(codes[speaker] ?? codes.others ?? []).map(code => ({ code, ...reasonOf(code, ofCa) })),
    ...(also?.[speaker] ?? also?.others ?? []).map(why => ({ code: null, why, checks: [] }))
  ];
  return {
    ...NOTHING,
    ...named,
    kind: candidates.length === 1 ? 'one' : 'listed',
    consumer: speaker,
    cause: id,
    candidates,
    decidedBy: [...new Set(candidates.flatMap(item => item.checks))],
    elsewhere: elsewhere?.[speaker] ?? elsewhere?.others ?? null,
    push: push === true
  };
}

/**
 * Classifies a whole output.
 *
 * @param text - the output, as it was printed
 */
export function classify(text: string, options: ClassifyOptions = {}): Classification {
  const classifier = new Classifier(options);
  classifier.push(text);
  return classifier.end();
}
