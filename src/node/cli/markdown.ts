import { ACTOR_WORDS, checkState, CONSUMER_WORDS, consumerPhrase, ROW_WORDS } from '../../common/words.ts';
import { contactOf, NO_CONTACTS, type Contacts } from '../../common/contacts.ts';
import { messageFor, stepsOf } from '../../common/message.ts';
import { called } from './called.ts';
import type { Finding, Report } from '../../common/report.ts';
import { codeBlock, markdownText } from './markdownText.ts';

const MESSAGE_TITLES = {
  'registry-owner': 'Message to the registry owner',
  'cluster-admin': 'Message to the cluster admin'
} as const;

const VERDICTS = { ok: 'No problem', warning: 'Warning', problem: 'Problem' } as const;

function findingMarkdown(item: Finding, contacts: Contacts): string {
  const steps = item.fix.map((step, index) => {
    const command = step.command === undefined ? '' : `\n\n${codeBlock(step.command).replace(/^/gm, '   ')}\n`;
    return `${index + 1}. **${ACTOR_WORDS[step.by]}${markdownText(contactOf(step.by, contacts))}:** ${markdownText(step.text)}${command}`;
  });
  return [
    `### ${item.code} ${markdownText(item.title)}`,
    item.subject === '' ? '' : `About: ${markdownText(item.subject)}`,
    markdownText(item.explanation),
    steps.join('\n'),
    item.evidence.map(piece => `- ${markdownText(piece.label)}: ${markdownText(piece.value)}`).join('\n')
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** What can be sent as it is: for the first cause, one message to each who has to act. */
function messages(report: Report, contacts: Contacts): string {
  const first = report.findings.find(item => item.severity !== 'info' && item.rootCause);
  if (first === undefined) {
    return '';
  }
  const registry = report.registries.some(item => item.host === first.subject)
    ? first.subject
    : (report.registries[0]?.host ?? null);
  const parts = { ...first, since: report.startedAt, registry, command: called() };
  return (['registry-owner', 'cluster-admin'] as const)
    .filter(asked => stepsOf(asked, first.fix).length > 0)
    .map(asked => `## ${MESSAGE_TITLES[asked]}\n\n${codeBlock(messageFor(asked, parts, contacts))}`)
    .join('\n\n');
}

/** The report as Markdown, for an issue or a chat message. */
export function markdownReport(report: Report, contacts = NO_CONTACTS): string {
  const consumers = report.registries.flatMap(registry =>
    (['sdk', 'builder', 'nodes'] as const).map(
      name =>
        `| ${markdownText(registry.host)} | ${CONSUMER_WORDS[name]} | ${consumerPhrase(registry.consumers[name], registry.basis[name])} |`
    )
  );
  const checks = report.checks.map(
    check =>
      `| ${ROW_WORDS[checkState(check, report.findings)]} | ${markdownText(check.title)} | ${markdownText(check.subject)} | ${markdownText(check.summary)} |`
  );
  return [
    `# Private registry: ${VERDICTS[report.verdict]}`,
    `${report.tool.name} ${report.tool.version}, ${report.startedAt}`,
    ...report.findings.filter(item => item.code !== 'KR-INT-003').map(item => findingMarkdown(item, contacts)),
    messages(report, contacts),
    consumers.length === 0 ? '' : ['| registry | who | verdict |', '| --- | --- | --- |', ...consumers].join('\n'),
    ['| state | check | subject | summary |', '| --- | --- | --- | --- |', ...checks].join('\n')
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}
