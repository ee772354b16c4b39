import type { FactMap } from '../facts.ts';
import { hostArg, wordArg } from '../../common/args.ts';
import { draft } from '../../common/finding.ts';
import { DEFAULT_PORT } from '../../common/host.ts';
import { mayBeDialled } from '../registry/address.ts';
import type { ResolutionFacts } from '../registry/facts.ts';
import { cannotTell, fail, slow, WAY_FAILS, withFindings } from './outcome.ts';
import { check, pass } from './types.ts';

/** What the engine says when there is no registry at all. */
export function noRegistry(subject = '') {
  return draft('KR-NET-001', subject, {});
}

const address = check({
  id: 'net.address',
  judges: 'address',
  needs: ['address'],
  emits: ['KR-NET-002', 'KR-NET-019'],
  run({ facts, subject }) {
    const { valid, fault, given } = facts.address;
    if (valid) {
      const args = { host: hostArg(given), longer: hostArg(`${given}:${DEFAULT_PORT}`) };
      return isDomain(given)
        ? pass('understood')
        : fail(draft('KR-NET-019', subject, args, { consumers: { builder: 'fails' } }));
    }
    const options = fault === null || fault === 'characters' ? {} : { variant: fault };
    return fail(
      draft(
        'KR-NET-002',
        subject,
        { given: hostArg(given) },
        { ...options, consumers: { sdk: 'fails', builder: 'fails' } }
      )
    );
  }
});

const name = check({
  id: 'net.name',
  judges: 'resolution',
  needs: ['resolution', 'address'],
  mayUse: ['environment'],
  emits: ['KR-NET-003', 'KR-NET-004', 'KR-NET-005', 'KR-NET-014'],
  run(input) {
    const { resolution, address: given } = input.facts;
    const args = { host: hostArg(given.given), target: hostArg(resolution.host) };
    const options = { consumers: WAY_FAILS, ...(resolution.via === 'proxy' ? { variant: 'proxy' as const } : {}) };
    if (resolution.outcome === 'not-found') {
      return fail(draft('KR-NET-003', input.subject, args, options));
    }
    if (resolution.outcome === 'no-answer') {
      return fail(draft('KR-NET-004', input.subject, args, options));
    }
    const inPod = input.facts.environment?.inPod ?? false;
    const odd = oddAddress(resolution, inPod);
    if (odd === null) {
      const [first = ''] = resolution.addresses;
      return withFindings(
        pass('found: {address}', { address: hostArg(first) }),
        slow(input.subject, args.host, wordArg('name lookup'), resolution.durationMs)
      );
    }
    const where = { ...args, address: hostArg(odd.address) };
    if (odd.kind === 'loopback') {
      // From this pod something may well answer there; builder and nodes are elsewhere.
      const consumers = { builder: 'fails', nodes: 'fails' } as const;
      return fail(draft('KR-NET-005', input.subject, where, { variant: 'loopback', consumers }));
    }
    const variant = odd.kind === 'link-local' ? { variant: 'link-local' as const } : {};
    const consumers = { sdk: 'fails', builder: 'fails', nodes: 'fails' } as const;
    return fail(draft('KR-NET-005', input.subject, where, { ...variant, consumers }));
  }
});

/**
 * Whether the first part of an image name is taken for a registry: with a dot, a colon or a capital letter, or
 * "localhost" (distribution/reference `splitDockerDomain`, ggcr `pkg/name`).
 */
function isDomain(given: string): boolean {
  return /[.:A-Z]/.test(given) || given === 'localhost';
}

/** The address that cannot be the registry's; null when there is a fitting one, or the person mapped it. */
function oddAddress(resolution: ResolutionFacts, inPod: boolean): { address: string; kind: string } | null {
  const { via, mapped, kinds, addresses } = resolution;
  const fits = (kind: (typeof kinds)[number]): boolean => mayBeDialled(kind) && !(kind === 'loopback' && inPod);
  if (via === 'proxy' || mapped || kinds.some(fits)) {
    return null;
  }
  return { address: addresses[0] ?? '', kind: kinds[0] ?? 'ordinary' };
}

const proxy = check({
  id: 'net.proxy',
  judges: 'proxy',
  needs: ['proxy', 'address'],
  mayUse: ['resolution', 'connection', 'tls', 'builder.route'],
  emits: ['KR-NET-010', 'KR-NET-011', 'KR-NET-016', 'KR-NET-018'],
  run(input) {
    const { proxy: facts, address: given } = input.facts;
    if (facts.proxy === null) {
      return pass('none');
    }
    const args = { host: hostArg(given.hostname), proxy: hostArg(facts.proxy.address) };
    if (facts.sdk === 'proxy' && (facts.proxy.kind === 'https' || facts.proxy.kind === 'socks')) {
      const untestable = draft('KR-NET-011', input.subject, { ...args, status: 0 }, { variant: 'untestable' });
      return { ...cannotTell('cannot tell (kind of proxy)'), findings: [untestable] };
    }
    if (facts.sdk === 'proxy' && !facts.proxy.usable) {
      const unusable = { variant: 'unusable', consumers: WAY_FAILS } as const;
      return fail(draft('KR-NET-011', input.subject, { ...args, status: 0 }, unusable));
    }
    const findings = [];
    if (facts.sdk === 'proxy') {
      const options = wayFails(input.facts) ? { variant: 'failing' as const, consumers: WAY_FAILS } : {};
      findings.push(
        facts.shadowed
          ? draft('KR-NET-018', input.subject, args, options)
          : draft('KR-NET-010', input.subject, args, options)
      );
    }
    if (facts.sdk !== facts.olderSdk) {
      const [through, direct] = [wordArg('a current SDK'), wordArg('an older SDK')];
      findings.push(draft('KR-NET-016', input.subject, { ...args, through, direct }, { variant: 'by-version' }));
    } else if (facts.sdk !== facts.builder) {
      const [sdk, builder] = [wordArg('the SDK'), wordArg('the builder')];
      const [through, direct] = facts.sdk === 'proxy' ? [sdk, builder] : [builder, sdk];
      const route = input.facts['builder.route']?.outcome;
      const variant =
        route === 'works'
          ? { variant: route }
          : route === 'fails'
            ? { variant: route, consumers: { builder: 'unknown' as const } }
            : {};
      findings.push(draft('KR-NET-016', input.subject, { ...args, through, direct }, variant));
    }
    return findings.length > 0
      ? { findings, summary: { text: 'through {proxy}', args: { proxy: args.proxy } } }
      : pass('not used for this registry');
  }
});

/** Whether the way through the proxy fails; false while it is not known. */
function wayFails({
  resolution,
  connection,
  tls
}: Partial<Pick<FactMap, 'resolution' | 'connection' | 'tls'>>): boolean {
  return (
    (resolution !== undefined && resolution.outcome !== 'found') ||
    (connection !== undefined && connection.outcome !== 'open') ||
    (tls !== undefined && ['cut', 'silent', 'not-tls', 'mesh'].includes(tls.outcome))
  );
}

/** Address, name and proxy of a registry. */
export const netChecks = [address, name, proxy];
