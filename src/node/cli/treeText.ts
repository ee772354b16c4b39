import { ORIGIN_WORDS, treeRows, type TreeRow } from '../../common/tree.ts';
import type { RegistryReport } from '../../common/report.ts';
import { ROW_SIGNS } from '../../common/words.ts';
import { wrap, type Style } from './style.ts';

const STATES = { error: 'problem', warning: 'warning', info: 'notice' } as const;
const COLOURS = { error: 'red', warning: 'yellow', info: 'grey' } as const;

function rowLines({ depth, certificate, missing }: TreeRow, style: Style): string[] {
  const indent = `  ${'   '.repeat(depth)}`;
  const lead = depth === 0 ? indent : `${indent.slice(0, -3)}└─ `;
  if (certificate === null) {
    return [
      `${lead}${style.paint('yellow', '?')} ${wrap(`${missing} (neither in the chain nor in your CA file)`, style.width, `${indent}  `, '')}`
    ];
  }
  const until = certificate.sha256 === undefined ? '' : `, until ${certificate.validUntil.slice(0, 10)}`;
  const head = wrap(
    `${certificate.subject} (${ORIGIN_WORDS[certificate.from]}${until})`,
    style.width,
    `${indent}  `,
    lead
  );
  const problems = certificate.problems.map(({ severity, text, code }) => {
    const sign = style.paint(COLOURS[severity], ROW_SIGNS[STATES[severity]]);
    return `${indent}  ${sign} ${text} (${code})`;
  });
  return [head, ...problems];
}

/** The certificates of one registry as a tree: who signed whom, and what is wrong where. Empty without any. */
export function treeText({ host, tree }: RegistryReport, style: Style): string {
  if (tree === undefined) {
    return '';
  }
  const lines = treeRows(tree).flatMap(row => rowLines(row, style));
  const { others } = tree;
  return [
    style.paint('bold', `Certificates of ${host}, each below the one that signed it`),
    ...lines,
    ...(others === 0 ? [] : [`  (and ${others} more in your CA file that do not concern it)`])
  ].join('\n');
}
