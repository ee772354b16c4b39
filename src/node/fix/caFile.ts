import { MAX_CA_BYTES, readCaContent } from '../x509/caContent.ts';
import type { CertificateFacts } from '../x509/facts.ts';

export type CaEdit =
  | { ok: true; bytes: Buffer; already: boolean }
  /** `damaged`: programs refuse the file as it is, so adding to it would not help. */
  | { ok: false; fault: 'damaged' | 'too-large' };

/** PEM (RFC 7468 5.1) of a certificate. */
export function certificatePem({ der }: Pick<CertificateFacts, 'der'>, lineEnd = '\n'): string {
  const body = der.replace(/.{64}(?=.)/g, `$&${lineEnd}`);
  return `-----BEGIN CERTIFICATE-----${lineEnd}${body}${lineEnd}-----END CERTIFICATE-----${lineEnd}`;
}

/**
 * Adds a certificate to a CA file, behind what is there; every byte before it stays.
 *
 * @param before - the file; null when there is none
 */
export function withCertificate(before: Uint8Array | null, certificate: CertificateFacts): CaEdit {
  const bytes = Buffer.from(before ?? []);
  const blank = bytes.every(byte => ' \t\r\n'.includes(String.fromCharCode(byte)));
  if (blank) {
    return { ok: true, bytes: Buffer.from(certificatePem(certificate)), already: false };
  }
  const content = readCaContent(bytes, '');
  if (content.state !== 'read' || content.cut) {
    return { ok: false, fault: 'too-large' };
  }
  if (content.python.refuses !== null) {
    return { ok: false, fault: 'damaged' };
  }
  if (isLoaded(content, certificate)) {
    return { ok: true, bytes, already: true };
  }
  const lineEnd = content.lineEnds === 'crlf' ? '\r\n' : '\n';
  const gap = bytes.at(-1) === 0x0a ? '' : lineEnd;
  const after = Buffer.concat([bytes, Buffer.from(gap + certificatePem(certificate, lineEnd))]);
  if (after.length > MAX_CA_BYTES) {
    return { ok: false, fault: 'too-large' };
  }
  // What programs make of the whole counts: whatever stood there must not swallow the new one.
  return isLoaded(readCaContent(after, ''), certificate)
    ? { ok: true, bytes: after, already: false }
    : { ok: false, fault: 'damaged' };
}

/** Whether Python, Go and Node all take this certificate from the file. */
function isLoaded(content: ReturnType<typeof readCaContent>, { sha256 }: CertificateFacts): boolean {
  return [content.python, content.go, content.node].every(({ loads }) =>
    loads.some(index => content.certificates[index]?.sha256 === sha256)
  );
}
