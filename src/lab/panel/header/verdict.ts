import type { TranslationBundle } from '@jupyterlab/translation';
import type { ConsumerVerdict } from '../../../common/finding.ts';
import type { Basis, Finding, RegistryReport } from '../../../common/report.ts';
import type { IRegistryState } from '../../tokens.ts';
import { markOfSeverity, type MarkName } from '../shared/marks.tsx';
import { findingTexts } from '../shared/texts.ts';

/** The one thing that the panel says first. */
export type Headline =
  | { kind: 'failure'; finding: Finding }
  | { kind: 'unchecked' }
  | { kind: 'checking' }
  | { kind: 'finding'; finding: Finding }
  | { kind: 'choose'; known: readonly string[] }
  | { kind: 'healthy'; registry: RegistryReport }
  | { kind: 'undecided' };

/** Report of the registry that the headline speaks of; null when there is none or another one was chosen since. */
export function registryOf(state: IRegistryState, chosen: string | null): RegistryReport | null {
  const host = state.context?.registry ?? null;
  if (host === null || (chosen !== null && chosen !== host)) {
    return null;
  }
  return state.report?.registries.find(registry => registry.host === host) ?? null;
}

/** Whether the last report answers the question that is asked now. */
function fits(state: IRegistryState, chosen: string | null): boolean {
  return state.report !== null && (chosen === null || state.context?.registry === chosen);
}

/**
 * What to say first: the tool's own failure, then the first finding that needs somebody to act, then a missing choice.
 *
 * @param chosen - registry that the person chose; null when the checks choose
 */
export function headlineOf(state: IRegistryState, chosen: string | null): Headline {
  if (state.failure !== null) {
    return { kind: 'failure', finding: state.failure };
  }
  if (state.report === null || !fits(state, chosen)) {
    return { kind: state.running ? 'checking' : 'unchecked' };
  }
  const finding = state.report.findings.find(item => item.severity !== 'info');
  const undecided = state.context?.registry === null;
  const ofFile = finding !== undefined && state.rows.some(row => row.planned.id === finding.check);
  if (undecided && !ofFile) {
    return { kind: 'choose', known: state.context?.known ?? [] };
  }
  if (finding !== undefined) {
    return { kind: 'finding', finding };
  }
  const registry = registryOf(state, chosen);
  return registry?.verdict === 'ok' && registry.consumers.sdk === 'ok' ? { kind: 'healthy', registry } : { kind: 'undecided' };
}

export function headlineMark(headline: Headline): MarkName {
  switch (headline.kind) {
    case 'failure':
      return 'problem';
    case 'finding':
      return markOfSeverity(headline.finding.severity);
    case 'healthy':
      return 'ok';
    case 'checking':
      return 'running';
    case 'unchecked':
    case 'choose':
      return 'skipped';
    case 'undecided':
      return 'unknown';
  }
}

/** The verdict in words. */
export function headlineTitle(headline: Headline, trans: TranslationBundle): string {
  switch (headline.kind) {
    case 'failure':
    case 'finding':
      return trans.__('%1.', findingTexts(headline.finding, trans).title);
    case 'healthy':
      return headline.registry.basis.sdk === 'tested'
        ? trans.__('Login and certificate work here.')
        : trans.__('Login and certificate are expected to work here.');
    case 'checking':
      return trans.__('Checking…');
    case 'unchecked':
      return trans.__('Not checked yet.');
    case 'choose':
      return trans.__('Which registry?');
    case 'undecided':
      return trans.__('No problem found, but not everything could be checked.');
  }
}

/** The sentences beneath the verdict, each complete. */
export function headlineTexts(headline: Headline, trans: TranslationBundle): string[] {
  switch (headline.kind) {
    case 'failure':
    case 'finding':
      return [findingTexts(headline.finding, trans).explanation];
    case 'healthy':
      return healthyTexts(headline.registry, trans);
    case 'checking':
      return [trans.__('Looking at the two files, then at the registry.')];
    case 'unchecked':
      return [trans.__('Looks at your Docker config, the CA certificate and the registry. Nothing is changed.')];
    case 'choose':
      return headline.known.length > 0
        ? [trans.__('Your Docker config names several. Choose the one that your images go to.')]
        : [trans.__('Your Docker config names none. Type the one that your images go to.')];
    case 'undecided':
      return [trans.__('See below what is not known.')];
  }
}

function healthyTexts(registry: RegistryReport, trans: TranslationBundle): string[] {
  const { consumers, basis } = registry;
  const builder = builderText(consumers.builder, basis.builder, trans);
  const rest =
    consumers.nodes === 'unknown' || basis.nodes !== 'tested'
      ? trans.__('Not tested yet: push, training machines.')
      : trans.__('Not tested yet: push.');
  return [builder, rest];
}

function builderText(verdict: ConsumerVerdict, basis: Basis, trans: TranslationBundle): string {
  if (verdict === 'unknown' || basis === 'none') {
    return trans.__('Whether the image builder agrees cannot be told from here.');
  }
  if (basis === 'tested') {
    return verdict === 'ok' ? trans.__('The image builder agrees.') : trans.__('The image builder fails.');
  }
  return verdict === 'ok' ? trans.__('The image builder is expected to agree.') : trans.__('The image builder is expected to fail.');
}
