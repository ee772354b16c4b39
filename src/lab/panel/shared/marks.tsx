import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Severity } from '../../../common/catalogue/types.ts';
import type { INotebookRow, IRow } from '../../tokens.ts';

/** States of a row, a section or the whole; shape and word say the same as the colour. */
export type MarkName = 'ok' | 'warning' | 'problem' | 'notice' | 'skipped' | 'unknown' | 'running';

const SHAPES: Readonly<Record<MarkName, string>> = {
  ok: '✓',
  warning: '!',
  problem: '✕',
  notice: 'i',
  skipped: '–',
  unknown: '?',
  running: '…'
};

/** Worst first: the worst child decides. */
const RANK: readonly MarkName[] = ['problem', 'warning', 'running', 'unknown', 'skipped', 'notice', 'ok'];

export function worst(marks: readonly MarkName[]): MarkName {
  return RANK.find(mark => marks.includes(mark)) ?? 'skipped';
}

export function wordOf(mark: MarkName, trans: TranslationBundle): string {
  switch (mark) {
    case 'ok':
      return trans.__('OK');
    case 'warning':
      return trans.__('Warning');
    case 'problem':
      return trans.__('Problem');
    case 'notice':
      return trans.__('Notice');
    case 'skipped':
      return trans.__('Not checked');
    case 'unknown':
      return trans.__('Cannot tell');
    case 'running':
      return trans.__('Running');
  }
}

export function markOfSeverity(severity: Severity): MarkName {
  return severity === 'error' ? 'problem' : severity === 'warning' ? 'warning' : 'notice';
}

/** State of a check's row. */
export function markOfRow(row: Pick<IRow, 'running' | 'check' | 'findings'>): MarkName {
  if (row.running) {
    return 'running';
  }
  switch (row.check?.outcome) {
    case 'pass':
      return 'ok';
    case 'fail':
      return row.findings.some(finding => finding.severity === 'error') ? 'problem' : 'warning';
    case 'unknown':
    case 'crashed':
    case 'timeout':
      return 'unknown';
    default:
      return 'skipped';
  }
}

export function markOfNotebookRow(row: INotebookRow): MarkName {
  switch (row.state) {
    case 'pass':
      return 'ok';
    case 'fail':
      return markOfSeverity(row.severity ?? 'error');
    case 'unknown':
      return 'unknown';
    case 'info':
      return 'notice';
  }
}

/** Shape for the eye, word for the ear. */
export function Mark(props: { mark: MarkName; trans: TranslationBundle }): JSX.Element {
  const { mark, trans } = props;
  return (
    <span className="jp-KaptainRegistry-mark" data-mark={mark}>
      <span aria-hidden="true">{SHAPES[mark]}</span>
      <span className="jp-KaptainRegistry-spoken">{wordOf(mark, trans)}</span>
    </span>
  );
}
