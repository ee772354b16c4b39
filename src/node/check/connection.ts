import { errorClassArg, hostArg, hostsArg, objectArg, wordArg } from '../../common/args.ts';
import { draft } from '../../common/finding.ts';
import type { AddressFacts, FactMap } from '../facts.ts';
import { addressKind, joinHostPort } from '../registry/address.ts';
import type { ConnectionFacts } from '../registry/facts.ts';
import { sharedTerms } from '../registry/terms.ts';
import { builderProfiles, PYTHON_PROFILES } from '../x509/profiles.ts';
import { cannotTell, fail, REGISTRY_FAILS, seconds, slow, unknownAnswer, WAY_FAILS, withFindings } from './outcome.ts';
import { check, pass } from './types.ts';

const port = check({
  id: 'net.port',
  judges: 'connection',
  needs: ['connection', 'address'],
  mayUse: ['tls'],
  emits: [
    'KR-NET-006',
    'KR-NET-007',
    'KR-NET-008',
    'KR-NET-009',
    'KR-NET-011',
    'KR-NET-012',
    'KR-NET-014',
    'KR-INT-009'
  ],
  run(input) {
    const { connection, address } = input.facts;
    if (connection.outcome === 'open') {
      return judgeOpen(input.subject, connection, address, input.facts.tls);
    }
    return fail(judgeFailed(input.subject, connection, address));
  }
});

/**
 * Behind a service mesh every connection is accepted, by the mesh. When nothing of an answer came over it, an open port
 * proves nothing.
 */
function judgeOpen(
  subject: string,
  connection: ConnectionFacts,
  address: AddressFacts,
  tls: FactMap['tls'] | undefined
) {
  if (tls !== undefined && (tls.outcome === 'mesh' || (!tls.answered && ['cut', 'silent'].includes(tls.outcome)))) {
    return cannotTell('cannot tell (a service mesh may answer)');
  }
  const dead = connection.tries.filter(({ outcome }) => outcome !== 'open').map(attempt => attempt.address);
  // `localhost` has two addresses everywhere (RFC 6761 6.3), and most programs listen on one of them.
  if (dead.length > 0 && !/^(?:.*\.)?localhost\.?$/i.test(address.hostname)) {
    const args = { host: hostArg(address.given), dead: hostsArg(dead), alive: hostArg(connection.address) };
    return fail(draft('KR-NET-012', subject, args));
  }
  return withFindings(
    pass(connection.via === 'proxy' ? 'open, through the proxy' : 'open'),
    slow(subject, hostArg(address.given), wordArg('connection'), connection.durationMs)
  );
}

function judgeFailed(subject: string, connection: ConnectionFacts, address: AddressFacts) {
  const host = hostArg(address.given);
  const where = { host, target: hostArg(connection.target), address: hostArg(connection.address) };
  const consumers = WAY_FAILS;
  const options = connection.via === 'proxy' ? { consumers, variant: 'proxy' as const } : { consumers };
  const errorClass = errorClassArg(connection.errorClass ?? 'OTHER');
  const took = seconds(connection.durationMs);
  switch (connection.outcome) {
    case 'refused':
      return draft('KR-NET-006', subject, where, options);
    case 'timeout':
      return draft('KR-NET-007', subject, { ...where, seconds: took }, options);
    case 'unreachable':
      return draft('KR-NET-008', subject, { ...where, errorClass }, options);
    case 'reset':
      return draft('KR-NET-009', subject, { host, target: where.target }, options);
    case 'proxy-refused':
      return judgeProxy(subject, connection, where);
    default:
      return unknownAnswer(subject, 'Port open', connection.errorClass);
  }
}

function judgeProxy(
  subject: string,
  connection: ConnectionFacts,
  where: { host: ReturnType<typeof hostArg>; target: ReturnType<typeof hostArg>; address: ReturnType<typeof hostArg> }
) {
  const { host, target } = where;
  const args = { host, proxy: target, status: connection.proxyStatus };
  const consumers = WAY_FAILS;
  switch (connection.proxyFault) {
    case 'cut':
      return draft('KR-NET-009', subject, { host, target }, { variant: 'proxy', consumers });
    case 'silent':
      return draft(
        'KR-NET-007',
        subject,
        { ...where, seconds: seconds(connection.durationMs) },
        { variant: 'proxy', consumers }
      );
    case 'not-http':
      return draft('KR-NET-011', subject, args, { variant: 'not-http', consumers });
    case 'login':
      return draft('KR-NET-011', subject, args, { variant: 'login-needed', consumers });
    default:
      return draft(
        'KR-NET-011',
        subject,
        args,
        connection.proxyStatus >= 500 ? { variant: 'no-way', consumers } : { consumers }
      );
  }
}

const answer = check({
  id: 'net.answer',
  judges: 'tls',
  needs: ['tls', 'address', 'connection'],
  mayUse: ['trust'],
  emits: [
    'KR-NET-007',
    'KR-NET-009',
    'KR-NET-013',
    'KR-NET-014',
    'KR-NET-017',
    'KR-TLS-001',
    'KR-TLS-015',
    'KR-TLS-016',
    'KR-TLS-028',
    'KR-TLS-029',
    'KR-INT-009'
  ],
  run(input) {
    const { facts, subject, builder } = input;
    const { tls, address, connection } = facts;
    const { trust } = input.facts;
    const host = hostArg(address.given);
    const target = hostArg(joinHostPort(address.hostname, address.port));
    const way = { consumers: WAY_FAILS };
    switch (tls.outcome) {
      case 'done':
        break;
      case 'plain-http': {
        const consumers = {
          sdk: 'fails',
          builder: fallsBackToHttp(address) ? 'unknown' : 'fails',
          nodes: 'unknown'
        } as const;
        return fail(draft('KR-TLS-001', subject, { host, port: address.port }, { consumers }));
      }
      case 'mesh':
        return fail(draft('KR-NET-013', subject, { host, status: tls.plainStatus }, way));
      case 'not-tls':
        return fail(draft('KR-NET-017', subject, { host, target }, { consumers: REGISTRY_FAILS }));
      case 'cut':
        return fail(
          draft('KR-NET-009', subject, { host, target }, tls.answered ? { ...way, variant: 'handshake' } : way)
        );
      case 'silent': {
        const args = { host, target, address: hostArg(connection.address), seconds: seconds(tls.durationMs) };
        return fail(draft('KR-NET-007', subject, args, { ...way, variant: 'silent' }));
      }
      case 'too-large': {
        const consumers = {
          sdk: 'fails',
          builder: sharedTerms(tls, builderProfiles(builder)),
          nodes: 'unknown'
        } as const;
        return fail(draft('KR-TLS-029', subject, { host }, { consumers }));
      }
      case 'version':
        return fail(draft('KR-TLS-015', subject, { host }, { consumers: REGISTRY_FAILS }));
      case 'client-certificate':
        return fail(draft('KR-TLS-016', subject, { host }, { consumers: REGISTRY_FAILS }));
      case 'alert':
        if (/HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY/.test(tls.errorClass ?? '')) {
          return fail(draft('KR-TLS-015', subject, { host }, { consumers: REGISTRY_FAILS, variant: 'ciphers' }));
        }
        if (/UNRECOGNIZED_NAME/.test(tls.errorClass ?? '')) {
          return fail(draft('KR-TLS-028', subject, { host }, { consumers: REGISTRY_FAILS }));
        }
        return fail(unknownAnswer(subject, 'Encrypted connection', tls.errorClass));
      default:
        return fail(unknownAnswer(subject, 'Encrypted connection', tls.errorClass));
    }
    const consumers = {
      sdk: sharedTerms(tls, trust?.judges.sdk ?? PYTHON_PROFILES),
      builder: sharedTerms(tls, builderProfiles(builder)),
      nodes: 'unknown'
    } as const;
    if (tls.protocol === 'TLSv1' || tls.protocol === 'TLSv1.1') {
      return fail(draft('KR-TLS-015', subject, { host }, { consumers }));
    }
    if (tls.modern === false) {
      return fail(
        draft(
          'KR-TLS-015',
          subject,
          { host },
          { variant: 'old-cipher', consumers, evidence: [{ label: 'Cipher', value: objectArg(tls.cipher ?? '') }] }
        )
      );
    }
    return withFindings(pass('set up'), slow(subject, host, wordArg('encrypted greeting'), tls.durationMs));
  }
});

/** Addresses for which go-containerregistry tries plain HTTP when TLS fails (`pkg/name/registry.go`, `Scheme`). */
function fallsBackToHttp({ hostname, kind }: AddressFacts): boolean {
  if (kind === 'name') {
    return hostname === 'localhost' || /\.local(?:host)?$/.test(hostname);
  }
  return ['loopback', 'private'].includes(addressKind(hostname));
}

/** The connection to a registry, up to the end of the encrypted greeting. */
export const connectionChecks = [port, answer];
