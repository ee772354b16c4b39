import { HIDDEN } from '../../common/args.ts';
import type { Vault } from '../secret.ts';
import { Traces } from './traces.ts';

/**
 * Members of a report whose texts are our own, or are filled from values that are searched by themselves. An ordinary
 * word in them is no leak, even if somebody uses it as a password. Everything else is searched, also what is added later.
 */
const OURS: ReadonlySet<string> = new Set([
  'action',
  'area',
  'basis',
  'blockedBy',
  'by',
  'check',
  'chosenBy',
  'circumstances',
  'code',
  'codes',
  'command',
  'consumers',
  'explanation',
  'from',
  'id',
  'label',
  'need',
  'outcome',
  'profiles',
  'reader',
  'reason',
  'schemaVersion',
  'section',
  'severity',
  'signedBy',
  'startedAt',
  'status',
  'summary',
  'text',
  'title',
  'tool',
  'type',
  'variant',
  'verdict',
  'why'
]);

/** Names of our own members; anything else as a name comes from outside and is searched like a value. */
const OUR_NAME = /^[a-z][A-Za-z]{0,30}$/;

/** Most texts whose result is kept. */
const MOST_REMEMBERED = 20_000;

const NONE: ReadonlySet<string> = new Set();

/** Arguments of a text hold values alone, whatever they are called. */
function within(name: string, ours: ReadonlySet<string>): ReadonlySet<string> {
  return name === 'args' ? NONE : ours;
}

/**
 * Second net behind the types, at the exit of a run: no value that goes out shows a secret, in whichever form it was
 * sent, encoded or cut. A value that does is hidden; the rest of the report stays.
 */
export class ExitGuard {
  readonly #vault: Vault;
  readonly #open: readonly string[];
  readonly #traces = new Traces();
  /** What was searched before: the same hosts and paths stand in every finding. */
  readonly #searched = new Map<string, boolean>();
  #known = 0;

  /**
   * @param vault - the secrets of the run, which become more while it lasts
   * @param openly - hosts, images and paths that the person gave or that name the subject: they are no secret, whatever
   *   the password is
   */
  constructor(vault: Vault, openly: readonly string[]) {
    this.#vault = vault;
    this.#open = [...new Set(openly)].filter(text => text !== '').sort((a, b) => b.length - a.length);
  }

  /** The same value, with `(hidden)` in place of every text that shows a secret. */
  clean<T>(value: T): T {
    return this.holds(value) ? (this.#copy(value) as T) : value;
  }

  /** Whether a value still shows a secret: in a number, in a name, or over several texts of a list. */
  holds(value: unknown, ours: ReadonlySet<string> = OURS): boolean {
    if (typeof value === 'string' || typeof value === 'number') {
      return this.#shows(String(value));
    }
    if (typeof value !== 'object' || value === null) {
      return false;
    }
    if (Array.isArray(value)) {
      return value.some(item => this.holds(item, ours)) || this.#spread(value);
    }
    return Object.entries(value).some(
      ([name, item]) =>
        !ours.has(name) && (this.holds(item, within(name, ours)) || (!OUR_NAME.test(name) && this.#shows(name)))
    );
  }

  #copy(value: unknown, ours: ReadonlySet<string> = OURS): unknown {
    if (typeof value === 'string') {
      return this.#shows(value) ? HIDDEN : value;
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    if (Array.isArray(value)) {
      const items = value.map(item => this.#copy(item, ours));
      return this.#spread(items) ? items.map(() => HIDDEN) : items;
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, ours.has(name) ? item : this.#copy(item, within(name, ours))])
    );
  }

  /** A secret that was cut over the texts of a list. */
  #spread(items: readonly unknown[]): boolean {
    return items.length > 1 && items.every(item => typeof item === 'string') && this.#shows(items.join(''));
  }

  #shows(text: string): boolean {
    this.#learn();
    const before = this.#searched.get(text);
    if (before !== undefined) {
      return before;
    }
    const found = this.#search(text);
    if (this.#searched.size < MOST_REMEMBERED) {
      this.#searched.set(text, found);
    }
    return found;
  }

  #search(text: string): boolean {
    if (!this.#traces.in(text)) {
      return false;
    }
    const rest = this.#open.reduce((left, open) => left.replaceAll(open, ''), text);
    return rest === text || this.#traces.in(rest);
  }

  #learn(): void {
    if (this.#vault.size > this.#known) {
      for (const secret of this.#vault.secrets().slice(this.#known)) {
        this.#traces.add(secret.reveal());
      }
      this.#known = this.#vault.size;
      this.#searched.clear();
    }
  }
}
