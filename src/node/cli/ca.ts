import { dirname, join, resolve } from 'node:path';
import { fingerprintArg, pathArg, subjectArg } from '../../common/args.ts';
import { parseHost } from '../../common/host.ts';
import { replaceSecretCommand } from '../../common/manifests.ts';
import { commandLine } from '../../common/shell.ts';
import { CONSUMER_WORDS, ROW_SIGNS } from '../../common/words.ts';
import { namespaceOf } from '../check/namespace.ts';
import { readEnvironmentFacts } from '../collect/environment.ts';
import { CA_FILE } from '../collect/kinds.ts';
import type { EnvironmentFacts } from '../facts.ts';
import { withCertificate, type CaEdit } from '../fix/caFile.ts';
import { findPlace, type Place } from '../fix/place.ts';
import { replaceFile } from '../fix/replace.ts';
import { DEFAULT_BUILDER, readEnvironment } from '../options.ts';
import { noCaContent, readCaContent } from '../x509/caContent.ts';
import type { CertificateFacts, TrustFacts } from '../x509/facts.ts';
import { analyseTrust } from '../x509/trust.ts';
import type { CaArguments } from './args/ca.ts';
import { acceptedOf, needOf } from './caNeed.ts';
import { chainText, needText, refusalProblem, requestText } from './caText.ts';
import { whom } from '../../common/contacts.ts';
import { failureText } from './failure.ts';
import type { Surroundings } from './login.ts';
import { look } from './look.ts';
import { print, tell } from './output.ts';
import { problemText, type Problem } from './problem.ts';
import { styleFor, wrap, type Style } from './style.ts';
import { secretOf, writingProblem, type Writing } from './writing.ts';

const INTERRUPTED = 130;
const FILE_MODE = 0o644;

/** A chain that was collected, and where its CA belongs. */
interface Shown {
  given: CaArguments;
  chain: readonly CertificateFacts[];
  trust: TrustFacts;
  /** Name or address that the certificate has to hold. */
  hostname: string;
  unread: number;
  home: EnvironmentFacts;
  path: string;
  isDefault: boolean;
  style: Style;
}

/**
 * `ca`: shows the certificates that the registry sends and which of them a client needs. Writes the one that was
 * accepted by its SHA-256, and only a CA.
 *
 * @returns exit status
 */
export async function ca(given: CaArguments, { environment, signal }: Surroundings): Promise<number> {
  const style = styleFor(process.stdout, environment['NO_COLOR']);
  const home = await readEnvironmentFacts(readEnvironment(environment));
  const usual = join(home.home, CA_FILE.name);
  const path = given.toFile === null ? usual : resolve(given.toFile);
  const { report, facts } = await look({
    host: given.host,
    depth: 'chain',
    credential: null,
    // What counts is the file that would be written.
    caFile: given.toFile === null ? null : path,
    resolve: given.resolve,
    timeoutMs: given.timeoutMs,
    environment,
    signal
  });
  if (signal.aborted) {
    tell('Stopped. Nothing was written.\n');
    return INTERRUPTED;
  }
  const { tls, trust } = facts;
  const [registry] = report.registries;
  if (tls === undefined || trust === undefined || registry === undefined || tls.chain.length === 0) {
    const title = 'The registry sent no certificate that could be read';
    print(`${failureText(report, title, style, given.contacts)}\n`);
    return 1;
  }
  const address = parseHost(given.host);
  const shown: Shown = {
    given,
    chain: tls.chain,
    trust,
    hostname: address.ok ? address.hostname : given.host,
    unread: tls.unread.length,
    home,
    path,
    isDefault: path === usual,
    style
  };
  return given.accept === null ? show(shown, registry) : accept(shown, given.accept);
}

function show({ given, chain, trust, style }: Shown, registry: Parameters<typeof chainText>[0]): number {
  const at = Date.now();
  const need = needOf(trust, chain);
  const parts = [
    chainText({ ...registry, host: given.host }, chain, at, style),
    needText(need, given.host, style, given.contacts)
  ];
  if (need.kind === 'not-sent') {
    parts.push(
      `${style.paint('bold', 'Send this to the registry owner')}\n\n${requestText(need, given.host, chain, at, given.contacts)}`
    );
  }
  print(`${parts.join('\n\n')}\n`);
  return need.kind === 'not-sent' || (need.kind === 'mounted' && !need.works) ? 1 : 0;
}

async function accept(shown: Shown, sha256: string): Promise<number> {
  const { given, chain, trust, path, style, home } = shown;
  const stop = (problem: Problem): number => {
    print(`${problemText(problem, style, given.contacts)}\n`);
    return 1;
  };
  const say = (sign: 'ok' | 'notice', title: string, text: string): number => {
    print(
      `${style.paint(sign === 'ok' ? 'green' : 'grey', ROW_SIGNS[sign])} ${style.paint('bold', title)}\n\n${wrap(text, style.width, '  ')}\n`
    );
    return 0;
  };
  const need = needOf(trust, chain);
  const chosen = acceptedOf(sha256, trust, chain);
  if ('refusal' in chosen) {
    if (trust.mounted.includes(sha256)) {
      return say(
        'notice',
        'This certificate is in your CA file already',
        `${pathArg(trust.caPath)} was left as it is.`
      );
    }
    const request =
      need.kind === 'not-sent' ? `\n\n${requestText(need, given.host, chain, Date.now(), given.contacts)}` : '';
    print(`${problemText(refusalProblem(chosen.refusal, given.host), style, given.contacts)}${request}\n`);
    return 1;
  }
  if (need.kind === 'public') {
    return say(
      'notice',
      'No CA file is needed',
      'The chain leads to a CA that every system knows. Nothing was written.'
    );
  }
  const writing = (exists: boolean): Writing => ({
    kind: 'ca',
    host: given.host,
    path,
    folder: dirname(path),
    exists,
    home: home.home,
    namespace: namespaceOf(home),
    accept: sha256
  });
  const found = await findPlace(path, CA_FILE.limit);
  if (!found.ok) {
    return stop(writingProblem(found.fault, writing(found.exists), found.errorClass));
  }
  const { place } = found;
  const mode = place.bytes === null ? FILE_MODE : place.mode;
  const done = await replaceFile<CaEdit>(place, mode, CA_FILE.limit, current => {
    const result = withCertificate(current, chosen.certificate);
    return { bytes: result.ok && !result.already ? result.bytes : null, result };
  });
  if (!done.ok) {
    return stop(writingProblem(done.fault, writing(place.bytes !== null), done.errorClass, done.lock));
  }
  const { result } = done;
  if (!result.ok) {
    return stop(
      result.fault === 'too-large' ? writingProblem('too-large', writing(true), null) : damagedProblem(place)
    );
  }
  print(`${writtenText(shown, place, chosen.certificate, result)}\n`);
  return 0;
}

function damagedProblem(place: Place): Problem {
  return {
    title: `${pathArg(place.path)} cannot be added to`,
    explanation:
      'Programs refuse the file as it is, with whatever is added to it. Nothing was written; the file is as it was.',
    steps: [
      { text: 'See what is wrong and how to fix it.', by: 'you', commands: ['kaptain-registry check --offline'] },
      { text: 'Or move the file away, if no other CA in it is needed, and run this command again.', by: 'you' }
    ]
  };
}

const VERDICTS = {
  ok: 'accepts the registry with this file',
  fails: 'still refuses it',
  unknown: 'depends on its version'
};

function writtenText(
  { given, chain, hostname, unread, isDefault, home, style }: Shown,
  place: Place,
  certificate: CertificateFacts,
  { bytes, already }: CaEdit & { ok: true }
): string {
  const path = pathArg(place.path);
  const { consumers, causes } = analyseTrust({
    chain,
    caContent: bytes.length === 0 ? noCaContent(place.path, 'absent') : readCaContent(bytes, place.path),
    host: hostname,
    at: Date.now(),
    builder: DEFAULT_BUILDER,
    chainIncomplete: unread > 0
  });
  const say = (text: string): string => wrap(text, style.width, '  ');
  const title = already ? 'The CA is in your CA file already' : 'The CA was written';
  const where = already
    ? `${path} was left as it is.`
    : place.bytes === null
      ? `Written to a new file, ${path}.`
      : `Added to ${path}, behind what was there; every byte of that stays.`;
  const rows = (['sdk', 'builder'] as const).map(consumer => {
    const verdict = consumers[consumer];
    const sign = verdict === 'ok' ? ROW_SIGNS.ok : verdict === 'fails' ? ROW_SIGNS.problem : ROW_SIGNS.unknown;
    return `  ${sign} ${CONSUMER_WORDS[consumer].padEnd(18)} ${VERDICTS[verdict]}`;
  });
  const more =
    causes.length > 0 ? [say(`"${commandLine('kaptain-registry check', [], [given.host])}" says what is left.`)] : [];
  const followUp = isDefault
    ? 'The SDK reads it there. Run the Config cell and the Model cell again.'
    : 'The SDK looks there only when the Config cell names the file: see "kaptain-registry cell --help".';
  return [
    `${style.paint('green', ROW_SIGNS.ok)} ${style.paint('bold', title)}`,
    '',
    say(`${subjectArg(certificate.subject)}`),
    `  SHA-256 ${fingerprintArg(certificate.sha256)}`,
    say(where),
    '',
    ...rows,
    ...more,
    '',
    say(followUp),
    '',
    say(
      `For every new notebook, write the file into the Secret that the PodDefault mounts (it replaces what the Secret holds), or ask the ${whom('cluster-admin', given.contacts)}:`
    ),
    `    ${replaceSecretCommand(secretOf('ca', namespaceOf(home), place.path))}`
  ].join('\n');
}
