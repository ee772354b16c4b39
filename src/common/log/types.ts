import type { Actor } from '../catalogue/types.ts';
import type { Consumer } from '../finding.ts';
import type { ReasonCode } from './reasons.ts';
import type { CauseId } from './texts.ts';

/** Who says a text: one of the three consumers, Kubernetes itself, or another program that somebody ran. */
export type Speaker = Consumer | 'cluster' | 'program';

/** Who can say a text of the catalogue. `python`: code in the notebook. `go`: whoever the words around it belong to. */
export type Family = Speaker | 'python' | 'go';

/** By who says a text; `others` for those that are not named. */
type BySpeaker<T> = Partial<Record<Speaker | 'others', T>>;

/** What decides where no check of ours can, and who looks: a sentence. */
export interface NextStep {
  by: Actor;
  text: string;
}

/** What can stand behind texts of one kind. */
export interface Cause {
  /** What happened, with `{who}` for the program that says it; a clause without a final stop. */
  said: string;
  /** The text in plain words: one sentence. */
  detail: string;
  /** Codes that can be about either file are meant of the CA file. */
  ofCa?: boolean;
  /** Codes that it can mean, the likeliest first. */
  codes: BySpeaker<readonly ReasonCode[]>;
  /** Causes that no check can raise, as clauses behind "because". */
  also?: BySpeaker<readonly string[]>;
  elsewhere?: BySpeaker<NextStep>;
  /** About an upload. */
  push?: true;
}

/** One text of the catalogue. */
export interface KnownText {
  /** What is looked for. */
  find: string;
  /** All of these stand in the same line. */
  with?: readonly string[];
  /** One of these stands in the same line. */
  any?: readonly string[];
  /** None of these stands in the same line. */
  without?: readonly string[];
  /** What follows, within 400 characters. */
  then?: RegExp;
  cause: CauseId;
  /**
   * `last`: counts only where nothing else in the line does. `general`: says that it failed, not why: counts only when
   * nothing else in the output does.
   */
  rank?: 'last' | 'general';
  /** No error by itself: when one of these follows, this is why. */
  explains?: readonly CauseId[];
  /** Counts only in a traceback that goes through python-dxf, its login, the SDK, or the SDK's reader of one of the files. */
  only?: 'dxf' | 'dxf-login' | 'sdk' | 'sdk-config' | 'sdk-ca';
  /** Counts only in the log of this program. */
  log?: Speaker;
  /** Is about a registry, the SDK or the cluster by itself; other texts need a sign of a registry beside them. */
  sure?: true;
  /** Who says it, where it is not the one of the group. */
  by?: Family;
}

/** Texts of one program. */
export interface TextGroup {
  program: string;
  by: Family;
  /** Holds for every row. */
  sure?: true;
  /** Holds for every row, beside its own. */
  without?: readonly string[];
  texts: readonly KnownText[];
}

/** Words that say whose the texts beside them are. */
export interface Frame {
  find: string;
  speaker: Speaker;
}

/** One possible cause behind a text. */
export interface Candidate {
  /** Code of the catalogue of findings; null when no check of ours can raise it. */
  code: ReasonCode | null;
  /** What stands behind "because", without a final stop; to be translated as a whole. */
  why: string;
  /** Ids of the checks that decide it; empty when none can. */
  checks: readonly string[];
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
  /** What decides where no check of ours can; null when the checks are enough. */
  elsewhere: NextStep | null;
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
