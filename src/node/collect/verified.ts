import type { FactMap } from '../facts.ts';
import { notSent, type NotSent } from '../registry/asked.ts';
import { OTHER_CERTIFICATE, serverName, verifiedSession } from '../registry/handshake.ts';
import { HttpConnection } from '../registry/http.ts';
import type { Limit } from '../registry/limit.ts';
import type { RegistryProbe } from '../registry/probe.ts';
import type { Realm } from '../registry/realm.ts';
import { anchorsFor, safeForNode } from '../registry/trust.ts';
import type { CertificateFacts } from '../x509/facts.ts';
import { probeOf } from './connection.ts';
import { loginServiceProbeOf } from './loginService.ts';
import type { CollectContext } from './types.ts';

/** A connection over which a login may go. */
export type Session = { state: 'open'; connection: HttpConnection } | NotSent;

/** The registry's verified session: the one that is open, else a new one. */
export function openRegistry(
  { address, tls, trust, 'ca.content': ca }: Pick<FactMap, 'address' | 'tls' | 'trust' | 'ca.content'>,
  context: CollectContext,
  limit: Limit
): Promise<Session> {
  const anchors = anchorsFor(ca, trust.publiclyTrusted, context.options.publicCas);
  return open(probeOf(context), tls.chain, serverName(address.hostname, address.kind), anchors, limit);
}

/** The verified session of a login service on another host, whose chain was judged before. */
export function openRealm(
  realm: Realm,
  { 'ca.content': ca }: Pick<FactMap, 'ca.content'>,
  context: CollectContext,
  limit: Limit
): Promise<Session> {
  const probe = loginServiceProbeOf(context);
  const anchors = anchorsFor(ca, probe.publiclyTrusted, context.options.publicCas);
  return open(probe, probe.chain, serverName(realm.hostname, realm.kind), anchors, limit);
}

/** A session that Node verifies too, with the certificate that was judged. */
async function open(
  probe: RegistryProbe,
  chain: readonly CertificateFacts[],
  servername: string | undefined,
  anchors: readonly string[] | 'system',
  limit: Limit
): Promise<Session> {
  if (probe.session?.usable === true) {
    return { state: 'open', connection: probe.session };
  }
  const [leaf] = chain;
  if (leaf === undefined || !safeForNode(chain)) {
    return notSent('unsafe-certificate');
  }
  const socket = await probe.again(limit);
  if (socket === null) {
    return notSent('connection');
  }
  const session = await verifiedSession(socket, servername, anchors, leaf.sha256, limit);
  if (session.socket === null) {
    const reason = session.errorClass === OTHER_CERTIFICATE ? 'other-certificate' : 'session-not-verified';
    return notSent(reason, session.errorClass);
  }
  probe.session = new HttpConnection(probe.own(session.socket), probe.run);
  return { state: 'open', connection: probe.session };
}
