import { dateArg, fingerprintArg, pathArg, subjectArg } from '../../common/args.ts';
import { shellWord } from '../../common/shell.ts';
import { readPlace } from '../collect/file.ts';
import { CA_FILE } from '../collect/kinds.ts';
import { certificatePem } from '../fix/caFile.ts';
import { DEFAULT_BUILDER } from '../options.ts';
import { readCaContent } from '../x509/caContent.ts';
import { readCertificate } from '../x509/certificate.ts';
import type { CertificateFacts } from '../x509/facts.ts';
import { analyseTrust } from '../x509/trust.ts';
import { pathOf } from './caNeed.ts';
import type { Problem } from './problem.ts';

/** A file that the registry's owner sent. */
export interface GivenFile {
  /** As it was named, absolute. */
  path: string;
  certificates: readonly CertificateFacts[];
}

/** What the chain is to be tried with. */
export interface Served {
  host: string;
  /** Name or address that the certificate has to hold. */
  hostname: string;
  chain: readonly CertificateFacts[];
  /** The CA file as it is; null without one. */
  present: Uint8Array | null;
}

const day = (milliseconds: number): string => dateArg(milliseconds).slice(0, 10);

/**
 * Reads the certificates of a file, in text form (PEM) or as one in binary form (DER).
 *
 * @param path - absolute
 * @returns the certificates, or what is wrong with the file
 */
export async function readGiven(path: string): Promise<GivenFile | Problem> {
  const shown = pathArg(path);
  const { facts, bytes } = await readPlace(path, CA_FILE.limit);
  const ask = {
    text: 'Send the certificate of the CA as a text file that begins with BEGIN CERTIFICATE.',
    by: 'registry-owner'
  } as const;
  if (facts.state === 'missing' || facts.state === 'dangling-link') {
    return {
      title: `There is no file ${shown}`,
      explanation: 'Nothing was written.',
      steps: [{ text: 'Correct the path after --from.', by: 'you' }]
    };
  }
  if (bytes === null) {
    return {
      title: facts.tooLarge ? `${shown} is too large for a certificate` : `${shown} cannot be read`,
      explanation: 'A file with a certificate has a few kilobytes. Nothing was written.',
      steps: [{ text: 'Look at the file.', by: 'you', commands: [`ls -lL ${shellWord(shown)}`] }, ask]
    };
  }
  const { certificates } = readCaContent(bytes, path);
  const binary = certificates.length === 0 ? readCertificate(bytes) : null;
  const all = binary === null || 'fault' in binary ? certificates : [binary];
  return all.length > 0
    ? { path, certificates: all }
    : {
        title: `${shown} holds no certificate`,
        explanation: 'It may be another file, or a web page that was saved in its place. Nothing was written.',
        steps: [ask]
      };
}

/**
 * The certificates of a file that a client needs to trust what the registry sends, the one nearest to the registry first;
 * empty when none leads to it.
 */
export function neededOf(given: GivenFile, { chain, hostname, present }: Served): CertificateFacts[] {
  const before = present === null ? null : readCaContent(present, '');
  const usable = before === null || before.python.refuses !== null ? [] : before.certificates;
  const both = [...usable, ...given.certificates].map(certificate => certificatePem(certificate)).join('');
  const trust = analyseTrust({
    chain,
    caContent: readCaContent(Buffer.from(both), ''),
    host: hostname,
    at: Date.now(),
    builder: DEFAULT_BUILDER
  });
  return pathOf(trust).flatMap(({ sha256, selfIssued }, index) => {
    const certificate = given.certificates.find(item => item.sha256 === sha256);
    return certificate === undefined || (index === 0 && !selfIssued) ? [] : [certificate];
  });
}

/** Why no certificate of the file helps. */
export function uselessProblem(given: GivenFile, { host, chain }: Served, issuer: string): Problem {
  const shown = pathArg(given.path);
  const names = given.certificates.slice(0, 3).map(({ subject }) => subjectArg(subject));
  const isOwn = given.certificates.some(({ sha256 }) => sha256 === chain[0]?.sha256);
  return {
    title: isOwn
      ? `${shown} holds the registry's own certificate, not its CA`
      : `${shown} does not hold the CA of ${host}`,
    explanation: `It holds ${names.join('; ')}. ${issuer === '' ? '' : `The CA that is needed is ${subjectArg(issuer)}, with the key that signed the registry's certificate. `}Nothing was written.`,
    steps: [{ text: `Send the certificate of the CA that signed the certificate of ${host}.`, by: 'registry-owner' }]
  };
}

/** The certificates that would be added, with what is compared. */
export function givenLines(needed: readonly CertificateFacts[]): string[] {
  return needed.flatMap(({ subject, sha256, notBefore, notAfter }) => [
    `  ${subject === '' ? '(no name)' : subjectArg(subject)}`,
    `    SHA-256 ${fingerprintArg(sha256)}`,
    `    valid from ${day(notBefore)} to ${day(notAfter)}`
  ]);
}
