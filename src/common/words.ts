import type { Actor, Severity } from './catalogue/types.ts';
import type { Consumer, ConsumerVerdict } from './finding.ts';
import type { Basis, CheckReport, ConsumerLogin, Finding, Outcome, RegistryReport } from './report.ts';

/** Words and signs that panel and command share: every state has a shape, a word, and only then a colour. */

export const ACTOR_WORDS: Readonly<Record<Actor, string>> = {
  you: 'You',
  'cluster-admin': 'Cluster admin',
  'registry-owner': 'Registry owner'
};

export const CONSUMER_WORDS: Readonly<Record<Consumer, string>> = {
  sdk: 'This notebook',
  builder: 'Image builder',
  nodes: 'Training machines'
};

export type RowState = 'ok' | 'notice' | 'warning' | 'problem' | 'waiting' | 'unknown' | 'running' | 'stopped';

export const ROW_SIGNS: Readonly<Record<RowState, string>> = {
  ok: '✓',
  notice: 'i',
  warning: '!',
  problem: '✕',
  waiting: '–',
  unknown: '?',
  running: '…',
  stopped: '–'
};

export const ROW_WORDS: Readonly<Record<RowState, string>> = {
  ok: 'OK',
  notice: 'Notice',
  warning: 'Warning',
  problem: 'Problem',
  waiting: 'Not checked',
  unknown: 'Cannot tell',
  running: 'Running',
  stopped: 'Stopped'
};

/** How a row is shown: from its outcome and the worst of its findings. */
export function rowState(outcome: Outcome, severities: readonly Severity[]): RowState {
  switch (outcome) {
    case 'pass':
      return 'ok';
    case 'fail':
      return severities.includes('error') ? 'problem' : 'warning';
    case 'skipped':
      return 'waiting';
    case 'cancelled':
      return 'stopped';
    case 'unknown':
    case 'crashed':
    case 'timeout':
      return 'unknown';
  }
}

/** State of a reported check, with the findings of its report. */
export function checkState(
  check: Pick<CheckReport, 'id' | 'subject' | 'outcome'>,
  findings: readonly { check: string; subject: string; severity: Severity }[]
): RowState {
  const own = findings.filter(item => item.check === check.id);
  return rowState(
    check.outcome,
    own.map(item => item.severity)
  );
}

/** A consumer's verdict with what it rests on; never more than its basis. */
export function consumerPhrase(verdict: ConsumerVerdict, basis: Basis): string {
  if (verdict === 'unknown' || basis === 'none') {
    return 'cannot tell from here';
  }
  if (basis === 'tested') {
    return verdict === 'ok' ? 'works, tested from here' : 'fails, tested from here';
  }
  return verdict === 'ok' ? 'expected to work, not tested' : 'expected to fail';
}

/** What a consumer finds in the Docker config; `{entry}` stands for the entry's name, `{why}` for the reason. */
export function loginPhrase(consumer: Consumer, { finds, entry }: ConsumerLogin): string {
  if (consumer === 'nodes') {
    return entry === null
      ? 'cannot tell from here; they read a Secret of the cluster. With this file in it they would find no login: {why}'
      : 'cannot tell from here; they read a Secret of the cluster. With this file in it they would find the entry "{entry}": {why}';
  }
  switch (finds) {
    case 'found':
      return 'finds the entry "{entry}": {why}';
    case 'none':
      return entry === null ? 'finds no login: {why}' : 'finds the entry "{entry}", but no login in it: {why}';
    case 'error':
      return entry === null ? 'refuses the file: {why}' : 'refuses the file at the entry "{entry}": {why}';
    case 'unknown':
      return entry === null ? 'cannot tell: {why}' : 'cannot tell whether it finds the entry "{entry}": {why}';
  }
}

/**
 * `3.11` when the notebook's Python confirmed what was tested for the SDK; null when nobody did. Python looks at the
 * certificate alone: a failure for any other reason is not confirmed by it.
 */
export function confirmingPython(
  { host, consumers, basis, sdkWitness }: RegistryReport,
  findings: readonly Pick<Finding, 'subject' | 'check' | 'consumers'>[]
): string | null {
  const isOfCertificate = findings.some(
    item => item.subject === host && item.check.startsWith('tls.') && item.consumers?.sdk === 'fails'
  );
  const said = consumers.sdk === 'ok' || (consumers.sdk === 'fails' && isOfCertificate);
  return said && basis.sdk === 'tested' && sdkWitness.status === 'confirmed'
    ? (sdkWitness.python?.split('.').slice(0, 2).join('.') ?? null)
    : null;
}

/** Whether a trial upload to a registry was accepted. */
export function mayPush(checks: readonly Pick<CheckReport, 'id' | 'subject' | 'outcome'>[], host: string): boolean {
  return checks.some(({ id, subject, outcome }) => id === 'reg.push' && subject === host && outcome === 'pass');
}

/** Whether a registry answered without asking for a login, so that none was tried. */
export function asksNobody(findings: readonly Pick<Finding, 'code' | 'subject'>[], host: string): boolean {
  return findings.some(({ code, subject }) => code === 'KR-REG-026' && subject === host);
}

/**
 * Headline of a registry without an error or warning.
 *
 * @param pushTested - a trial upload was accepted
 * @param untried - the registry asks nobody for a login, so that none was tried
 */
export function healthyPhrases(
  registry: RegistryReport,
  pushTested = false,
  untried = false
): { title: string; text: string } {
  if (registry.consumers.sdk === 'ok' && registry.basis.sdk === 'predicted') {
    return {
      title: 'The certificate is accepted, by the rules of each program',
      text:
        registry.consumers.builder === 'ok'
          ? 'This notebook and the image builder trust it for this name. Nothing was connected to, and no login was tried.'
          : 'This notebook trusts it for this name. Nothing was connected to, and no login was tried.'
    };
  }
  if (registry.consumers.sdk === 'ok') {
    if (pushTested) {
      return {
        title: untried ? 'Certificate and push work here' : 'Login, certificate and push work here',
        text:
          registry.consumers.builder === 'ok'
            ? 'A trial upload was accepted. The image builder is expected to agree. Not tested: training machines.'
            : 'A trial upload was accepted. Whether the image builder agrees cannot be told from here. Not tested: training machines.'
      };
    }
    if (untried) {
      return {
        title: 'The certificate works here, and the registry asks nobody for a login',
        text: 'So no login was tried, and a push may still need one. Not tested yet: push, training machines.'
      };
    }
    return {
      title: 'Login and certificate work here',
      text:
        registry.consumers.builder === 'ok'
          ? 'The image builder is expected to agree. Not tested yet: push, training machines.'
          : 'Whether the image builder agrees cannot be told from here. Not tested yet: push, training machines.'
    };
  }
  return {
    title: 'Nothing wrong was found, but not everything could be tested',
    text: 'Some checks could not tell; their rows say why.'
  };
}
