import type { Finding, Report } from '../../common/report.ts';
import { ROW_SIGNS } from '../../common/words.ts';
import type { Contacts } from '../../common/contacts.ts';
import { wrap, type Style } from './style.ts';
import { findingText } from './text.ts';

/** The first true cause of a report that is a problem; undefined when no problem was found. */
export function firstProblem({ findings }: Report): Finding | undefined {
  return findings.find(item => item.severity === 'error' && item.rootCause);
}

/**
 * Why a look at a registry did not lead where it should: the first true cause with its remedy, else what could not be
 * told.
 *
 * @param title - what was not achieved, for the case that no cause was found
 */
export function failureText(report: Report, title: string, style: Style, contacts: Contacts): string {
  const cause =
    firstProblem(report) ??
    report.findings.find(item => item.severity === 'warning' && item.rootCause) ??
    report.findings.find(item => item.severity !== 'info');
  if (cause !== undefined) {
    return findingText(cause, style, true, contacts);
  }
  const open = report.checks.filter(item => item.outcome !== 'pass' && item.summary !== '');
  return [
    `${style.paint('yellow', ROW_SIGNS.unknown)} ${style.paint('bold', title)}`,
    '',
    ...open.map(item => wrap(`${item.title}: ${item.summary}`, style.width, '    ', '  - '))
  ].join('\n');
}
