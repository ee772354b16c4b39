import type { TranslationBundle } from '@jupyterlab/translation';
import { catalogue } from '../../../common/catalogue/index.ts';
import { fill, textsOf, type Consumer, type FindingTexts } from '../../../common/finding.ts';
import type { Actor } from '../../../common/catalogue/types.ts';
import type { Basis, Finding, RegistryReport } from '../../../common/report.ts';
import type { IRow } from '../../tokens.ts';

/**
 * Texts of a finding in the language of the page. A helper that is newer than the page may send a code that the page
 * does not know: then the texts that came with it, in English.
 */
export function findingTexts(finding: Finding, trans: TranslationBundle): FindingTexts {
  if (!(finding.code in catalogue)) {
    return { title: finding.title, short: finding.title, explanation: finding.explanation, fix: finding.fix };
  }
  const texts = textsOf(finding, text => trans.__(text));
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
  switch (actor) {
    case 'you':
      return trans.__('You');
    case 'cluster-admin':
      return trans.__('Cluster admin');
    case 'registry-owner':
      return trans.__('Registry owner');
  }
}

/** What a consumer does with the registry, never claiming more than what the verdict rests on. */
export function consumerText(consumer: Consumer, registry: RegistryReport, trans: TranslationBundle): string {
  const verdict = registry.consumers[consumer];
  const basis: Basis = verdict === 'unknown' ? 'none' : registry.basis[consumer];
  switch (consumer) {
    case 'sdk':
      return sdkText(verdict === 'ok', basis, registry, trans);
    case 'builder':
      return pick(basis, verdict === 'ok', {
        works: trans.__('Image builder: reaches it, tested.'),
        fails: trans.__('Image builder: fails, tested.'),
        expectedToWork: trans.__('Image builder: expected to agree, not tested.'),
        expectedToFail: trans.__('Image builder: expected to fail, not tested.'),
        unknown: trans.__('Image builder: cannot tell from here.')
      });
    case 'nodes':
      return pick(basis, verdict === 'ok', {
        works: trans.__('Training machines: reach it, tested.'),
        fails: trans.__('Training machines: fail, tested.'),
        expectedToWork: trans.__('Training machines: expected to reach it, not tested.'),
        expectedToFail: trans.__('Training machines: expected to fail, not tested.'),
        unknown: trans.__('Training machines: cannot tell from here.')
      });
  }
}

interface Wordings {
  works: string;
  fails: string;
  expectedToWork: string;
  expectedToFail: string;
  unknown: string;
}

function pick(basis: Basis, ok: boolean, words: Wordings): string {
  switch (basis) {
    case 'tested':
      return ok ? words.works : words.fails;
    case 'predicted':
      return ok ? words.expectedToWork : words.expectedToFail;
    case 'none':
      return words.unknown;
  }
}

function sdkText(ok: boolean, basis: Basis, registry: RegistryReport, trans: TranslationBundle): string {
  const { status, python } = registry.sdkWitness;
  if (basis === 'tested' && status === 'confirmed' && python !== undefined) {
    const short = python.split('.').slice(0, 2).join('.');
    return ok
      ? trans.__('This notebook: reaches it, confirmed by Python %1 here.', short)
      : trans.__('This notebook: fails, confirmed by Python %1 here.', short);
  }
  return pick(basis, ok, {
    works: trans.__('This notebook: reaches it, tested from here.'),
    fails: trans.__('This notebook: fails, tested from here.'),
    expectedToWork: trans.__('This notebook: expected to reach it, not tested.'),
    expectedToFail: trans.__('This notebook: expected to fail, not tested.'),
    unknown: trans.__('This notebook: cannot tell.')
  });
}
