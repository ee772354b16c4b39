import type { Translate } from '../finding.ts';
import { CAUSES } from './texts.ts';
import type { Classification, Speaker } from './types.ts';

/** A sentence made of texts of ours: each is translated as a whole, then put in its place. */
export interface Sentence {
  /** With `{name}` for each part. */
  text: string;
  parts: Readonly<Record<string, string>>;
}

/** Who says a text, at the beginning of a sentence. */
export const SPEAKER_WORDS: Readonly<Record<Speaker, string>> = {
  sdk: 'This notebook',
  builder: 'The image builder',
  nodes: 'A training machine',
  cluster: 'Kubernetes',
  program: 'A program in this notebook'
};

/** A sentence in one language (English without `translate`); parts may name other parts, as `said` names `who`. */
export function sentenceText({ text, parts }: Sentence, translate: Translate = item => item): string {
  const put = (part: string, depth: number): string =>
    translate(part).replace(/\{([a-z]+)\}/g, (place, name: string) => {
      const inner = Object.hasOwn(parts, name) ? parts[name] : undefined;
      return inner === undefined || depth === 0 ? place : put(inner, depth - 1);
    });
  return put(text, 2);
}

/** The parts that every sentence about a known text is made of. */
export function partsOf({ cause, consumer }: Classification): Record<string, string> {
  return cause === null || consumer === null
    ? {}
    : { said: CAUSES[cause].said, who: SPEAKER_WORDS[consumer], detail: CAUSES[cause].detail };
}

/** What an output says, in plain words and without a look at anything else. */
export function saidSentence(classification: Classification): Sentence {
  const { cause, hosts } = classification;
  if (cause !== null) {
    return { text: '{said}. {detail}', parts: partsOf(classification) };
  }
  const text =
    hosts.length > 0
      ? 'This tool does not know this text. It names a registry, which can be checked.'
      : 'This tool does not know this text, and nothing in it is about a registry.';
  return { text, parts: {} };
}
