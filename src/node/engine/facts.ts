import type { CollectContext, Collector, Resource, RunOptions } from '../collect/types.ts';
import { FACTS, type FactMap, type FactName } from '../facts.ts';
import { handOverMs } from '../registry/limit.ts';
import type { Vault } from '../secret.ts';
import type { Budget } from './budget.ts';

/** What became of a fact. */
export type FactState =
  | { state: 'value'; value: unknown }
  | { state: 'missing'; because: readonly FactName[] }
  | { state: 'crashed'; errorClass: string }
  | { state: 'timeout'; seconds: number }
  | { state: 'cancelled' };

/** Most collectors of the network that may run at once, over all registries: nearly all of them only wait. */
const NETWORK_AT_ONCE = 32;

/** Time that a collector gets to hand over its fact after its own limit, in milliseconds. */
const GRACE_MS = 250;

/**
 * The work for many registries takes turns with timers and the network: what computes for one after the other would let
 * every limit pass.
 */
function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** Class of an error for a finding: its code or its constructor's name, never its message. */
export function errorClassOf(error: unknown): string {
  if (error instanceof Error) {
    return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  }
  return 'UNKNOWN';
}

/**
 * Collects facts on demand, each once per run (or per run and registry), in the order that their needs dictate.
 * A fact never rejects: its state says what happened.
 */
export class FactStore {
  readonly #collectors: ReadonlyMap<FactName, Collector>;
  readonly #facts = new Map<string, Promise<FactState>>();
  readonly #resources = new Map<string, Resource>();
  readonly #options: RunOptions;
  readonly #vault: Vault;
  readonly #budget: Budget;
  #networkFree = NETWORK_AT_ONCE;
  readonly #networkQueue: (() => void)[] = [];

  constructor(collectors: readonly Collector[], options: RunOptions, vault: Vault, budget: Budget) {
    this.#collectors = new Map(collectors.map(item => [item.gives, item]));
    this.#options = options;
    this.#vault = vault;
    this.#budget = budget;
  }

  /** State of a fact; collected on the first call. */
  get(name: FactName, subject: string): Promise<FactState> {
    const isOfRun = FACTS[name].per === 'run';
    const key = isOfRun ? name : `${name} ${subject}`;
    let fact = this.#facts.get(key);
    if (fact === undefined) {
      fact = this.#collect(name, isOfRun ? '' : subject);
      this.#facts.set(key, fact);
    }
    return fact;
  }

  /** The value of a fact, or undefined when there is none. */
  async value<N extends FactName>(name: N, subject = ''): Promise<FactMap[N] | undefined> {
    const fact = await this.get(name, subject);
    return fact.state === 'value' ? (fact.value as FactMap[N]) : undefined;
  }

  /** Whether a fact can be had without the network. */
  isLocal(name: FactName): boolean {
    const source = this.#collectors.get(name);
    return source !== undefined && source.cost === 'local' && source.needs.every(need => this.isLocal(need));
  }

  /** Ends what collectors of one registry shared. */
  dispose(): void {
    for (const resource of this.#resources.values()) {
      resource.dispose();
    }
    this.#resources.clear();
  }

  async #collect(name: FactName, subject: string): Promise<FactState> {
    const source = this.#collectors.get(name);
    if (source === undefined) {
      return { state: 'crashed', errorClass: 'NO_COLLECTOR' };
    }
    const facts: Partial<Record<FactName, unknown>> = {};
    const states = await Promise.all(source.needs.map(need => this.get(need, subject)));
    for (const [index, state] of states.entries()) {
      const need = source.needs[index] as FactName;
      if (state.state !== 'value') {
        return { state: 'missing', because: [need] };
      }
      facts[need] = state.value;
    }
    return source.cost === 'network'
      ? this.#inTurn(() => this.#run(source, facts as Partial<FactMap>, subject))
      : this.#run(source, facts as Partial<FactMap>, subject);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#networkFree === 0) {
      await new Promise<void>(resolve => this.#networkQueue.push(resolve));
    } else {
      this.#networkFree -= 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#networkQueue.shift();
      if (next === undefined) {
        this.#networkFree += 1;
      } else {
        next();
      }
    }
  }

  async #run(source: Collector, facts: Partial<FactMap>, subject: string): Promise<FactState> {
    const limitMs = this.#budget.limit(source.limitMs);
    if (this.#budget.over) {
      return this.#budget.state();
    }
    const began = performance.now();
    const cutShort = source.cost === 'network' && limitMs < source.limitMs && this.#budget.isUnfair(limitMs);
    const own = new AbortController();
    const context: CollectContext = {
      options: this.#options,
      vault: this.#vault,
      subject,
      signal: AbortSignal.any([own.signal, this.#budget.signal]),
      limitMs,
      now: () => Date.now(),
      resource: (key, make) => this.#resource(`${subject} ${key}`, make)
    };
    let timer: NodeJS.Timeout | undefined;
    let stopped: (() => void) | undefined;
    const late = new Promise<FactState>(resolve => {
      timer = setTimeout(() => resolve({ state: 'timeout', seconds: Math.ceil(limitMs / 1000) }), limitMs + GRACE_MS);
      stopped = () => resolve(this.#budget.state());
      this.#budget.signal.addEventListener('abort', stopped, { once: true });
    });
    const collected = (source.cost === 'local' && subject !== '' ? nextTurn() : Promise.resolve())
      .then(() => (this.#budget.over ? null : source.collect(facts as FactMap, context)))
      .then(
        (result): FactState => {
          if (result === null) {
            return this.#budget.state();
          }
          if (!('value' in result)) {
            return { state: 'missing', because: result.missing };
          }
          const wholeWait = performance.now() - began >= limitMs - handOverMs(limitMs);
          return cutShort && wholeWait ? this.#budget.state() : { state: 'value', value: result.value };
        },
        (error: unknown): FactState =>
          this.#budget.over ? this.#budget.state() : { state: 'crashed', errorClass: errorClassOf(error) }
      );
    const state = await Promise.race([collected, late]);
    clearTimeout(timer);
    if (stopped !== undefined) {
      this.#budget.signal.removeEventListener('abort', stopped);
    }
    if (state.state === 'timeout' || state.state === 'cancelled') {
      own.abort();
    }
    return state;
  }

  #resource<R extends Resource>(key: string, make: () => R): R {
    const known = this.#resources.get(key);
    if (known !== undefined) {
      return known as R;
    }
    const made = make();
    this.#resources.set(key, made);
    return made;
  }
}
