import { describe, expect, it } from 'vitest';
import { ownFinding } from '../../entries.ts';
import { draft } from '../../../common/finding.ts';
import type { IRow } from '../../tokens.ts';
import { stateInSection, stateOfRow, worst } from './marks.tsx';

type Row = Pick<IRow, 'running' | 'check' | 'findings'>;

const row = (outcome: 'pass' | 'unknown', findings: Row['findings'] = []): Row => ({
  running: false,
  check: { outcome } as Row['check'],
  findings
});

describe('the state of a section', () => {
  const notice = ownFinding(draft('KR-NET-001', '', {}), 'net.address');

  it('is not decided by a limit that a notice explains', () => {
    const limit = row('unknown', [notice]);
    expect(notice.severity).toBe('info');
    expect(stateOfRow(limit)).toBe('unknown');
    expect(worst([row('pass'), limit].map(stateInSection))).toBe('notice');
  });

  it('is decided by a check that cannot tell and does not say why', () => {
    expect(worst([row('pass'), row('unknown')].map(stateInSection))).toBe('unknown');
  });
});
