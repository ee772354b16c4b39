import type { TranslationBundle } from '@jupyterlab/translation';
import type { Finding, RegistryReport } from '../../../common/report.ts';
import { asksNobody, healthyPhrases, type RowState } from '../../../common/words.ts';
import type { IRegistryState } from '../../tokens.ts';
import { stateOfSeverity } from '../shared/marks.tsx';
import { findingTexts } from '../shared/texts.ts';

/** The one thing that the panel says first. */
export type Headline =
  | { kind: 'failure'; finding: Finding }
  | { kind: 'unchecked' }
  | { kind: 'checking' }
  | { kind: 'finding'; finding: Finding }
  | { kind: 'choose'; known: readonly string[] }
  | { kind: 'clean'; registry: RegistryReport | null; untried: boolean };

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
  const untried = registry !== null && asksNobody(state.report.findings, registry.host);
  return { kind: 'clean', registry, untried };
}

/** Whether the notebook was seen to work with it: nothing less is called so. */
function works(registry: RegistryReport | null): registry is RegistryReport {
  return registry?.verdict === 'ok' && registry.consumers.sdk === 'ok' && registry.basis.sdk === 'tested';
}

/** Title and sentence where nothing is wrong. */
function cleanTexts(
  registry: RegistryReport | null,
  untried: boolean,
  trans: TranslationBundle
): { title: string; text: string } {
  if (!works(registry)) {
    return {
      title: trans.__('Nothing wrong was found, but not everything could be tested'),
      text: trans.__('Some checks could not tell; their rows say why.')
    };
  }
  const { title, text } = healthyPhrases(registry, false, untried);
  return { title: trans.__(title), text: trans.__(text) };
}

export function headlineState(headline: Headline): RowState {
  switch (headline.kind) {
    case 'failure':
      return 'problem';
    case 'finding':
      return stateOfSeverity(headline.finding.severity);
    case 'clean':
      return works(headline.registry) ? 'ok' : 'unknown';
    case 'checking':
      return 'running';
    case 'unchecked':
    case 'choose':
      return 'waiting';
  }
}

/** The verdict in words. */
export function headlineTitle(headline: Headline, trans: TranslationBundle): string {
  switch (headline.kind) {
    case 'failure':
    case 'finding':
      return trans.__('%1.', findingTexts(headline.finding, trans).title);
    case 'clean':
      return trans.__('%1.', cleanTexts(headline.registry, headline.untried, trans).title);
    case 'checking':
      return trans.__('Checking…');
    case 'unchecked':
      return trans.__('Not checked yet.');
    case 'choose':
      return trans.__('Which registry?');
  }
}

/** The sentences beneath the verdict, each complete. */
export function headlineTexts(headline: Headline, trans: TranslationBundle): string[] {
  switch (headline.kind) {
    case 'failure':
    case 'finding':
      return [findingTexts(headline.finding, trans).explanation];
    case 'clean':
      return [cleanTexts(headline.registry, headline.untried, trans).text];
    case 'checking':
      return [trans.__('Looking at the two files, then at the registry.')];
    case 'unchecked':
      return [trans.__('Looks at your Docker config, the CA certificate and the registry. Nothing is changed.')];
    case 'choose':
      return headline.known.length > 1
        ? [trans.__('Your Docker config names several. Choose the one that your images go to in the list above.')]
        : headline.known.length === 1
          ? [trans.__('Choose the one that your images go to in the list above, or type another.')]
          : [trans.__('Your Docker config names none. Choose "Type another…" in the list above.')];
  }
}

/** Hours and minutes, as the browser's language writes them. */
export function clock(time: number): string {
  return new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
