import { DerError, oidOf, readDer, TAG } from './asn1.ts';
import { readCertificate } from './certificate.ts';
import type { BlockFacts, BlockFault, CaContentFacts, CertificateFacts, LoadFacts } from './facts.ts';
import { binaryKind, fileFault } from './fileFault.ts';
import { goBlocks, labelOf, lenientBlocks, openSslBlocks, type FoundBlock } from './pem.ts';

/** Most bytes of a CA file that are read. */
export const MAX_CA_BYTES = 1024 * 1024;
/** Most blocks of a CA file that are read. */
const MAX_BLOCKS = 1000;

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const ANY_USAGE = '2.5.29.37.0';

const CERTIFICATE_LABELS: readonly string[] = ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE'];

/** Faults of text in names because of which OpenSSL does not load a certificate. */
export function isUnreadableForOpenSsl(certificate: CertificateFacts): boolean {
  return certificate.faults.some(fault => fault.kind === 'utf8-string');
}

function emptyContent(path: string, state: CaContentFacts['state']): CaContentFacts {
  return {
    state,
    path,
    size: 0,
    certificates: [],
    blocks: [],
    fault: null,
    hasPrivateKey: false,
    lineEnds: 'none',
    cut: false,
    python: { loads: [], refuses: null },
    go: { loads: [], refuses: null, silent: 0 },
    node: { loads: [], refuses: null },
    settings: {}
  };
}

/** The content when there is nothing to read: no file, a folder, no right to read it, or more than the limit. */
export function noCaContent(path: string, state: Exclude<CaContentFacts['state'], 'read'>): CaContentFacts {
  return emptyContent(path, state);
}

/** What `openssl x509 -trustout` adds behind a certificate (X509_CERT_AUX): uses that are trusted and rejected. */
function trustSetting(body: Buffer, certificate: CertificateFacts): 'trusted' | 'rejected' | 'none' | 'broken' {
  const extra = body.subarray(Buffer.from(certificate.der, 'base64').length);
  if (extra.length === 0) {
    return 'none';
  }
  try {
    const { tag, children } = readDer(extra);
    if (tag !== TAG.sequence) {
      return 'broken';
    }
    const uses = (wanted: number): string[] | null =>
      children.find(child => child.tag === wanted)?.children.map(oidOf) ?? null;
    const covers = (oids: readonly string[] | null): boolean =>
      oids?.some(oid => [SERVER_AUTH, ANY_USAGE].includes(oid)) ?? false;
    const trusted = uses(TAG.sequence);
    if (covers(uses(0xa0)) || (trusted !== null && !covers(trusted))) {
      return 'rejected';
    }
    return trusted === null ? 'none' : 'trusted';
  } catch (error) {
    if (error instanceof DerError) {
      return 'broken';
    }
    throw error;
  }
}

function lineEndsOf(text: string): CaContentFacts['lineEnds'] {
  const all = text.split('\n').length - 1;
  const crlf = text.split('\r\n').length - 1;
  return all === 0 ? 'none' : crlf === 0 ? 'lf' : crlf === all ? 'crlf' : 'mixed';
}

/** Why OpenSSL refuses a block that it found; null when it takes it. */
function blockFault(found: FoundBlock, certificate: CertificateFacts | null): BlockFault | null {
  if (found.fault !== null || found.body === null) {
    return found.fault ?? 'not-base64';
  }
  if (!CERTIFICATE_LABELS.includes(found.label)) {
    return null;
  }
  if (certificate === null) {
    return binaryKind(found.body) === 'pkcs7' ? 'pkcs7' : 'not-a-certificate';
  }
  return isUnreadableForOpenSsl(certificate) ? 'unreadable-name' : null;
}

/**
 * Reads the bytes of a CA file and says which certificates each family of programs takes from it
 * (measured with Python 3.7 to 3.13, Go 1.14 to 1.26 and Node 24):
 * Python refuses the whole file at the first damaged block, and one without any certificate; Go takes blocks of the
 * exact type CERTIFICATE without headers and skips everything else without a word; Node takes what comes before the
 * first failure.
 *
 * @param bytes - the file, at most `MAX_CA_BYTES`; more is the state `too-large`
 * @param path - where it was read, for the findings
 */
export function readCaContent(bytes: Uint8Array, path: string): CaContentFacts {
  if (bytes.length > MAX_CA_BYTES) {
    return emptyContent(path, 'too-large');
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const seen = lenientBlocks(text, MAX_BLOCKS + 1);
  const cut = seen.length > MAX_BLOCKS;
  const markers = seen.slice(0, MAX_BLOCKS);
  const openSsl = openSslBlocks(text, MAX_BLOCKS);
  const go = goBlocks(text, MAX_BLOCKS);
  const certificates: CertificateFacts[] = [];
  const settings: Record<number, 'trusted' | 'rejected'> = {};
  const blocks: BlockFacts[] = [];
  const python: LoadFacts & { loads: number[] } = { loads: [], refuses: null };
  const node: LoadFacts & { loads: number[] } = { loads: [], refuses: null };
  const goLoads: number[] = [];
  let silent = 0;
  let found = false;
  const openSslAt = new Map(openSsl.map(block => [block.at, block]));
  const goAt = new Map(go.map(block => [block.at, block]));
  for (const [index, marker] of markers.entries()) {
    const strict = openSslAt.get(marker.at);
    const body = strict?.body ?? goAt.get(marker.at)?.body ?? marker.body;
    const isCertificate = CERTIFICATE_LABELS.includes(marker.label);
    const read = isCertificate && body !== null ? readCertificate(body) : null;
    const certificate = read === null || 'fault' in read ? null : read;
    let position: number | null = null;
    if (certificate !== null) {
      position = certificates.push(certificate) - 1;
    }
    const setting =
      marker.label === 'TRUSTED CERTIFICATE' && certificate !== null && body !== null
        ? trustSetting(body, certificate)
        : 'none';
    const trailing = certificate?.faults.some(item => item.kind === 'trailing-bytes') ?? false;
    const fault: BlockFault | null =
      strict === undefined ? 'not-seen' : setting === 'broken' ? 'not-a-certificate' : blockFault(strict, certificate);
    if (strict !== undefined) {
      found ||= isCertificate || marker.label === 'X509 CRL';
      const refused = fault !== null;
      if (refused) {
        python.refuses ??= 'damaged';
        node.refuses ??= 'damaged';
      }
      if (position !== null && !refused) {
        python.loads.push(position);
        if (marker.label !== 'TRUSTED CERTIFICATE' && trailing) {
          // Node reads every label as a trusted certificate, whose extra bytes must make sense.
          node.refuses ??= 'damaged';
        }
        if (node.refuses === null) {
          node.loads.push(position);
        }
        if (setting === 'trusted' || setting === 'rejected') {
          settings[position] = setting;
        }
      }
    }
    const goBlock = goAt.get(marker.at);
    if (
      goBlock !== undefined &&
      goBlock.label === 'CERTIFICATE' &&
      !goBlock.headers &&
      position !== null &&
      !trailing
    ) {
      goLoads.push(position);
    } else if (isCertificate) {
      silent += 1;
    }
    blocks.push({
      number: index + 1,
      label: labelOf(marker.label),
      fault,
      certificate: position,
      bom: text.startsWith('\xef\xbb\xbf', marker.at - 3),
      headers: marker.headers,
      trailing
    });
  }
  python.refuses ??= found ? null : 'nothing-found';
  node.refuses ??= found ? null : 'nothing-found';
  const loaded = python.refuses === null || goLoads.length > 0 || python.refuses === 'damaged';
  return {
    ...emptyContent(path, 'read'),
    size: bytes.length,
    certificates,
    blocks,
    fault: loaded
      ? null
      : fileFault(
          bytes,
          text,
          markers.length > 0,
          blocks.some(block => /CERTIFICATE$/.test(block.label))
        ),
    hasPrivateKey: blocks.some(block => block.label === 'PRIVATE KEY'),
    lineEnds: lineEndsOf(text),
    cut,
    python: python.refuses === null ? python : { loads: [], refuses: python.refuses },
    go: { loads: goLoads, refuses: null, silent },
    node,
    settings
  };
}
