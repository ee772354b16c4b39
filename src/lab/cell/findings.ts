import type { Raiser } from '../../common/checks.ts';
import { objectArg, objectsArg, pathArg } from '../../common/args.ts';
import type { CellField } from '../../common/cell.ts';
import { draft, type FindingDraft } from '../../common/finding.ts';
import type { Finding } from '../../common/report.ts';
import { ownFinding } from '../entries.ts';
import { CommandIDs } from '../tokens.ts';
import type { IOpenNotebook, Obstacle } from './notebook.ts';
import type { CellState } from './state.ts';

/** Codes whose first step our command takes. */
const INSERTS: ReadonlySet<string> = new Set(['KR-SDK-007', 'KR-SDK-008', 'KR-SDK-009', 'KR-SDK-021']);

const FIELD_NAMES: Readonly<Record<CellField, string>> = {
  registry: 'registry',
  caFile: 'CA file',
  dockerConfig: 'Docker config',
  model: 'Model'
};

/** A finding about the notebook, as the panel shows it. */
function findingOf(made: FindingDraft, check: Raiser): Finding {
  const finding = ownFinding(made, check);
  return {
    ...finding,
    fix: finding.fix.map((step, index) =>
      index === 0 && INSERTS.has(made.code) ? { ...step, action: CommandIDs.insertConfigCell } : step
    )
  };
}

function subjectOf(notebook: IOpenNotebook): { subject: string; name: ReturnType<typeof objectArg> } {
  return { subject: pathArg(notebook.path), name: objectArg(notebook.name) };
}

/** What to say about a notebook that no cell can be written into; null for one that is only loading. */
export function obstacleFinding(obstacle: Obstacle, notebook: IOpenNotebook | null): Finding | null {
  const check = 'notebook.open';
  if (notebook === null || obstacle === 'no-notebook') {
    return findingOf(draft('KR-SDK-001', 'notebook', {}), check);
  }
  const { subject, name } = subjectOf(notebook);
  switch (obstacle) {
    case 'loading':
      return null;
    case 'read-only':
      return findingOf(draft('KR-SDK-019', subject, { notebook: name }), check);
    case 'not-python':
      return findingOf(draft('KR-SDK-004', subject, { notebook: name, language: objectArg(notebook.language) }), check);
  }
}

/** What to say about the Config cell; nothing where nothing is to do. */
export function cellFindings(state: CellState, notebook: IOpenNotebook): Finding[] {
  const check = 'notebook.cell';
  const { subject, name } = subjectOf(notebook);
  switch (state.kind) {
    case 'same':
    case 'written':
      return [];
    case 'none':
      return [findingOf(draft('KR-SDK-007', subject, { notebook: name }), check)];
    case 'changed':
      return [findingOf(draft('KR-SDK-009', subject, { notebook: name }), check)];
    case 'several':
      return [findingOf(draft('KR-SDK-021', subject, { notebook: name, count: state.cells.length }), check)];
    case 'outdated': {
      const fields = objectsArg(state.fields.map(field => FIELD_NAMES[field]));
      const outdated = findingOf(draft('KR-SDK-008', subject, { notebook: name, fields }), check);
      const locked = draft('KR-SDK-019', subject, { notebook: name }, { variant: 'cell-locked' });
      return state.cell.editable ? [outdated] : [outdated, findingOf(locked, check)];
    }
  }
}
