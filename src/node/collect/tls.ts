import type { AddressFacts } from '../facts.ts';
import type { TlsFacts } from '../registry/facts.ts';
import { greet, serverName, type Greeting } from '../registry/handshake.ts';
import { HttpConnection } from '../registry/http.ts';
import { atMost, limitOf, type Limit } from '../registry/limit.ts';
import { answeredByEnvoy } from '../registry/ping.ts';
import type { RegistryProbe } from '../registry/probe.ts';
import type { ReadCertificate } from '../registry/trust.ts';
import type { CertificateFacts } from '../x509/facts.ts';
import { probeOf } from './connection.ts';
import { collector, type Collector } from './types.ts';

/** Time for the one plain request that tells HTTP from other protocols, in milliseconds. */
const PLAIN_MS = 2000;

/** Names (IANA) of what every current program takes: TLS 1.3, and fresh keys with an authenticated cipher. */
const MODERN_CIPHER = /^TLS_(AES|CHACHA20|ECDHE_.*_(GCM|POLY1305))_/;

/** Reads a chain as sent; what cannot be read is counted with its position. */
export function readChain(
  certificates: readonly Uint8Array[],
  read: ReadCertificate
): Pick<TlsFacts, 'chain' | 'unread'> {
  const chain: CertificateFacts[] = [];
  const unread: { position: number; fault: string }[] = [];
  for (const [position, der] of certificates.entries()) {
    const certificate = read(der);
    if ('sha256' in certificate) {
      chain.push(certificate);
    } else {
      unread.push({ position, fault: certificate.fault });
    }
  }
  return { chain, unread };
}

/** The encrypted greeting and the chain, over the connection that is open. No credentials, no judgement. */
export function tlsCollector(read: ReadCertificate): Collector {
  return collector({
    gives: 'tls',
    needs: ['address', 'connection'],
    cost: 'network',
    limitMs: 5000,
    async collect({ address }, context) {
      const probe = probeOf(context);
      const socket = probe.connection;
      probe.connection = null;
      if (socket === null) {
        return { missing: ['connection'] };
      }
      const began = probe.network.now();
      const limit = limitOf(context);
      const name = serverName(address.hostname, address.kind);
      const first = await greet(socket, name, limit);
      const greeting = first.outcome === 'alert' ? await greetOnOldTerms(first, probe, name, limit) : first;
      const modern = await greetsOnModernTerms(greeting, probe, name, limit);
      if (greeting.socket !== null) {
        probe.collection = new HttpConnection(probe.own(greeting.socket), probe.run);
      }
      const plain = await askPlainly(greeting, probe, address, limit);
      return {
        value: {
          outcome: plain.outcome,
          plainStatus: plain.status,
          answered: greeting.answered,
          errorClass: greeting.errorClass,
          protocol: greeting.protocol,
          cipher: greeting.cipher,
          modern,
          ...readChain(greeting.certificates, read),
          chainCut: greeting.chainCut,
          chainBytes: greeting.chainBytes,
          durationMs: Math.round(probe.network.now() - began)
        }
      };
    }
  });
}

/** A server whose key has no place in TLS 1.3 breaks off, and yet its certificate is the cause: TLS 1.2 shows it. */
async function greetOnOldTerms(
  refused: Greeting,
  probe: RegistryProbe,
  name: string | undefined,
  limit: Limit
): Promise<Greeting> {
  const socket = await probe.again(atMost(limit, PLAIN_MS));
  const greeting = socket === null ? refused : await greet(socket, name, atMost(limit, PLAIN_MS), 'old');
  return greeting.outcome === 'done' ? greeting : refused;
}

/** Only what was agreed on outside of today's ciphers needs a second look: the server may know better ones, too. */
async function greetsOnModernTerms(
  greeting: Greeting,
  probe: RegistryProbe,
  name: string | undefined,
  limit: Limit
): Promise<boolean | null> {
  if (greeting.outcome !== 'done') {
    return null;
  }
  const old = greeting.protocol === 'TLSv1' || greeting.protocol === 'TLSv1.1';
  if (old || MODERN_CIPHER.test(greeting.cipher ?? '')) {
    return !old;
  }
  const socket = await probe.again(atMost(limit, PLAIN_MS));
  if (socket === null) {
    return null;
  }
  const again = await greet(socket, name, atMost(limit, PLAIN_MS), 'modern');
  again.socket?.destroy();
  return again.outcome === 'done';
}

/**
 * What a failed greeting was: one plain `GET /v2/`, without credentials, on a connection of its own tells whether HTTP
 * is spoken here. After a mere cut, status 400 says nothing: that is how TLS ports answer a plain request.
 */
async function askPlainly(
  greeting: Greeting,
  probe: RegistryProbe,
  address: AddressFacts,
  limit: Limit
): Promise<{ outcome: TlsFacts['outcome']; status: number }> {
  const { outcome } = greeting;
  const result: { outcome: TlsFacts['outcome']; status: number } = { outcome, status: 0 };
  if (outcome !== 'not-tls' && (outcome !== 'cut' || greeting.answered)) {
    return result;
  }
  const short = atMost(limit, PLAIN_MS);
  const socket = await probe.again(short);
  if (socket === null) {
    return result;
  }
  const connection = new HttpConnection(socket, probe.run);
  const answer = await connection.send({ method: 'GET', path: '/v2/', host: address.given, bodyBytes: 1024 }, short);
  connection.close();
  if (answer.outcome !== 'answered') {
    return result;
  }
  if (answeredByEnvoy(answer) && answer.status >= 500) {
    return { outcome: 'mesh', status: answer.status };
  }
  return outcome === 'cut' && answer.status === 400 ? result : { outcome: 'plain-http', status: answer.status };
}
