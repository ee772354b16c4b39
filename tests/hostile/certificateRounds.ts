import { inspect } from 'node:util';
import { readCaContent } from '../../src/node/x509/caContent.ts';
import { readCertificate } from '../../src/node/x509/certificate.ts';
import type { CertificateFacts, TrustFacts } from '../../src/node/x509/facts.ts';
import { PROFILES } from '../../src/node/x509/profiles.ts';
import { bundledRoots } from '../../src/node/x509/roots.ts';
import { analyseTrust, judgeTrust } from '../../src/node/x509/trust.ts';
import { caseOf, certificatesOf } from '../../src/node/x509/measured.ts';
import { toPem } from '../gauntlet/pki/make.ts';
import { AT, CANARIES, ders, good, HOST, readable } from './certificateSeeds.ts';
import { editedDer } from './derEdits.ts';
import type { MakeRound } from './fuzz.ts';
import { mutated, pick, type Next } from './mutations.ts';
import { met, promise, shownOf } from './promises.ts';

const pieces = [
  ...['\0', '\n', '\u001B[31m', '\u202E', '<img src=x>', '*.test', 'registry.test', 'a'.repeat(3000)].map(text =>
    Buffer.from(text)
  ),
  ...[[0xff, 0xfe], [0xc3], [0xed, 0xa0, 0x80], [0x80], [0x00], [0xff], [0x30, 0x80], [0x02, 0x01, 0xff]].map(bytes =>
    Buffer.from(bytes)
  ),
  Buffer.alloc(600, 0x30),
  Buffer.alloc(200, 0xff)
];
const ingredients = { seeds: ders, pieces };

/** What was signed in the certificates from which the damaged ones are made. */
const signed = new Set(readable.map(der => signedPart(readCertificate(der) as CertificateFacts)));
const issued = certificatesOf(caseOf('int-good').servedChain);
const environment = {
  home: '/home/kubeflow',
  inPod: true,
  namespace: null,
  awsCredentials: false,
  missingBundle: null,
  variables: {}
};
const ca = readCaContent(good.ca, '/home/kubeflow/.tls/certificate.crt');

function signedPart({ der, parts }: CertificateFacts): string {
  const bytes = Buffer.from(der, 'base64');
  return bytes.toString('latin1', ...parts.tbs) + bytes.toString('latin1', ...parts.signature);
}

function damaged(next: Next): Buffer {
  return next(3) === 0
    ? mutated(ingredients, next)
    : editedDer(pick(readable, next), pick(readable, next), pieces, next);
}

/** The certificate where a server sends it, where it signed what a server sends, and in the CA file. */
function places(certificate: CertificateFacts): { chain: CertificateFacts[]; mounted: boolean }[] {
  const [leaf, intermediate] = issued as [CertificateFacts, CertificateFacts];
  return [
    { chain: [certificate, ...good.chain], mounted: false },
    { chain: [certificate, intermediate], mounted: false },
    { chain: [leaf, certificate], mounted: false },
    { chain: good.chain, mounted: true },
    { chain: [certificate], mounted: true }
  ];
}

function accepts({ profiles }: TrustFacts): boolean {
  return profiles.some(({ verdict }) => verdict === 'ok');
}

const makeRound: MakeRound = () => next => {
  const der = damaged(next);
  const read = readCertificate(der);
  if ('fault' in read) {
    met(read.fault);
    // The file's reader gets it all the same.
    readCaContent(Buffer.from(toPem(der)), '/ca');
    return;
  }
  met(read.faults.length > 0 ? 'read with faults' : 'read');
  const { chain, mounted } = pick(places(read), next);
  const file = Buffer.concat([Buffer.from(toPem(der)), next(2) === 0 ? good.ca : Buffer.alloc(0)]);
  const caContent = mounted ? readCaContent(file, ca.path) : ca;
  const question = { chain, host: pick([HOST, '127.0.0.1', '::1', 'a.corp.test'], next), at: AT };
  const trust = analyseTrust({ ...question, caContent, builder: 'kaniko-1.3.0', systemRoots: bundledRoots });
  promise(trust.profiles.length === PROFILES.length, 'every profile comes to a verdict');
  const strange = !signed.has(signedPart(read));
  if (accepts(trust)) {
    met('accepted by a program');
    // Only a certificate of the CA file may vouch for itself.
    promise(mounted || !strange || !trust.path.includes(read.sha256), 'no damaged certificate is trusted');
  }
  judgeTrust({ chain, hostname: question.host, ca: caContent, at: AT, builder: 'kaniko-current' });
  const { exits } = shownOf({ environment, trust, 'ca.content': caContent }, `${HOST}:5000`, AT);
  promise(!CANARIES.some(canary => exits.includes(canary)), 'nothing of what is not shown leaves');
  promise(!CANARIES.some(canary => inspect(trust.causes).includes(canary)), 'no cause quotes what it read');
};

export default makeRound;
