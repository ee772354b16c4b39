import type { TranslationBundle } from '@jupyterlab/translation';
import { Signal, type ISignal } from '@lumino/signaling';
import type { Classification } from '../../common/log/types.ts';
import type { Report } from '../../common/report.ts';
import type { IRegistryChecks, IRunOptions } from '../tokens.ts';
import { ageOf } from './age.ts';
import { outputText } from './outputs.ts';
import type * as Reader from './reader.ts';
import type { ICellFailures, IFailedCell, IFailureState } from './tokens.ts';

export namespace CellFailures {
  export interface IOptions {
    checks: IRegistryChecks;
    trans: TranslationBundle;
    /** Brings the panel to the front. */
    openPanel: () => void;
    /** The reader of texts could not be loaded: the page is older than the server, or the connection is lost. */
    onUnavailable: () => void;
    /** Loads the reader of texts. */
    load?: () => Promise<typeof Reader>;
  }
}

/** What is being explained: a later question ends an earlier one. */
interface Question {
  readonly cell: IFailedCell;
  readonly reader: typeof Reader;
  readonly classification: Classification;
}

/** Reads the output of a cell and joins what it says with what the checks find. The output stays in the page. */
export class CellFailures implements ICellFailures {
  constructor(private readonly options: CellFailures.IOptions) {}

  get latest(): IFailedCell | null {
    return this._latest;
  }

  set latest(cell: IFailedCell | null) {
    if (cell?.id !== this._latest?.id || cell?.count !== this._latest?.count) {
      this._latest = cell;
      this._changed.emit();
    }
  }

  get current(): IFailureState | null {
    return this._current;
  }

  get changed(): ISignal<ICellFailures, void> {
    return this._changed;
  }

  /** The reader, when a text shows signs of a registry; loaded once. */
  load(): Promise<typeof Reader> {
    return (this.options.load ?? (() => import('./reader.ts')))();
  }

  /** Whether the catalogue knows a text: then its cell failed, whatever Jupyter says. */
  async knows(text: string): Promise<boolean> {
    const reader = await this.load().catch(() => null);
    return reader !== null && reader.classify(text, { registries: this.own() }).kind !== 'unknown';
  }

  async explain(cell: IFailedCell): Promise<void> {
    this.options.openPanel();
    const reader = await this.load().catch(() => null);
    if (reader === null) {
      this.options.onUnavailable();
      return;
    }
    const text = outputText(cell.outputs);
    const first = this.ask(cell, reader, text);
    await this.learnRegistries();
    if (this.question === first) {
      // A text about one of the person's own registries is about a registry, whatever its form.
      const question = this.ask(cell, reader, text);
      const host = this.hostToCheck(question.classification);
      if (host !== null) {
        await this.checkFor(question, host);
      }
    }
  }

  async check(host: string): Promise<void> {
    if (this.question !== null) {
      await this.checkFor(this.question, host);
    }
  }

  async testPush(): Promise<void> {
    const image = this._current?.pushTest ?? null;
    if (this.question !== null && image !== null) {
      await this.runFor(this.question, { clicked: true, images: [image], push: true });
    }
  }

  close(): void {
    this.question = null;
    this._current = null;
    this._changed.emit();
  }

  private ask(cell: IFailedCell, reader: typeof Reader, text: string): Question {
    const question = { cell, reader, classification: reader.classify(text, { registries: this.own() }) };
    this.question = question;
    this.tell(question);
    return question;
  }

  /** Which registries are the person's own stands in the Docker config: a look at the files, nothing is contacted. */
  private async learnRegistries(): Promise<void> {
    const { checks } = this.options;
    if (checks.state.running) {
      await new Promise<void>(resolve => {
        const settle = (): void => {
          if (!checks.state.running) {
            checks.stateChanged.disconnect(settle);
            resolve();
          }
        };
        checks.stateChanged.connect(settle);
      });
    }
    if (checks.state.context === null) {
      await checks.run({ only: ['fil.config', 'fil.ca'] });
    }
  }

  /** Registries that the person uses: those of the Docker config, and the chosen one. */
  private own(): string[] {
    const { checks } = this.options;
    const { context } = checks.state;
    const hosts = [checks.chosen, context?.registry ?? null, ...(context?.known ?? [])];
    return [...new Set(hosts.filter(host => host !== null))];
  }

  /**
   * The registry whose checks decide: the one that the output names, where it is one of the person's own; a stranger that
   * a notebook names waits for a click of its own. An output that names none is about the chosen one.
   */
  private hostToCheck({ kind, hosts }: Classification): string | null {
    if (kind === 'unknown') {
      return null;
    }
    const own = this.own();
    const [named] = hosts;
    return named === undefined ? this.chosen() : own.includes(named) ? named : null;
  }

  private chosen(): string | null {
    const { checks } = this.options;
    return checks.chosen ?? checks.state.context?.registry ?? null;
  }

  private async checkFor(question: Question, host: string): Promise<void> {
    const { checks } = this.options;
    if (host !== this.chosen()) {
      checks.choose(host);
    }
    const { push, decidedBy } = question.classification;
    // Only where a pull decides: an image that was to be pushed need not be there.
    const images = push || !decidedBy.includes('reg.pull') ? [] : imagesOn(host, question.classification);
    await this.runFor(question, { clicked: true, ...(images.length > 0 ? { images } : {}) });
  }

  private async runFor(question: Question, options: IRunOptions): Promise<void> {
    const { checks } = this.options;
    this.tell(question, { checking: true });
    await checks.run(options);
    if (this.question === question) {
      const { ended, report } = checks.state;
      this.tell(question, { report: ended === 'complete' ? report : null });
    }
  }

  /** Makes what the card shows. */
  private tell(
    question: Question,
    { checking = false, report = null }: { checking?: boolean; report?: Report | null } = {}
  ): void {
    const { checks, trans } = this.options;
    const { cell, reader, classification } = question;
    const translate = (text: string): string => trans.__(text);
    const { state, headline, causes, next, finding } = reader.explain(classification, report ?? undefined);
    const own = this.chosen();
    const offers = classification.hosts.length > 0 ? classification.hosts : own === null ? [] : [own];
    this._current = {
      cell,
      state,
      headline: reader.sentenceText(headline, translate),
      causes: causes.map(item => ({ text: translate(item.why), state: item.state })),
      next: next === null ? null : { by: next.by, text: translate(next.text) },
      finding,
      // What was just checked needs no second click.
      offers: report === null ? offers : offers.filter(host => !report.registries.some(one => one.host === host)),
      pushTest: report === null || !classification.push ? null : pushTest(classification, report),
      checking,
      age: ageOf(cell.ranAt, checks.state.context)
    };
    this._changed.emit();
  }

  private question: Question | null = null;
  private _latest: IFailedCell | null = null;
  private _current: IFailureState | null = null;
  private readonly _changed = new Signal<ICellFailures, void>(this);
}

function imagesOn(host: string, { images }: Classification): string[] {
  return images.filter(image => image.startsWith(`${host}/`));
}

/** The image to which an upload can be tried; null when it was tried, or the login before it does not work. */
function pushTest(classification: Classification, { registries, checks }: Report): string | null {
  const [image] = registries.flatMap(({ host }) => imagesOn(host, classification));
  const tried = checks.some(({ id, outcome }) => id === 'reg.push' && (outcome === 'pass' || outcome === 'fail'));
  const loggedIn = checks.some(({ id, outcome }) => id === 'reg.login' && outcome === 'pass');
  return tried || !loggedIn ? null : (image ?? null);
}
