import type { TranslationBundle } from '@jupyterlab/translation';
import { fill, textsOfEntry, type Consumer, type FindingTexts } from '../../../common/finding.ts';
import type { Actor } from '../../../common/catalogue/types.ts';
import type { Finding, RegistryReport } from '../../../common/report.ts';
import { ACTOR_WORDS, confirmingPython, consumerPhrase, CONSUMER_WORDS, loginPhrase } from '../../../common/words.ts';
import { entryFor } from '../../entries.ts';
import type { IRow } from '../../tokens.ts';

/**
 * Texts of a finding in the language of the page. Without an entry here (a page in English, a code that is newer than the
 * page) they are the texts that came with it, in English.
 */
export function findingTexts(finding: Finding, trans: TranslationBundle): FindingTexts {
  const entry = entryFor(finding.code, finding.variant);
  if (entry === null) {
    return { title: finding.title, short: finding.title, explanation: finding.explanation, fix: finding.fix };
  }
  const texts = textsOfEntry(entry, finding.args, text => trans.__(text), {
    circumstances: finding.circumstances ?? [],
    registry: null
  });
  return { ...texts, fix: texts.fix.map((step, index) => ({ ...finding.fix[index], ...step })) };
}

/** Two to five words at the end of a check's row. */
export function rowSummary(row: IRow, trans: TranslationBundle): string {
  if (row.check === null) {
    return row.running ? trans.__('running') : trans.__('not checked');
  }
  if (row.check.outcome === 'skipped') {
    return trans.__('waits');
  }
  return row.summary === null ? row.check.summary : fill(trans.__(row.summary.text), row.summary.args);
}

export function actorName(actor: Actor, trans: TranslationBundle): string {
  return trans.__(ACTOR_WORDS[actor]);
}

/** Which entry of the Docker config a consumer finds, and why; null when there was no file to read. */
export function loginText(consumer: Consumer, registry: RegistryReport, trans: TranslationBundle): string | null {
  const login = registry.consumerLogins?.[consumer];
  if (login === undefined) {
    return null;
  }
  const phrase = trans
    .__(loginPhrase(consumer, login))
    .replace(/\{(entry|why)\}/g, (_place, name) => (name === 'entry' ? (login.entry ?? '') : trans.__(login.why)));
  return trans.__('%1: %2', trans.__(CONSUMER_WORDS[consumer]), phrase);
}

/** What a consumer does with the registry, never claiming more than what the verdict rests on. */
export function consumerText(
  consumer: Consumer,
  registry: RegistryReport,
  findings: readonly Finding[],
  trans: TranslationBundle
): string {
  const verdict = registry.consumers[consumer];
  const basis = registry.basis[consumer];
  const name = trans.__(CONSUMER_WORDS[consumer]);
  const phrase = trans.__(consumerPhrase(verdict, basis));
  const python = consumer === 'sdk' ? confirmingPython(registry, findings) : null;
  if (python !== null) {
    return trans.__('%1: %2, confirmed by Python %3', name, phrase, python);
  }
  return trans.__('%1: %2', name, phrase);
}
