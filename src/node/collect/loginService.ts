import type { AddressFacts, FactMap } from '../facts.ts';
import { addressKind, mayBeDialled } from '../registry/address.ts';
import { chosenChallenge } from '../registry/challenge.ts';
import type { LoginServiceFacts, PingFacts, RealmFacts } from '../registry/facts.ts';
import { greet, serverName } from '../registry/handshake.ts';
import { limitOf } from '../registry/limit.ts';
import { networkOf } from '../registry/network.ts';
import { RegistryProbe } from '../registry/probe.ts';
import { routeTo } from '../registry/proxy.ts';
import { readRealm, sameHost, type Realm } from '../registry/realm.ts';
import { resolve } from '../registry/resolve.ts';
import type { Judges } from '../registry/trust.ts';
import type { CertificateFacts } from '../x509/facts.ts';
import { sdkProfilesOf } from '../x509/trust.ts';
import { probeOf } from './connection.ts';
import { readChain } from './tls.ts';
import { collector, type CollectContext, type Collector } from './types.ts';

/** The way to a login service on another host, and the chain that was judged there. */
export class LoginServiceProbe extends RegistryProbe {
  chain: readonly CertificateFacts[] = [];
  publiclyTrusted = false;
}

export function loginServiceProbeOf(context: CollectContext): LoginServiceProbe {
  return context.resource('login-service', () => new LoginServiceProbe(networkOf(context.options), context.vault));
}

/** How the registry wants to be logged in to, and whether a foreign login service may be trusted. */
export function loginServiceCollector(judges: Judges): Collector {
  return collector({
    gives: 'login.service',
    needs: ['ping', 'address', 'ca.content', 'python'],
    cost: 'network',
    limitMs: 5000,
    async collect(facts, context) {
      const { ping, address } = facts;
      const asked = ping.schemes.length > 0 || ping.challengeFault;
      if (ping.outcome !== 'answered' || (ping.status !== 401 && (ping.status !== 200 || ping.redirect !== null))) {
        return { missing: ['ping'] };
      }
      if (ping.status === 200 && !asked) {
        return { value: { kind: 'none', fault: null, hasService: false, pythonStops: false, realm: null } };
      }
      const challenge = chosenChallenge(probeOf(context).challenges);
      if (challenge === undefined) {
        return {
          value: { kind: 'unusable', fault: faultOf(ping), hasService: false, pythonStops: false, realm: null }
        };
      }
      const { parameters } = challenge;
      const pythonStops = ping.challengeFault || !ping.pythonReads;
      if (challenge.scheme === 'basic') {
        return { value: { kind: 'basic', fault: null, hasService: false, pythonStops, realm: null } };
      }
      const read = readRealm(parameters['realm'], address.hostname);
      const hasService = 'service' in parameters;
      const realm: RealmFacts = {
        host: read.realm?.host ?? '',
        own: read.realm !== null && isOwn(read.realm, address),
        fault: read.fault,
        reach: 'not-tried',
        errorClass: null,
        trust: null
      };
      const value: LoginServiceFacts = { kind: 'bearer', fault: null, hasService, pythonStops, realm };
      return read.realm === null || read.fault !== null || realm.own
        ? { value }
        : { value: { ...value, realm: { ...realm, ...(await visit(read.realm, facts, context, judges)) } } };
    }
  });
}

function faultOf(ping: PingFacts): LoginServiceFacts['fault'] {
  return ping.challengeFault ? 'malformed' : ping.schemes.length === 0 ? 'no-challenge' : 'unknown-scheme';
}

/** The same host and port: the registry's own connection and trust hold. */
export function isOwn(
  realm: Pick<Realm, 'hostname' | 'port'>,
  address: Pick<AddressFacts, 'hostname' | 'port'>
): boolean {
  return sameHost(realm.hostname, address.hostname) && realm.port === address.port;
}

/** Collects the login service's chain, without credentials, and judges it with the same CA file. */
async function visit(
  realm: Realm,
  { 'ca.content': ca, python }: Pick<FactMap, 'ca.content' | 'python'>,
  context: CollectContext,
  judges: Judges
): Promise<Pick<RealmFacts, 'reach' | 'errorClass' | 'trust'>> {
  const failed = (errorClass: string | null): Pick<RealmFacts, 'reach' | 'errorClass' | 'trust'> => ({
    reach: 'failed',
    errorClass: errorClass ?? 'OTHER',
    trust: null
  });
  const limit = limitOf(context);
  const { options } = context;
  const routing = routeTo(options.environment, { ...realm, given: realm.host }, secret =>
    context.vault.remember(secret)
  );
  if (routing.facts.sdk === 'proxy' && routing.proxy === null) {
    return failed('PROXY_UNUSABLE');
  }
  const target = routing.proxy ?? realm;
  const found = await resolve(target.hostname, target.port, options.resolve, networkOf(options).lookup, limit);
  const addresses = found.addresses.filter(
    address => found.mapped || routing.proxy !== null || mayBeDialled(addressKind(address))
  );
  if (addresses.length === 0) {
    return failed(found.errorClass ?? 'ODD_ADDRESS');
  }
  const probe = loginServiceProbeOf(context);
  const opened = await probe.open(addresses, target.port, realm, routing.proxy, limit);
  if (opened.socket === null) {
    return failed(opened.facts.errorClass);
  }
  const greeting = await greet(opened.socket, serverName(realm.hostname, realm.kind), limit);
  if (greeting.socket === null) {
    return failed(greeting.errorClass);
  }
  greeting.socket.destroy();
  const { chain, unread } = readChain(greeting.certificates, judges.readCertificate);
  probe.way = opened.way;
  probe.chain = chain;
  const at = options.at ?? context.now();
  const judged = judges.judgeTrust({
    chain,
    hostname: realm.hostname,
    ca,
    at,
    builder: options.builder,
    publicCas: options.publicCas,
    ...sdkProfilesOf(python)
  });
  probe.publiclyTrusted = judged.publiclyTrusted;
  const complete = unread.length === 0 && !greeting.chainCut;
  const trust = { sdk: complete ? judged.sdk : 'unknown', builder: complete ? judged.builder : 'unknown' } as const;
  return { reach: 'open', errorClass: null, trust };
}
