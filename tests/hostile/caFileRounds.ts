import { inspect } from 'node:util';
import { readCaContent } from '../../src/node/x509/caContent.ts';
import type { CertificateFacts } from '../../src/node/x509/facts.ts';
import { PROFILES } from '../../src/node/x509/profiles.ts';
import { analyseTrust } from '../../src/node/x509/trust.ts';
import { AT, CANARIES, files, good, HOST } from './certificateSeeds.ts';
import type { MakeRound } from './fuzz.ts';
import { mutated } from './mutations.ts';
import { met, promise, shownOf } from './promises.ts';

const ingredients = {
  seeds: files,
  pieces: [
    ...['-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----', '-----BEGIN TRUSTED CERTIFICATE-----', '-----'],
    ...['-----BEGIN PRIVATE KEY-----\n', '-----END PRIVATE KEY-----\n', '-----BEGIN PKCS7-----\n', 'BEGIN ', 'X509 '],
    ...['\n', '\r', '\r\n', '\n\n', '\\n', '\0', ' ', '\t', '"', "'", '=', '====', ':', 'a: b\n', '#', '\u2014', 'é'],
    ...['\uFEFF', '\u202E', '\u001B[31m', '<html>', '{"ca": "', 'MII', 'MAA=\n', 'A'.repeat(64), 'A'.repeat(20_000)],
    ...['-----BEGIN CERTIFICATE-----\n'.repeat(300), '\n-----END CERTIFICATE-----'.repeat(300), '\n'.repeat(2000)],
    ...[Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff]), Buffer.from([0x30, 0x82]), Buffer.from([0x80])]
  ]
};
const environment = {
  home: '/home/kubeflow',
  inPod: true,
  namespace: null,
  awsCredentials: false,
  missingBundle: null,
  variables: {}
};

/** Whether a certificate may vouch for the chain: it is part of it, or bears the name of the CA that issued it. */
function mayVouch({ sha256, subjectName }: CertificateFacts): boolean {
  return good.chain.some(sent => sent.sha256 === sha256 || sent.issuerName.canonical === subjectName.canonical);
}

const makeRound: MakeRound = () => next => {
  const content = readCaContent(mutated(ingredients, next), '/home/kubeflow/.tls/certificate.crt');
  met(content.certificates.length > 0 ? 'with a certificate' : 'without one');
  for (const { loads } of [content.python, content.go, content.node]) {
    promise(
      loads.every(index => index in content.certificates),
      'only what was read is loaded'
    );
  }
  promise(content.python.refuses === null || content.python.loads.length === 0, 'a refused file gives nothing');
  const question = { chain: good.chain, caContent: content, host: HOST, at: AT, builder: 'kaniko-1.3.0' };
  const trust = analyseTrust({ ...question, systemRoots: () => [] });
  promise(trust.profiles.length === PROFILES.length, 'every profile comes to a verdict');
  if (trust.profiles.some(({ verdict }) => verdict === 'ok')) {
    met('accepted by a program');
    promise(content.certificates.some(mayVouch), 'nobody vouches for a chain but its CA');
  }
  const { report, exits } = shownOf({ environment, trust, 'ca.content': content }, `${HOST}:5000`, AT);
  if (report.verdict !== 'ok') {
    met('with a finding');
  }
  const { certificates, ...rest } = content;
  const facts = certificates.map(({ der, ...own }) => ({ ...own, der: der.length }));
  const everything = [exits, inspect([rest, trust.causes], { depth: 9 }), JSON.stringify(rest)].join('\n');
  promise(!CANARIES.some(canary => everything.includes(canary)), 'nothing of what is not shown leaves');
  promise(!JSON.stringify(facts).includes(CANARIES[1] as string), 'no key becomes a fact');
};

export default makeRound;
