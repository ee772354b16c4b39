import { Broken } from './broken.ts';
import { LineReader } from './lines.ts';
import { placesOf, type Places } from './places.ts';
import { reasonOf } from './reasons.ts';
import { AT_LOGIN, CAUSES, LOGIN_WORDS, LOGS, NOISE, RETRIES, SUCCESSES, type CauseId } from './texts.ts';
import { Tracebacks, type Chain } from './traceback.ts';
import type { Candidate, Cause, Classification, ClassifyOptions, Family, Speaker } from './types.ts';
import { API, firstRow, fits, frameOf, PULLED, see, type Row } from './words.ts';

/** A text that was found. */
interface Event {
  row: Row;
  speaker: Speaker;
  line: number;
  message: number;
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

/**
 * Classifies an output that comes in chunks: who says it, what it can mean, what decides. Reads every character once;
 * memory does not grow with the output. Keeps and returns nothing of it but hosts and images.
 */
export class Classifier {
  readonly #registries: ReadonlySet<string>;
  readonly #reader = new LineReader((line, continued) => this.#line(line, continued));
  readonly #traces = new Tracebacks();
  readonly #broken = new Broken();
  #causes: Event[] = [];
  #retries: Event[] = [];
  #general: Event[] = [];
  #hints: Event[] = [];
  #around: Places = { hosts: [], images: [], names: [], registry: false };
  /** Whose log this is, as far as it shows. */
  #log: Speaker | null = null;
  #frame: Speaker | null = null;
  /** Number of the message that a line belongs to. */
  #message = 0;
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

  #line(raw: string, continued: boolean): void {
    this.#lines += 1;
    const single = see(raw);
    const code = this.#traces.take(raw, single.has);
    if (code || NOISE.some(single.has)) {
      this.#broken.end();
      return;
    }
    const joined = continued ? null : this.#broken.joined(raw);
    const seen = joined === null ? single : see(joined);
    const { line, found, place, has } = seen;
    if (!continued) {
      this.#frame = null;
      this.#message += joined === null ? 1 : 0;
    }
    const frame = frameOf(seen);
    this.#frame ??= frame;
    this.#broken.take(raw, joined, frame !== null);
    if (found.size === 0) {
      return;
    }
    this.#log = LOGS.find(({ find }) => has(find))?.speaker ?? this.#log;
    if (SUCCESSES.some(item => fits({ ...item, cause: 'build-failed' }, seen) !== null)) {
      this.#forget();
      return;
    }
    const pulled = place(PULLED);
    if (pulled !== undefined) {
      this.#forgetPull(line.slice(pulled + PULLED.length).split('"', 1)[0] ?? '');
      return;
    }
    const row = firstRow(seen, this.#traces.last, this.#log);
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
    // A command of a build says why that step failed; the builder says that it did.
    const inBuild = row.by === 'program' && this.#log === 'builder';
    const framed = row.by === 'go' && (this.#frame !== null || logged);
    const event = { row, speaker, line: this.#lines, message: this.#message, places, chain, retry, sure: false };
    event.sure = row.sure === true || places.registry || ours || framed;
    if (chain !== null) {
      chain.registry ||= places.registry || ours;
      chain.known ||= event.sure || chain.dxf;
    }
    if (this.#broken.isPart) {
      this.#replacePart(event);
    }
    this.#replaceQuoted(event, line);
    const list =
      row.explains !== undefined
        ? this.#hints
        : row.rank === 'general' || inBuild
          ? this.#general
          : retry
            ? this.#retries
            : this.#causes;
    const unsure = list.filter(item => !item.sure);
    if (list.length - unsure.length < MOST_EVENTS && (event.sure || unsure.length < MOST_EVENTS)) {
      list.push(event);
    }
  }

  /** What was understood of the beginning of a message, when more of it is there. */
  #replacePart({ message }: Event): void {
    const stays = (item: Event): boolean => item.message !== message;
    this.#causes = this.#causes.filter(stays);
    this.#retries = this.#retries.filter(stays);
    this.#general = this.#general.filter(stays);
    this.#hints = this.#hints.filter(stays);
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
