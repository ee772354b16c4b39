import type { Consumer } from '../finding.ts';
import type { CauseId } from './causes.ts';
import type { ReasonCode } from './reasons.ts';

/** Who says a text: one of the three consumers, Kubernetes itself, or another program that somebody ran. */
export type Speaker = Consumer | 'cluster' | 'program';

/** One possible cause behind a text. */
export interface Candidate {
  /** Code of the catalogue; null when no check of ours can raise it. */
  code: ReasonCode | null;
  /** What stands behind "because", without a final stop; to be translated as a whole. */
  why: string;
}

/**
 * - `one`: the text leaves one cause;
 * - `listed`: it leaves several;
 * - `unknown`: it is not known, or nothing in it is about a registry.
 */
export type ClassificationKind = 'one' | 'listed' | 'unknown';

/** What an output says. Nothing of the output itself is in it but hosts and image names, read by their grammar. */
export interface Classification {
  kind: ClassificationKind;
  consumer: Speaker | null;
  /** Null for `unknown`. */
  cause: CauseId | null;
  candidates: readonly Candidate[];
  /** Ids of the checks that decide between the candidates. */
  decidedBy: readonly string[];
  /** Who or what decides where no check of ours can, as a sentence to be translated; null when the checks are enough. */
  elsewhere: string | null;
  /** `host[:port]`, the likeliest first; offered, never dialled by themselves. */
  hosts: readonly string[];
  /** Image references, the likeliest first. */
  images: readonly string[];
  /** The text is about an upload: the check of the right to push needs consent. */
  push: boolean;
}

export interface ClassifyOptions {
  /** Registries that the person uses: a text about one of them is about a registry, whatever its form. */
  registries?: readonly string[];
}
