import { dateArg, fingerprintArg, readableText, subjectArg } from '../../common/args.ts';
import { commandLine } from '../../common/shell.ts';
import { ORIGIN_WORDS, treeRows } from '../../common/tree.ts';
import type { RegistryReport } from '../../common/report.ts';
import type { CertificateFacts } from '../x509/facts.ts';
import type { Need, Refusal } from './caNeed.ts';
import { whom, type Contacts } from '../../common/contacts.ts';
import { asCalled } from './called.ts';
import type { Problem } from './problem.ts';
import { wrap, type Style } from './style.ts';

const day = (milliseconds: number): string => dateArg(milliseconds).slice(0, 10);

/** What a certificate is, in the chain. */
function roleOf(certificate: CertificateFacts, isLeaf: boolean): string {
  if (isLeaf) {
    return certificate.selfIssued ? "the registry's own certificate, self-signed" : "the registry's own certificate";
  }
  return certificate.selfIssued ? 'CA, self-signed' : certificate.isCa ? 'intermediate CA' : 'not a CA';
}

/** The served chain as a tree, with what a person compares. */
export function chainText(
  { host, tree }: Pick<RegistryReport, 'host' | 'tree'>,
  chain: readonly CertificateFacts[],
  at: number,
  style: Style
): string {
  const [leaf] = chain;
  const lines = (tree === undefined ? [] : treeRows(tree)).flatMap(({ depth, certificate, missing }) => {
    const indent = `  ${'   '.repeat(depth)}`;
    const lead = depth === 0 ? indent : `${indent.slice(0, -3)}└─ `;
    if (certificate === null) {
      return [`${lead}${style.paint('yellow', '?')} ${missing}`, `${indent}  was not sent`];
    }
    const facts = chain.find(({ sha256 }) => sha256 === certificate.sha256);
    const head = `${lead}${style.paint('bold', certificate.subject === '' ? '(no name)' : certificate.subject)}`;
    if (facts === undefined) {
      return [
        head,
        `${indent}  ${certificate.sha256 === undefined ? 'could not be read' : ORIGIN_WORDS[certificate.from]}`
      ];
    }
    const outdated =
      facts.notAfter < at
        ? style.paint('red', ' (expired)')
        : facts.notBefore > at
          ? style.paint('red', ' (not valid yet)')
          : '';
    return [
      head,
      `${indent}  ${roleOf(facts, facts === leaf)}, ${ORIGIN_WORDS[certificate.from]}`,
      `${indent}  SHA-256 ${fingerprintArg(facts.sha256)}`,
      `${indent}  valid from ${day(facts.notBefore)} to ${day(facts.notAfter)}${outdated}`
    ];
  });
  return [style.paint('bold', `Certificates of ${host}, each below the one that signed it`), ...lines].join('\n');
}

/** How to tell that a certificate is the right one. */
export function compareText(contacts: Contacts): string {
  return `Compare the SHA-256 with what the ${whom('registry-owner', contacts)} tells you through another channel: by phone, in person, in a ticket. Only if all of it is the same:`;
}

/** What a client needs, and how to go on. */
export function needText(
  need: Need,
  host: string,
  acceptCommand: (sha256: string) => string,
  style: Style,
  contacts: Contacts
): string {
  const say = (text: string): string => wrap(text, style.width, '  ');
  const head = style.paint('bold', 'What a client needs');
  switch (need.kind) {
    case 'public':
      return [
        head,
        say(
          'Nothing: the chain leads to a CA that every system knows. No CA file is needed, and the Config cell names none (kaptain-registry cell --no-ca).'
        )
      ].join('\n');
    case 'mounted':
      return [
        head,
        say(
          need.works
            ? `${subjectArg(need.subject)}, which is in your CA file already. Nothing to do.`
            : `${subjectArg(need.subject)}, which is in your CA file already. The SDK still does not accept the registry: "${asCalled(commandLine('kaptain-registry check', [], [host]))}" says why.`
        )
      ].join('\n');
    case 'sent':
    case 'self-signed': {
      const { certificate } = need;
      const sha256 = fingerprintArg(certificate.sha256);
      return [
        head,
        say(
          need.kind === 'sent'
            ? `The CA ${subjectArg(certificate.subject)}, which the registry sent.`
            : "The registry's own certificate, because no CA issued it. Whenever the registry gets a new one, the file has to follow."
        ),
        '',
        say(`What you see above came over a connection that nobody has confirmed yet. ${compareText(contacts)}`),
        `    ${acceptCommand(sha256)}`
      ].join('\n');
    }
    case 'not-sent':
      return [
        head,
        say(
          need.issuer === ''
            ? 'The CA certificate, which the registry does not send.'
            : `The CA ${subjectArg(need.issuer)}, which the registry does not send. You can't get it from here.`
        )
      ].join('\n');
  }
}

/** The message to the registry's owner when the CA was not sent; holds no secret and no name of an account. */
export function requestText(
  need: Need & { kind: 'not-sent' },
  host: string,
  chain: readonly CertificateFacts[],
  at: number,
  contacts: Contacts
): string {
  const [leaf] = chain;
  return [
    `To the ${whom('registry-owner', contacts)} of ${host}`,
    '',
    `We want to use ${host} from notebooks.`,
    'They need the certificate of the CA that signed its certificate,',
    `and the server does not send it (seen on ${readableText(dateArg(at))}).`,
    '',
    ...(need.issuer === '' ? [] : ['The CA:', `  ${subjectArg(need.issuer)}`]),
    'What the server sends:',
    ...(leaf === undefined
      ? []
      : [
          `  ${subjectArg(leaf.subject)}`,
          `  SHA-256 ${fingerprintArg(leaf.sha256)}`,
          `  valid to ${day(leaf.notAfter)}`
        ]),
    '',
    'Please send the CA certificate as PEM (it begins with "BEGIN CERTIFICATE"; no private key), and its SHA-256',
    'through another channel, such as phone or a ticket:',
    '  openssl x509 -in ca.crt -noout -fingerprint -sha256',
    '',
    'It is the right one if this command finds no problem:',
    `  ${commandLine('kaptain-registry check', ['--ca-file', 'ca.crt'], [host])}`
  ].join('\n');
}

/** Why an accepted certificate is not written. */
export function refusalProblem(refusal: Refusal, host: string): Problem {
  const show = {
    text: 'Look at what is sent, and which certificate a client needs.',
    by: 'you',
    commands: [commandLine('kaptain-registry ca', [], [host])]
  } as const;
  const nothing = 'Nothing was written.';
  switch (refusal) {
    case 'not-sent':
      return {
        title: `${host} sent no certificate with this SHA-256`,
        explanation: `If the digits are the ones you were told, someone else may be answering in the registry's place, or it has a new certificate. ${nothing}`,
        steps: [
          show,
          { text: 'Compare the digits once more, all of them.', by: 'you' },
          { text: 'Say which CA the registry uses today, and its SHA-256.', by: 'registry-owner' }
        ]
      };
    case 'stranger':
      return {
        title: 'This certificate has nothing to do with the one of the registry',
        explanation: `The registry sent it, but it did not sign the registry's certificate. Trusting it would not help. ${nothing}`,
        steps: [show]
      };
    case 'server':
      return {
        title: "This is the registry's own certificate, not its CA",
        explanation: `A CA issued it. In a CA file it is refused by Python before 3.13, and it stops working when the registry gets a new one. ${nothing}`,
        steps: [show]
      };
    case 'no-ca':
      return {
        title: 'This certificate is not a CA',
        explanation: `It does not say that it may sign others, so programs refuse it as a CA. ${nothing}`,
        steps: [show, { text: 'Send a chain whose issuers are CAs (basicConstraints CA:TRUE).', by: 'registry-owner' }]
      };
  }
}
