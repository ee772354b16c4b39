import type { ISignal } from '@lumino/signaling';
import {
  cellPlan,
  differences,
  renderCell,
  type CellField,
  type CellValues,
  type ModelValues,
  type Refusal
} from '../../common/cell.ts';
import type { IRegistryChecks } from '../tokens.ts';
import { findConfigCells, type IConfigCell } from './find.ts';
import { obstacleOf, type IOpenNotebook, type Obstacle } from './notebook.ts';
import { isChanged, wantedValues } from './state.ts';
import { giveWay } from './together.ts';
import { insertConfigCell, updateConfigCell } from './write.ts';

/** What a person is asked before a cell is written anew. */
export interface IReplaceQuestion {
  readonly notebook: string;
  /** Whether the text was changed by hand; else the cell says another registry, place or model. */
  readonly byHand: boolean;
  readonly fields: readonly CellField[];
  readonly present: string;
  readonly proposed: string;
}

/** Questions to the person. Every way of not answering means: leave it. */
export interface ICellQuestions {
  replace(question: IReplaceQuestion): Promise<boolean>;
  /** Several Config cells: which one to keep up to date, and whether the others go. null = leave all. */
  choose(notebook: string, cells: readonly IConfigCell[]): Promise<{ cell: IConfigCell; removeOthers: boolean } | null>;
  /** The Model part: image and base image are asked for, never made up. null = no Model part after all. */
  model(registry: string, notebook: string, present: ModelValues | undefined): Promise<ModelValues | null>;
}

/** How it ended. */
export type CellOutcome =
  | { kind: 'inserted' | 'updated'; notebook: IOpenNotebook; model: boolean }
  | { kind: 'same' | 'left'; notebook: IOpenNotebook }
  /** Another click on the same notebook is not answered yet. */
  | { kind: 'busy' }
  | { kind: 'obstacle'; obstacle: Obstacle; notebook: IOpenNotebook | null }
  | { kind: 'locked'; notebook: IOpenNotebook }
  | { kind: 'refused'; reason: Refusal }
  /** The checks could not run, so nothing is known to write. */
  | { kind: 'unchecked' };

export interface IInsertOptions {
  readonly checks: IRegistryChecks;
  readonly questions: ICellQuestions;
  /** Asks for the Model part too. */
  readonly model: boolean;
  /** The checks have to run first; called with their end. */
  readonly waiting?: (run: Promise<unknown>) => void;
}

const atWork = new WeakSet<object>();

/** How often a cell that changed while its question was open is shown again. */
const ROUNDS = 5;

/**
 * Inserts the Config cell below the active cell of a notebook, or updates the one that is there. Asks before it replaces
 * what a person changed and before it changes registry or places; never runs the cell, never touches another one.
 */
export async function putConfigCell(
  current: () => IOpenNotebook | null,
  options: IInsertOptions
): Promise<CellOutcome> {
  const notebook = current();
  const obstacle = obstacleOf(notebook);
  if (notebook === null || obstacle !== null) {
    return { kind: 'obstacle', obstacle: obstacle ?? 'no-notebook', notebook };
  }
  if (atWork.has(notebook.shared)) {
    return { kind: 'busy' };
  }
  atWork.add(notebook.shared);
  try {
    return await put(notebook, options);
  } finally {
    atWork.delete(notebook.shared);
  }
}

async function put(notebook: IOpenNotebook, options: IInsertOptions): Promise<CellOutcome> {
  const { checks, questions } = options;
  await settled(options);
  const { context } = checks.state;
  if (context === null) {
    return { kind: 'unchecked' };
  }
  const plan = cellPlan(context.registry, context.cell);
  if (!plan.ok) {
    return { kind: 'refused', reason: plan.reason };
  }
  let model: ModelValues | undefined;
  if (options.model) {
    const present = findConfigCells(notebook.shared)[0]?.values?.model;
    const answer = await questions.model(plan.values.registry, notebook.name, present);
    if (answer === null) {
      return { kind: 'left', notebook };
    }
    model = answer;
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    if (notebook.shared.isDisposed) {
      return { kind: 'left', notebook };
    }
    const outcome = await attempt(notebook, plan.values, model, questions);
    if (outcome !== null) {
      return outcome;
    }
  }
  return { kind: 'left', notebook };
}

/** One try; null when the notebook changed while the person was asked, so that the answer is about another text. */
async function attempt(
  notebook: IOpenNotebook,
  plan: CellValues,
  model: ModelValues | undefined,
  questions: ICellQuestions
): Promise<CellOutcome | null> {
  const obstacle = obstacleOf(notebook);
  if (obstacle !== null) {
    return { kind: 'obstacle', obstacle, notebook };
  }
  const cells = findConfigCells(notebook.shared);
  if (cells.length === 0) {
    const values = wantedValues(plan, null, model);
    const index = insertConfigCell(notebook.shared, notebook.activeIndex + 1, values);
    if (index === null) {
      return null;
    }
    giveWay(notebook.shared, notebook.shared.getCell(index).getId(), (removed, kept) => {
      if (notebook.activeIndex === removed) {
        void notebook.reveal(kept);
      }
    });
    await notebook.reveal(index);
    return { kind: 'inserted', notebook, model: model !== undefined };
  }
  const choice =
    cells.length > 1 ? await questions.choose(notebook.name, cells) : { cell: cells[0], removeOthers: false };
  const cell = choice?.cell;
  if (choice === null || cell === undefined || notebook.shared.isDisposed) {
    return { kind: 'left', notebook };
  }
  const remove = choice.removeOthers ? cells.filter(other => other.id !== cell.id).map(other => other.id) : [];
  const values = wantedValues(plan, cell, model);
  const proposed = renderCell(values);
  if (cell.source === proposed && remove.length === 0) {
    await notebook.reveal(cell.index);
    return { kind: 'same', notebook };
  }
  if (!cell.editable) {
    return { kind: 'locked', notebook };
  }
  if (cell.source !== proposed && needsConsent(cell, values)) {
    const question: IReplaceQuestion = {
      notebook: notebook.name,
      byHand: isChanged(cell),
      fields: cell.values === null ? [] : differences(cell.values, values),
      present: cell.source,
      proposed
    };
    if (!(await questions.replace(question)) || notebook.shared.isDisposed) {
      return { kind: 'left', notebook };
    }
    if (notebook.readOnly) {
      return null;
    }
  }
  const index = updateConfigCell(notebook.shared, { id: cell.id, seen: cell.source, values, remove });
  if (index === null) {
    return null;
  }
  await notebook.reveal(index);
  return { kind: 'updated', notebook, model: values.model !== undefined };
}

/** Only what the person asked for just now, a Model part for an untouched cell, goes without a question. */
function needsConsent(cell: IConfigCell, values: CellValues): boolean {
  if (cell.values === null || isChanged(cell)) {
    return true;
  }
  return cell.values.model !== undefined || differences(cell.values, values).some(field => field !== 'model');
}

/** Waits until a run is over that says what the cell has to say; starts one when none has. */
async function settled({ checks, waiting }: IInsertOptions): Promise<void> {
  const { state } = checks;
  if (state.running) {
    const over = untilIdle(checks, checks.stateChanged);
    waiting?.(over);
    await over;
  }
  const { context } = checks.state;
  if (context === null || (checks.chosen !== null && checks.chosen !== context.registry)) {
    const run = checks.run({ clicked: true });
    waiting?.(run);
    await run;
  }
}

function untilIdle(checks: IRegistryChecks, changed: ISignal<IRegistryChecks, void>): Promise<void> {
  return new Promise(resolve => {
    const look = (): void => {
      if (!checks.state.running) {
        changed.disconnect(look);
        resolve();
      }
    };
    changed.connect(look);
    look();
  });
}
