import type { TranslationBundle } from '@jupyterlab/translation';
import type { Actor } from '../../../common/catalogue/types.ts';
import type { Finding } from '../../../common/report.ts';
import { findingTexts } from '../shared/texts.ts';

/**
 * A message to the person who can take the steps that the reader cannot: what is wrong, what was seen, what is needed.
 * Made of a finding alone, which holds no secret.
 */
export function messageFor(actor: Actor, finding: Finding, trans: TranslationBundle): string {
  const texts = findingTexts(finding, trans);
  const steps = texts.fix.filter(step => step.by === actor);
  return [
    trans.__('%1 (%2, %3)', texts.title, finding.subject, finding.code),
    texts.explanation,
    ...finding.evidence.map(item => trans.__('%1: %2', trans.__(item.label), item.value)),
    trans.__('What is needed:'),
    ...steps.flatMap(step => [trans.__('- %1', step.text), ...(step.command === undefined ? [] : [step.command])])
  ].join('\n');
}
