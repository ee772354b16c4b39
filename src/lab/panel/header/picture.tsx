import * as React from 'react';
import type { Consumer } from '../../../common/finding.ts';
import type { RegistryReport } from '../../../common/report.ts';
import { ROW_SIGNS } from '../../../common/words.ts';
import { useServices } from '../shared/services.ts';
import { consumerText } from '../shared/texts.ts';

/** Height of each consumer's line at its start; all end at the registry. */
const ROWS: readonly { consumer: Consumer; y: number }[] = [
  { consumer: 'sdk', y: 10 },
  { consumer: 'builder', y: 36 },
  { consumer: 'nodes', y: 62 }
];
const START = 92;
const END = { x: 196, y: 36 };

/** How a line looks: solid = tested and works, dashed = expected to, dotted = fails, faint dots = nobody knows. */
function lineOf(registry: RegistryReport | null, consumer: Consumer): 'works' | 'expected' | 'fails' | 'unknown' {
  const verdict = registry?.consumers[consumer] ?? 'unknown';
  const basis = registry?.basis[consumer] ?? 'none';
  if (verdict === 'unknown' || basis === 'none') {
    return 'unknown';
  }
  return verdict === 'fails' ? 'fails' : basis === 'tested' ? 'works' : 'expected';
}

const SIGNS = { works: ROW_SIGNS.ok, expected: ROW_SIGNS.ok, fails: ROW_SIGNS.problem, unknown: ROW_SIGNS.unknown };

/** Who reaches the registry: a picture for the eye, the same as a list for the ear. */
export function Picture(props: { registry: RegistryReport | null; old: boolean }): JSX.Element {
  const { checks, trans } = useServices();
  const { registry, old } = props;
  const findings = checks.state.report?.findings ?? [];
  const names: Record<Consumer, string> = {
    sdk: trans.__('This notebook'),
    builder: trans.__('Image builder'),
    nodes: trans.__('Training')
  };
  return (
    <figure
      className="jp-KaptainRegistry-picture"
      data-old={old}
      role="group"
      aria-label={trans.__('Who reaches the registry')}
    >
      <svg viewBox="0 0 258 74" aria-hidden="true" focusable="false">
        {ROWS.map(({ consumer, y }) => {
          const line = lineOf(registry, consumer);
          return (
            <g key={consumer} data-line={line}>
              <line x1={START} y1={y} x2={END.x} y2={END.y} />
              <circle cx={START} cy={y} r={5} />
              <text x={START - 10} y={y + 4} textAnchor="end">
                {names[consumer]}
              </text>
              <text className="jp-KaptainRegistry-pictureSign" x={START + 20} y={y + (END.y - y) * 0.22 - 4}>
                {SIGNS[line]}
              </text>
            </g>
          );
        })}
        <circle cx={END.x} cy={END.y} r={8} />
        <text x={END.x + 14} y={END.y + 4}>
          {trans.__('Registry')}
        </text>
      </svg>
      <ul className="jp-KaptainRegistry-spoken">
        {ROWS.map(({ consumer }) => (
          <li key={consumer}>
            {registry === null
              ? trans.__('%1: not checked', names[consumer])
              : consumerText(consumer, registry, findings, trans)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
