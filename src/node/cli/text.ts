import {
  ACTOR_WORDS,
  asksNobody,
  checkState,
  confirmingPython,
  CONSUMER_WORDS,
  consumerPhrase,
  healthyPhrases,
  mayPush,
  ROW_SIGNS,
  type RowState
} from '../../common/words.ts';
import type { Consumer } from '../../common/finding.ts';
import type { CheckReport, Finding, RegistryReport, Report } from '../../common/report.ts';
import { contactOf, NO_CONTACTS } from '../../common/contacts.ts';
import { asCalled } from './called.ts';
import { wrap, type Colour, type Style } from './style.ts';
import { treeText } from './treeText.ts';

const COLOURS: Readonly<Record<RowState, Colour>> = {
  ok: 'green',
  notice: 'grey',
  warning: 'yellow',
  problem: 'red',
  waiting: 'grey',
  unknown: 'yellow',
  running: 'grey',
  stopped: 'grey'
};

const STATE_OF_SEVERITY = { error: 'problem', warning: 'warning', info: 'notice' } as const;

function sign(state: RowState, style: Style): string {
  return style.paint(COLOURS[state], ROW_SIGNS[state]);
}

/** The report as a person wants to read it: verdict, first cause with its remedy, then the rest in short. */
export function textReport(report: Report, style: Style, contacts = NO_CONTACTS): string {
  const [headline] = report.findings.filter(item => item.severity !== 'info' && item.rootCause);
  const parts = [
    headline === undefined ? allWell(report, style) : findingText(headline, style, true, contacts),
    others(report, headline, style),
    ...report.registries.flatMap(item => [registryText(item, report.findings, style), treeText(item, style)]),
    checksText(report, style)
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function allWell(report: Report, style: Style): string {
  const [only] = report.registries;
  const phrases = (item: RegistryReport): ReturnType<typeof healthyPhrases> =>
    healthyPhrases(item, mayPush(report.checks, item.host), asksNobody(report.findings, item.host));
  const unclear = report.registries.some(item => item.verdict === 'unknown');
  const title =
    only === undefined
      ? 'No registry to test'
      : report.registries.length === 1 || unclear
        ? phrases(report.registries.find(item => item.verdict === 'unknown') ?? only).title
        : report.registries.some(item => asksNobody(report.findings, item.host))
          ? `${report.registries.length} registries work here; not all of them ask for a login`
          : `Login and certificate work here for ${report.registries.length} registries`;
  const state: RowState = only === undefined || unclear ? 'unknown' : 'ok';
  const text = only === undefined ? 'Name one: kaptain-registry check host:port' : phrases(only).text;
  return `${sign(state, style)} ${style.paint('bold', title)}\n\n${wrap(text, style.width, '  ')}`;
}

/** One finding in full: cause, remedy, who. */
export function findingText(item: Finding, style: Style, verdict = false, contacts = NO_CONTACTS): string {
  const state = STATE_OF_SEVERITY[item.severity];
  const word = verdict ? (item.severity === 'error' ? 'Problem: ' : 'Warning: ') : '';
  const lines = [
    `${sign(state, style)} ${style.paint('bold', wrap(`${word}${item.title}`, style.width - 2, '  ', ''))}`,
    `  ${style.paint('grey', `${item.code}${item.subject === '' ? '' : ` · ${item.subject}`}`)}`,
    '',
    wrap(item.explanation, style.width, '  ')
  ];
  if (item.fix.length > 0) {
    lines.push('', `  ${style.paint('bold', 'What to do')}`);
    for (const [index, step] of item.fix.entries()) {
      lines.push(
        wrap(
          `[${ACTOR_WORDS[step.by]}${contactOf(step.by, contacts)}] ${step.text}`,
          style.width,
          '     ',
          `  ${index + 1}. `
        )
      );
      if (step.command !== undefined) {
        lines.push(`       ${step.by === 'you' ? asCalled(step.command) : step.command}`);
      }
    }
  }
  if (item.evidence.length > 0) {
    lines.push('', `  ${style.paint('bold', 'What was seen')}`);
    lines.push(...item.evidence.map(piece => wrap(`${piece.label}: ${piece.value}`, style.width, '       ', '  - ')));
  }
  return lines.join('\n');
}

function others(report: Report, headline: Finding | undefined, style: Style): string {
  const rest = report.findings.filter(
    item => item !== headline && item.code !== 'KR-INT-003' && item.severity !== 'info'
  );
  if (rest.length === 0) {
    return '';
  }
  const lines = rest.map(item => {
    const follows = item.rootCause ? '' : ' (may follow from the above)';
    return wrap(
      `${item.title}${follows} ${item.code}`,
      style.width,
      '      ',
      `  ${sign(STATE_OF_SEVERITY[item.severity], style)} `
    );
  });
  return [style.paint('bold', 'Also found (explain CODE says more)'), ...lines].join('\n');
}

function registryText(item: RegistryReport, findings: readonly Finding[], style: Style): string {
  const rows = (['sdk', 'builder', 'nodes'] as const satisfies readonly Consumer[]).map(consumer => {
    const verdict = item.consumers[consumer];
    const state: RowState = verdict === 'ok' ? 'ok' : verdict === 'fails' ? 'problem' : 'unknown';
    const name = CONSUMER_WORDS[consumer].padEnd(18);
    const python = consumer === 'sdk' ? confirmingPython(item, findings) : null;
    const confirmed = python === null ? '' : `, confirmed by Python ${python}`;
    return `  ${sign(state, style)} ${name} ${consumerPhrase(verdict, item.basis[consumer])}${confirmed}`;
  });
  return [style.paint('bold', `Who reaches ${item.host}`), ...rows].join('\n');
}

/** What the rows that did not pass are, in the order in which a person cares. */
const COUNTED: readonly (readonly [RowState, one: string, several: string])[] = [
  ['ok', 'passed', 'passed'],
  ['problem', 'problem', 'problems'],
  ['warning', 'warning', 'warnings'],
  ['unknown', 'unclear', 'unclear'],
  ['waiting', 'not run', 'not run'],
  ['stopped', 'stopped', 'stopped']
];

function checksText(report: Report, style: Style): string {
  const states = report.checks.map(check => ({ check, state: checkState(check, report.findings) }));
  const counts = COUNTED.flatMap(([state, one, several]) => {
    const count = states.filter(item => item.state === state).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  const seconds = (report.durationMs / 1000).toFixed(1);
  const title = `Checks: ${[...counts, `in ${seconds} s`].join(', ')}`;
  const several = new Set(report.registries.map(item => item.host)).size > 1;
  const subjectOf = (check: CheckReport): string =>
    several && !check.subject.startsWith('/') && check.subject !== '' ? ` (${check.subject})` : '';
  const row = ({ check, state }: (typeof states)[number]): string => {
    const summary = check.outcome === 'cancelled' ? 'stopped' : check.summary;
    const text = `${check.title}${subjectOf(check)}${summary === '' ? '' : `: ${summary}`}`;
    return wrap(text, style.width, '    ', `  ${sign(state, style)} `);
  };
  const shown = states.filter(({ check, state }) => state !== 'ok' && check.blockedBy.length === 0);
  return [style.paint('bold', title), ...shown.map(row), ...waitingRows(report, subjectOf, style)].join('\n');
}

/** One row for all checks that wait for the same ones. */
function waitingRows(report: Report, subjectOf: (check: CheckReport) => string, style: Style): string[] {
  const titles = new Map(report.checks.map(check => [check.id, check.title]));
  const groups = Map.groupBy(
    report.checks.filter(check => check.blockedBy.length > 0),
    check => `${check.blockedBy.map(id => titles.get(id) ?? id).join(', ')}${subjectOf(check)}`
  );
  return [...groups].map(([blockers, checks]) => {
    const [only] = checks;
    const text =
      checks.length === 1 && only !== undefined
        ? `${only.title} waits for ${blockers}`
        : `${checks.length} checks wait for ${blockers}`;
    return wrap(text, style.width, '    ', `  ${sign('waiting', style)} `);
  });
}
