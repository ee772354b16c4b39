import { argText, readableText, type Arg, type ArgTypes } from './args.ts';
import { catalogue, type Code } from './catalogue/index.ts';
import type { Actor, Choice, Circumstance, CodeEntry, Severity, Variant } from './catalogue/types.ts';
import { commandLine, shellWord } from './shell.ts';
import { restored } from './visible.ts';

export type Consumer = 'sdk' | 'builder' | 'nodes';
export type ConsumerVerdict = 'ok' | 'fails' | 'unknown';

/** Arguments of a code, by the types that the catalogue gives them. */
export type ArgsOf<C extends Code> = {
  readonly [K in keyof (typeof catalogue)[C]['args']]: (typeof catalogue)[C]['args'][K] extends keyof ArgTypes
    ? ArgTypes[(typeof catalogue)[C]['args'][K]]
    : never;
};

/** Names of the variants of a code. */
export type VariantOf<C extends Code> = (typeof catalogue)[C] extends { variants: infer V } ? keyof V & string : never;

/** A label of our own and a value of the closed set. */
export interface Evidence {
  label: string;
  value: string;
}

/** A short text with places to fill: translated as a whole, then filled. */
export interface Phrase {
  text: string;
  args: Readonly<Record<string, Arg>>;
}

/** What a check says: a code with its arguments. Made by `draft` only, so that texts and types agree. */
export interface FindingDraft<C extends Code = Code> {
  code: C;
  variant?: string;
  /** The registry (`host[:port]`) or the path of the file that this is about. */
  subject: string;
  args: Readonly<Record<string, Arg>>;
  evidence: readonly Evidence[];
  consumers?: Partial<Record<Consumer, ConsumerVerdict>>;
  /** Lowers or raises the catalogue's severity where the facts ask for it. */
  severity?: Severity;
}

export interface DraftOptions<C extends Code> {
  variant?: VariantOf<C>;
  evidence?: readonly { label: string; value: Arg }[];
  consumers?: Partial<Record<Consumer, ConsumerVerdict>>;
  severity?: Severity;
}

/**
 * Makes a finding's draft.
 *
 * @param code - code of the catalogue
 * @param subject - registry (`host[:port]`) or path of the file
 * @param args - every argument that the catalogue names for the code
 */
export function draft<C extends Code>(
  code: C,
  subject: string,
  args: ArgsOf<C>,
  options: DraftOptions<C> = {}
): FindingDraft<C> {
  const evidence = (options.evidence ?? []).map(item => ({ label: item.label, value: argText(item.value) }));
  return {
    code,
    subject,
    args: args as Readonly<Record<string, Arg>>,
    evidence,
    ...(options.variant === undefined ? {} : { variant: options.variant }),
    ...(options.consumers === undefined ? {} : { consumers: options.consumers }),
    ...(options.severity === undefined ? {} : { severity: options.severity })
  };
}

/** One step of a fix, filled. */
export interface FixStep {
  text: string;
  by: Actor;
  command?: string;
  /** What the person picks first: the command has the word FILE in that place. */
  choose?: Choice;
  /** Id of a JupyterLab command that takes this step. */
  action?: string;
}

/** What the run knows beside the finding: decides which steps make sense, and fills in the registry. */
export interface Situation {
  circumstances: readonly Circumstance[];
  /** `host[:port]`; null when it is not known. */
  registry: string | null;
}

/** Nothing is known: every step is shown, and the registry is a word to replace. */
export const NO_SITUATION: Situation = { circumstances: [], registry: null };

/** Texts of a finding in one language. */
export interface FindingTexts {
  title: string;
  short: string;
  explanation: string;
  fix: FixStep[];
}

export type Translate = (text: string) => string;

/** Fills `{name}` places; a place without a value keeps its braces, which a test of the catalogue forbids. */
export function fill(text: string, args: Readonly<Record<string, Arg | undefined>>): string {
  return text.replace(/\{([a-zA-Z]\w*)\}/g, (place, name: string) => {
    const value = args[name];
    return value === undefined ? place : readableText(value);
  });
}

/** A word of a command that is one value and nothing else, and belongs to no option. */
const OPERAND = /(?<!\s-{1,2}[\w-]+)\s\{([a-zA-Z]\w*)\}(?=\s|$)/g;

/** Fills a command with the values as they are, each as one word; one that begins with a hyphen stands behind `--`. */
function fillCommand(text: string, args: Readonly<Record<string, Arg | undefined>>): string {
  const valueOf = (name: string): string | undefined => {
    const value = args[name];
    return value === undefined ? undefined : restored(argText(value));
  };
  const behind: string[] = [];
  const rest = text.replace(OPERAND, (place, name: string) => {
    const value = valueOf(name);
    if (value?.startsWith('-') !== true) {
      return place;
    }
    behind.push(value);
    return '';
  });
  const filled = rest.replace(/\{([a-zA-Z]\w*)\}/g, (place, name: string) => {
    const value = valueOf(name);
    return value === undefined ? place : shellWord(value);
  });
  return behind.length === 0 ? filled : commandLine(filled, [], behind);
}

/**
 * One of our own commands with the registry in place of the word HOST.
 *
 * @param command - a line for a shell; one of another program stays as it is
 * @param registry - `host[:port]`; null leaves the word, for the reader to replace
 */
export function withRegistry(command: string, registry: string | null): string {
  const place = /(?<= )HOST(?= |$)/;
  if (registry === null || !command.startsWith('kaptain-registry ') || !place.test(command)) {
    return command;
  }
  return registry.startsWith('-')
    ? commandLine(command.replace(/ HOST(?= |$)/, ''), [], [registry])
    : command.replace(place, () => shellWord(registry));
}

/** An entry with its variant laid over it. */
export function layOver(entry: CodeEntry, variant?: string): CodeEntry {
  const over: Variant | undefined = variant === undefined ? undefined : entry.variants?.[variant];
  return over === undefined ? entry : { ...entry, ...over };
}

/** The entry of a code with its variant laid over it. */
export function entryOf(code: Code, variant?: string): CodeEntry {
  return layOver(catalogue[code], variant);
}

/** Severity of a draft: its own, else its variant's, else the code's. */
export function severityOf(finding: Pick<FindingDraft, 'code' | 'variant' | 'severity'>): Severity {
  return finding.severity ?? entryOf(finding.code, finding.variant).severity;
}

/**
 * The texts of a finding, in the language of `translate` (English without it).
 * Both faces use it: the report in English, the panel with JupyterLab's translator.
 */
export function textsOf(
  finding: Pick<FindingDraft, 'code' | 'variant' | 'args'>,
  translate: Translate = text => text,
  situation: Situation = NO_SITUATION
): FindingTexts {
  return textsOfEntry(entryOf(finding.code, finding.variant), finding.args, translate, situation);
}

/**
 * The same for an entry that the caller has: the panel does not carry the whole catalogue.
 *
 * @param entry - with its variant laid over it
 * @param situation - what the run knows: steps that it makes useless are left out
 */
export function textsOfEntry(
  entry: CodeEntry,
  args: FindingDraft['args'],
  translate: Translate = text => text,
  situation: Situation = NO_SITUATION
): FindingTexts {
  const { circumstances } = situation;
  const registry = typeof args['host'] === 'string' ? args['host'] : situation.registry;
  const steps = entry.fix.filter(
    ({ unless = [], when }) =>
      !unless.some(item => circumstances.includes(item)) && (when === undefined || circumstances.includes(when))
  );
  return {
    title: fill(translate(entry.title), args),
    short: fill(translate(entry.short), args),
    explanation: fill(translate(entry.explanation), args),
    fix: steps.map(step => ({
      text: fill(translate(step.text), args),
      by: step.by,
      ...(step.command === undefined ? {} : { command: withRegistry(fillCommand(step.command, args), registry) }),
      ...(step.choose === undefined ? {} : { choose: step.choose })
    }))
  };
}
