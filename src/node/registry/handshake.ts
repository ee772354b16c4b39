import type { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { messageBytes } from './certificateMessage.ts';
import { CERTIFICATE_ALERT } from './http.ts';
import { within, type Limit } from './limit.ts';
import { errorCodeOf, watch } from './socket.ts';

/** Most certificates of a chain that are read: about as many public CAs as OpenSSL takes. */
const MOST_CERTIFICATES = 100;

/** An alert alone takes 7 bytes; a server that got as far as asking for a certificate has sent its own first. */
const ALERT_BYTES = 64;

export interface Greeting {
  outcome: 'done' | 'not-tls' | 'cut' | 'silent' | 'version' | 'client-certificate' | 'alert' | 'too-large' | 'other';
  /** Open only when `done`. */
  socket: TLSSocket | null;
  answered: boolean;
  errorClass: string | null;
  protocol: string | null;
  cipher: string | null;
  /** DER of each certificate as sent, leaf first. */
  certificates: readonly Uint8Array[];
  chainCut: boolean;
  /** Size of the message that brought them, without its head; 0 when it is not known. */
  chainBytes: number;
}

/** The name for SNI: never an address (RFC 6066 3), without the final dot. */
export function serverName(hostname: string, kind: 'name' | 'ipv4' | 'ipv6'): string | undefined {
  return kind === 'name' ? hostname.replace(/\.$/, '') : undefined;
}

/** Starts TLS over an open socket and waits for its end; the class of the error when it fails. */
async function start(
  socket: Socket,
  options: ConnectionOptions,
  limit: Limit
): Promise<{ socket: TLSSocket; errorClass: string | null }> {
  const secure = watch(connect({ ...options, socket, ALPNProtocols: ['http/1.1'] }));
  const errorClass = await within<string | null>(limit, 'ETIMEDOUT', done => {
    // Node reports the end of the handshake from within OpenSSL's read. Whoever destroys the socket before that read
    // returns frees what it reads from, and the process ends with a segmentation fault: go on outside of it.
    secure.once('secureConnect', () => setImmediate(done, null));
    secure.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'OTHER'));
    secure.once('close', () => done(errorCodeOf(secure) ?? 'ECONNRESET'));
  });
  if (errorClass !== null) {
    secure.destroy();
    socket.destroy();
  }
  return { socket: secure, errorClass };
}

/**
 * What a greeting offers: everything this program knows; TLS 1.2 at most with rare curves, for servers whose key has no
 * place in TLS 1.3; or only what every current program takes.
 */
export type Terms = 'everything' | 'old' | 'modern';

const TERMS: Readonly<Record<Terms, ConnectionOptions>> = {
  everything: { minVersion: 'TLSv1', ciphers: 'ECDHE+AESGCM:ECDHE+CHACHA20:ALL:!aNULL:@SECLEVEL=0' },
  old: {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.2',
    ciphers: 'ALL:!aNULL:@SECLEVEL=0',
    ecdhCurve: 'X25519:P-256:P-384:P-521:secp256k1:brainpoolP256r1:brainpoolP384r1:brainpoolP512r1'
  },
  modern: { minVersion: 'TLSv1.2', ciphers: 'ECDHE+AESGCM:ECDHE+CHACHA20:@SECLEVEL=0' }
};

/**
 * The one connection that judges nothing: it collects the chain as the server sends it, also from servers whose TLS is
 * too old or too weak for any session. No credentials ever go over it. With `ca: []` verification fails before Node
 * looks at the peer's key, which on curves without a NIST name would end the process.
 */
export async function greet(
  socket: Socket,
  servername: string | undefined,
  limit: Limit,
  terms: Terms = 'everything'
): Promise<Greeting> {
  const before = socket.bytesRead;
  const { socket: secure, errorClass } = await start(
    socket,
    {
      ...(servername === undefined ? {} : { servername }),
      rejectUnauthorized: false,
      ca: [],
      ...TERMS[terms]
    },
    limit
  );
  const bytes = socket.bytesRead - before;
  if (errorClass === null) {
    return {
      outcome: 'done',
      socket: secure,
      answered: true,
      errorClass: null,
      protocol: secure.getProtocol(),
      cipher: secure.getCipher().standardName,
      ...chainOf(secure)
    };
  }
  return {
    outcome: outcomeOf(errorClass, bytes),
    socket: null,
    answered: bytes > 0,
    errorClass,
    protocol: null,
    cipher: null,
    certificates: [],
    chainCut: false,
    chainBytes: 0
  };
}

function outcomeOf(code: string, bytes: number): Greeting['outcome'] {
  if (code === 'ETIMEDOUT') {
    return 'silent';
  }
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') {
    return 'cut';
  }
  if (
    /WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|UNEXPECTED_MESSAGE|BAD_RECORD_TYPE|UNKNOWN_PROTOCOL/.test(
      code
    )
  ) {
    return 'not-tls';
  }
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|WRONG_SSL_VERSION/.test(code)) {
    return 'version';
  }
  if (/EXCESSIVE_MESSAGE_SIZE/.test(code)) {
    return 'too-large';
  }
  if (CERTIFICATE_ALERT.test(code) && bytes > ALERT_BYTES) {
    return 'client-certificate';
  }
  if (/ALERT_|UNRECOGNIZED_NAME|NO_APPLICATION_PROTOCOL/.test(code)) {
    return 'alert';
  }
  return 'other';
}

/** `getPeerCertificate` would sort the chain and drop strangers; this walks it as sent. */
function chainOf(socket: TLSSocket): Pick<Greeting, 'certificates' | 'chainCut' | 'chainBytes'> {
  const certificates: Uint8Array[] = [];
  let next: X509Certificate | undefined = socket.getPeerX509Certificate();
  while (next !== undefined && certificates.length < MOST_CERTIFICATES) {
    certificates.push(next.raw);
    next = next.issuerCertificate;
  }
  return { certificates, chainCut: next !== undefined, chainBytes: messageBytes(certificates, socket.getProtocol()) };
}

/** Class of the error of a session that presents another leaf. */
export const OTHER_CERTIFICATE = 'OTHER_CERTIFICATE';

export type Verified = { socket: TLSSocket; errorClass: null } | { socket: null; errorClass: string };

/**
 * A TLS session that Node verifies as well: for credentials, after our own rules have accepted chain and name.
 *
 * @param ca - PEM certificates that are trusted and nothing else, or the CAs that Node knows
 * @param sha256 - fingerprint of the leaf whose name our own rules accepted: it replaces Node's judgement of the name, and
 *   another leaf ends the session before anything is sent
 */
export async function verifiedSession(
  socket: Socket,
  servername: string | undefined,
  ca: readonly string[] | 'system',
  sha256: string,
  limit: Limit
): Promise<Verified> {
  const { socket: secure, errorClass } = await start(
    socket,
    {
      ...(servername === undefined ? {} : { servername }),
      rejectUnauthorized: true,
      ...(ca === 'system' ? {} : { ca: [...ca] }),
      allowPartialTrustChain: true,
      checkServerIdentity: (_, leaf) =>
        leaf.fingerprint256 === sha256 ? undefined : Object.assign(new Error(), { code: OTHER_CERTIFICATE })
    },
    limit
  );
  return errorClass === null ? { socket: secure, errorClass } : { socket: null, errorClass };
}

/**
 * A TLS session by Node's own rules alone: chain and name. For a server that is vouched for by a CA of its own, such as
 * the Kubernetes API.
 *
 * @param host - name or address that the certificate has to be for
 * @param ca - PEM certificates that are trusted and nothing else
 */
export async function namedSession(
  socket: Socket,
  host: string,
  servername: string | undefined,
  ca: readonly string[],
  limit: Limit
): Promise<Verified> {
  const { socket: secure, errorClass } = await start(
    socket,
    { host, ...(servername === undefined ? {} : { servername }), rejectUnauthorized: true, ca: [...ca] },
    limit
  );
  return errorClass === null ? { socket: secure, errorClass } : { socket: null, errorClass };
}
