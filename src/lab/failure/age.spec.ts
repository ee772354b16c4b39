import { describe, expect, it } from 'vitest';
import { context } from '../testing/fixture.ts';
import { ageOf, executedAt } from './age.ts';

const at = (text: string): number => Date.parse(text);

function changed(config: number | null, ca: number | null) {
  const { places } = context();
  return {
    places: { dockerConfig: { ...places.dockerConfig, changedAt: config }, caFile: { ...places.caFile, changedAt: ca } }
  };
}

describe('age of an output', () => {
  it('is older than the set-up when one of the files changed after the cell ran; the last change is told', () => {
    const ran = at('2026-11-25T10:00:00Z');
    expect(ageOf(ran, changed(ran + 1, ran + 2))).toEqual({
      kind: 'older',
      path: '/home/kubeflow/.tls/certificate.crt',
      changedAt: ran + 2
    });
    expect(ageOf(ran, changed(ran, null))).toBeNull();
    expect(ageOf(ran, null)).toBeNull();
  });

  it('is not known when nothing says when the cell ran', () => {
    expect(ageOf(null, changed(1, 1))).toEqual({ kind: 'unknown' });
  });

  it.each([
    [
      { 'iopub.execute_input': '2026-11-25T10:00:00Z', 'shell.execute_reply': '2026-11-25T10:00:05Z' },
      '2026-11-25T10:00:05Z'
    ],
    [{ 'iopub.execute_input': '2026-11-25T10:00:00Z' }, '2026-11-25T10:00:00Z'],
    [{ 'shell.execute_reply': 'yesterday' }, null],
    [{ 'shell.execute_reply': 5 }, null],
    [undefined, null],
    ['text', null]
  ])('reads what JupyterLab records: %j', (metadata, expected) => {
    expect(executedAt(metadata)).toBe(expected === null ? null : at(expected));
  });
});
