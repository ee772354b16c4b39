import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Severity } from '../../../common/catalogue/types.ts';
import { ROW_SIGNS, ROW_WORDS, rowState, type RowState } from '../../../common/words.ts';
import type { INotebookRow, IRow } from '../../tokens.ts';

/** Worst first: the worst child decides. */
const RANK: readonly RowState[] = ['problem', 'warning', 'running', 'unknown', 'stopped', 'waiting', 'notice', 'ok'];

export function worst(states: readonly RowState[]): RowState {
  return RANK.find(state => states.includes(state)) ?? 'waiting';
}

export function stateOfSeverity(severity: Severity): RowState {
  return severity === 'error' ? 'problem' : severity === 'warning' ? 'warning' : 'notice';
}

/** State of a check's row. */
export function stateOfRow(row: Pick<IRow, 'running' | 'check' | 'findings'>): RowState {
  if (row.running) {
    return 'running';
  }
  return row.check === null
    ? 'waiting'
    : rowState(
        row.check.outcome,
        row.findings.map(finding => finding.severity)
      );
}

/**
 * What a row adds to its section's state. A limit that a notice explains (what the training machines trust cannot be seen
 * from any notebook) is no doubt about this set-up.
 */
export function stateInSection(row: Pick<IRow, 'running' | 'check' | 'findings'>): RowState {
  const state = stateOfRow(row);
  const explained = row.findings.length > 0 && row.findings.every(finding => finding.severity === 'info');
  return state === 'unknown' && explained ? 'notice' : state;
}

export function stateOfNotebookRow(row: INotebookRow): RowState {
  switch (row.state) {
    case 'pass':
      return 'ok';
    case 'fail':
      return stateOfSeverity(row.severity ?? 'error');
    case 'unknown':
      return 'unknown';
    case 'info':
      return 'notice';
  }
}

/** Shape for the eye, word for the ear; colour comes last, from the style sheet. */
export function Mark(props: { state: RowState; trans: TranslationBundle }): JSX.Element {
  const { state, trans } = props;
  return (
    <span className="jp-KaptainRegistry-mark" data-state={state}>
      <span aria-hidden="true">{ROW_SIGNS[state]}</span>
      <span className="jp-KaptainRegistry-spoken">{trans.__(ROW_WORDS[state])}</span>
    </span>
  );
}
