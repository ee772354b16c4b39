import { X509Certificate } from 'node:crypto';
import { createAuthority, createServer } from '../../scripts/demo/certificates.mjs';
import { readCertificate } from '../../src/node/x509/certificate.ts';
import type { CaContentFacts } from '../../src/node/x509/facts.ts';
import type { JudgeTrust } from '../../src/node/registry/trust.ts';

/** The CA of these tests, another one, and what they issued: made once per process. */
export const authority = createAuthority({ name: 'Network Test CA' });
export const otherAuthority = createAuthority({ name: 'Another Test CA' });
export const server = createServer(authority, { names: ['registry.test', 'auth.test'] });
export const strangeServer = createServer(otherAuthority, { names: ['registry.test', 'auth.test'] });

const mounted = readCertificate(new X509Certificate(authority.pem).raw);

/** What the collectors use of the CA file's content. */
export const caContent = {
  certificates: 'sha256' in mounted ? [mounted] : []
} as unknown as CaContentFacts;

/** Accepts what a certificate of the CA file signed for this name; enough for chains of one certificate. */
export const judgeTrust: JudgeTrust = ({ chain, hostname, ca }) => {
  const [leaf] = chain.map(({ der }) => new X509Certificate(Buffer.from(der, 'base64')));
  const signed = ca.certificates.some(
    ({ der }) => leaf?.verify(new X509Certificate(Buffer.from(der, 'base64')).publicKey) === true
  );
  const named = leaf?.checkHost(hostname) !== undefined || leaf?.checkIP(hostname) !== undefined;
  const verdict = signed && named ? 'ok' : 'fails';
  return { sdk: verdict, builder: verdict, publiclyTrusted: false };
};
