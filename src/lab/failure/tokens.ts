import { Token } from '@lumino/coreutils';
import type { ISignal } from '@lumino/signaling';
import type { Actor } from '../../common/catalogue/types.ts';
import type { Explanation } from '../../common/log/explanation.ts';
import type { Finding } from '../../common/report.ts';
import type { Age } from './age.ts';
import type { IOutputs } from './outputs.ts';

/** A cell that failed, or whose output tells of a failure. */
export interface IFailedCell {
  readonly id: string;
  /** Number of its run, as it stands beside it; null when it has none. */
  readonly count: number | null;
  /** When it ran, milliseconds since 1970; null when nothing tells. */
  readonly ranAt: number | null;
  readonly outputs: IOutputs;
}

/** A possible cause, in the language of the page. */
export interface IPossibleCause {
  readonly text: string;
  readonly state: Explanation['causes'][number]['state'];
}

/** Why a cell failed, as far as it is known now. All texts are ours, in the language of the page. */
export interface IFailureState {
  readonly cell: IFailedCell;
  readonly state: Explanation['state'];
  readonly headline: string;
  readonly causes: readonly IPossibleCause[];
  /** What decides where no check can, and who looks. */
  readonly next: { readonly by: Actor; readonly text: string } | null;
  /** The finding behind it, or beside it. */
  readonly finding: Finding | null;
  /** Registries that a click would check: those of the output, else the chosen one. */
  readonly offers: readonly string[];
  /** Image whose upload a click would try: the output is about a push, and its right was not tested. */
  readonly pushTest: string | null;
  /** The registry's checks run for it. */
  readonly checking: boolean;
  readonly age: Age | null;
}

/** Explains failed cells. */
export interface ICellFailures {
  /** The cell of the current notebook that a row offers to explain; null when none failed. */
  readonly latest: IFailedCell | null;
  /** What is explained now; null when nothing is. */
  readonly current: IFailureState | null;
  readonly changed: ISignal<ICellFailures, void>;
  /** Reads the output of a cell, and checks the registry that it names where it is one of the person's own. */
  explain(cell: IFailedCell): Promise<void>;
  /** Checks a registry that was offered. */
  check(host: string): Promise<void>;
  /** Begins one upload to the image that was offered (`pushTest`), and cancels it. */
  testPush(): Promise<void>;
  close(): void;
}

export const ICellFailures = new Token<ICellFailures>(
  'jupyterlab-kaptain-registry:ICellFailures',
  'Explains cells that failed because of the private registry.'
);
