import { describe, expect, it } from 'vitest';
import { modelValues, renderCell, type CellValues } from '../../common/cell.ts';
import type { IConfigCell } from './find.ts';
import { cellState, wantedValues } from './state.ts';

const values: CellValues = {
  registry: 'a.registry:5000',
  caFile: { need: 'default' },
  dockerConfig: { need: 'default' }
};
const other: CellValues = { ...values, registry: 'b.registry:5000', caFile: { need: 'none' } };

function cell(written: CellValues | null, source = written === null ? '' : renderCell(written), id = 'a'): IConfigCell {
  return { index: 0, id, source, values: written, editable: true, deletable: true };
}

describe('the state of a Config cell', () => {
  it.each<[string, readonly IConfigCell[], CellValues | null, unknown]>([
    ['none', [], values, { kind: 'none' }],
    ['several', [cell(values), cell(values, undefined, 'b')], values, { kind: 'several' }],
    ['as wanted', [cell(values)], values, { kind: 'same' }],
    ['as wanted by hand', [cell(other, renderCell(values))], values, { kind: 'same' }],
    ['as wanted, its metadata lost', [cell(null, renderCell(values))], values, { kind: 'same' }],
    ['changed by a blank', [cell(values, `${renderCell(values)} `)], values, { kind: 'changed' }],
    ['changed, nothing known', [cell(values, '# mine')], null, { kind: 'changed' }],
    ['metadata not readable', [cell(null, '# mine')], values, { kind: 'changed' }],
    ['as written, nothing known', [cell(values)], null, { kind: 'written' }],
    ['out of date', [cell(other)], values, { kind: 'outdated', fields: ['registry', 'caFile'] }]
  ])('%s', (_name, cells, plan, expected) => {
    expect(cellState(cells, plan)).toMatchObject(expected as object);
  });

  it('does not miss a Model part that the run knows nothing of', () => {
    const model = modelValues(values.registry, { image: 'm', baseImage: 'b.registry/x' });
    expect(cellState([cell({ ...values, model })], values)).toMatchObject({ kind: 'same' });
    expect(cellState([cell({ ...values, model })], other)).toMatchObject({ kind: 'outdated' });
    expect(wantedValues(other, cell({ ...values, model })).model).toEqual({ ...model, imageName: 'b.registry:5000/m' });
  });
});
