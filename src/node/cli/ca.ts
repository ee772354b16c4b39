import { ASIDE } from '../../common/catalogue/steps.ts';
import { dirname, join, resolve } from 'node:path';
import { fingerprintArg, pathArg, subjectArg } from '../../common/args.ts';
import { parseHost } from '../../common/host.ts';
import { replaceSecretCommand } from '../../common/manifests.ts';
import { commandLine } from '../../common/shell.ts';
import { CONSUMER_WORDS, ROW_SIGNS } from '../../common/words.ts';
import { namespaceOf } from '../check/namespace.ts';
import { readEnvironmentFacts } from '../collect/environment.ts';
import { readPlace } from '../collect/file.ts';
import { CA_FILE, CONFIG_FILE } from '../collect/kinds.ts';
import { readDockerConfig } from '../docker/config.ts';
import { ExitGuard } from '../engine/exit.ts';
import type { EnvironmentFacts } from '../facts.ts';
import { withCertificate, type CaEdit } from '../fix/caFile.ts';
import { findPlace, type Place } from '../fix/place.ts';
import { replaceFile } from '../fix/replace.ts';
import { DEFAULT_BUILDER, readEnvironment } from '../options.ts';
import { noCaContent, readCaContent } from '../x509/caContent.ts';
import { Vault } from '../secret.ts';
import type { CertificateFacts, TrustFacts } from '../x509/facts.ts';
import { analyseTrust } from '../x509/trust.ts';
import type { CaArguments } from './args/ca.ts';
import { acceptedOf, needOf } from './caNeed.ts';
import { asCalled } from './called.ts';
import { givenLines, neededOf, readGiven, uselessProblem, type GivenFile, type Served } from './caGiven.ts';
import { chainText, compareText, needText, refusalProblem, requestText } from './caText.ts';
import { whom } from '../../common/contacts.ts';
import { failureText } from './failure.ts';
import type { Surroundings } from './login.ts';
import { look } from './look.ts';
import { print, tell } from './output.ts';
import { problemText, type Problem } from './problem.ts';
import { styleFor, wrap, type Style } from './style.ts';
import { secretOf, writingProblem, type Writing } from './writing.ts';

/** How the result is printed; `ca` replaces it before it says anything. */
let printed: (text: string) => void = print;

const INTERRUPTED = 130;
const FILE_MODE = 0o644;

/** A chain that was collected, and where its CA belongs. */
interface Shown extends Served {
  given: CaArguments;
  trust: TrustFacts;
  /** File that the CA is taken from, with what a client needs of it; null without --from. */
  file: { given: GivenFile; needed: readonly CertificateFacts[] } | null;
  unread: number;
  home: EnvironmentFacts;
  path: string;
  isDefault: boolean;
  style: Style;
}

/**
 * Names in certificates can repeat a login of the Docker config, which this registry has seen: a line that does is hidden.
 *
 * @param home - folder of the Docker config
 * @param openly - what the person gave: no secret, whatever the password is
 */
async function hidingLogins(home: string, openly: readonly string[]): Promise<(text: string) => void> {
  const vault = new Vault();
  const { bytes } = await readPlace(join(home, CONFIG_FILE.name), CONFIG_FILE.limit);
  if (bytes !== null) {
    readDockerConfig(bytes, '', vault);
  }
  const guard = new ExitGuard(vault, openly);
  return text => print(guard.clean(text.split('\n')).join('\n'));
}

/**
 * `ca`: shows the certificates that the registry sends and which of them a client needs. Writes the one that was
 * accepted by its SHA-256, and only a CA.
 *
 * @returns exit status
 */
export async function ca(given: CaArguments, { environment, signal }: Surroundings): Promise<number> {
  const style = styleFor(process.stdout, environment['NO_COLOR']);
  const files = [given.from, given.toFile].filter(path => path !== null).map(path => resolve(path));
  printed = await hidingLogins(environment['HOME'] ?? '/home/kubeflow', [given.host, ...files]);
  const from = given.from === null ? null : await readGiven(resolve(given.from));
  if (from !== null && 'title' in from) {
    printed(`${problemText(from, style, given.contacts)}\n`);
    return 1;
  }
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
    printed(`${failureText(report, title, style, given.contacts)}\n`);
    return 1;
  }
  const address = parseHost(given.host);
  const served: Served = {
    host: given.host,
    hostname: address.ok ? address.hostname : given.host,
    chain: tls.chain,
    present: (await readPlace(path, CA_FILE.limit)).bytes
  };
  const shown: Shown = {
    ...served,
    given,
    trust,
    file: from === null ? null : { given: from, needed: neededOf(from, served) },
    unread: tls.unread.length,
    home,
    path,
    isDefault: path === usual,
    style
  };
  if (shown.file !== null && shown.file.needed.length === 0) {
    const need = needOf(trust, tls.chain);
    const problem = uselessProblem(shown.file.given, served, need.kind === 'not-sent' ? need.issuer : '');
    printed(`${problemText(problem, style, given.contacts)}\n`);
    return 1;
  }
  return given.accept === null ? show(shown, registry) : accept(shown, given.accept);
}

/** This command once more, to write the CA with a SHA-256. */
function acceptCommand({ given, path, isDefault }: Shown, sha256: string): string {
  const from = given.from === null ? [] : ['--from', resolve(given.from)];
  const to = isDefault ? [] : ['--to-file', path];
  const options = [...from, ...to, '--accept', fingerprintArg(sha256)];
  return asCalled(commandLine('kaptain-registry ca', options, [given.host]));
}

function show(shown: Shown, registry: Parameters<typeof chainText>[0]): number {
  const { given, chain, trust, style, file } = shown;
  const at = Date.now();
  const need = needOf(trust, chain);
  const served = chainText({ ...registry, host: given.host }, chain, at, style);
  const top = file?.needed.at(-1);
  if (file !== null && top !== undefined && need.kind !== 'public') {
    const parts = [
      served,
      [
        style.paint('bold', `What a client needs, from ${pathArg(file.given.path)}`),
        ...givenLines(file.needed),
        '',
        wrap(compareText(given.contacts), style.width, '  '),
        `    ${acceptCommand(shown, top.sha256)}`
      ].join('\n')
    ];
    printed(`${parts.join('\n\n')}\n`);
    return 0;
  }
  const parts = [served, needText(need, given.host, sha256 => acceptCommand(shown, sha256), style, given.contacts)];
  if (need.kind === 'not-sent') {
    parts.push(
      `${style.paint('bold', 'Send this to the registry owner')}\n\n${requestText(need, given.host, chain, at, given.contacts)}`
    );
  }
  printed(`${parts.join('\n\n')}\n`);
  return need.kind === 'not-sent' || (need.kind === 'mounted' && !need.works) ? 1 : 0;
}

async function accept(shown: Shown, sha256: string): Promise<number> {
  const { given, chain, trust, path, style, home, file } = shown;
  const stop = (problem: Problem): number => {
    printed(`${problemText(problem, style, given.contacts)}\n`);
    return 1;
  };
  const say = (sign: 'ok' | 'notice', title: string, text: string): number => {
    printed(
      `${style.paint(sign === 'ok' ? 'green' : 'grey', ROW_SIGNS[sign])} ${style.paint('bold', title)}\n\n${wrap(text, style.width, '  ')}\n`
    );
    return 0;
  };
  const need = needOf(trust, chain);
  const chosen = file === null ? acceptedOf(sha256, trust, chain) : acceptedFrom(file.needed, sha256);
  if ('refusal' in chosen) {
    if (trust.mounted.includes(sha256)) {
      return say(
        'notice',
        'This certificate is in your CA file already',
        `${pathArg(trust.caPath)} was left as it is.`
      );
    }
    if (file !== null) {
      return stop(otherFileProblem(shown, file.given));
    }
    const request =
      need.kind === 'not-sent' ? `\n\n${requestText(need, given.host, chain, Date.now(), given.contacts)}` : '';
    printed(`${problemText(refusalProblem(chosen.refusal, given.host), style, given.contacts)}${request}\n`);
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
    accept: sha256,
    from: given.from === null ? null : resolve(given.from)
  });
  const found = await findPlace(path, CA_FILE.limit);
  if (!found.ok) {
    // A file that nothing can be added to is not worth a copy.
    const worthy = shown.present !== null && withCertificates(shown.present, chosen.certificates).ok;
    return stop(writingProblem(found.fault, writing(found.exists && worthy), found.errorClass));
  }
  const { place } = found;
  const mode = place.bytes === null ? FILE_MODE : place.mode;
  const done = await replaceFile<CaEdit>(place, mode, CA_FILE.limit, current => {
    const result = withCertificates(current, chosen.certificates);
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
  printed(`${writtenText(shown, place, chosen.certificates, result)}\n`);
  return 0;
}

/** What is written of a file when its CA was accepted: with it the ones below, which it signed. */
function acceptedFrom(
  needed: readonly CertificateFacts[],
  sha256: string
): { certificates: readonly CertificateFacts[] } | { refusal: 'not-sent' } {
  const at = needed.findIndex(item => item.sha256 === sha256);
  return at < 0 ? { refusal: 'not-sent' } : { certificates: needed.slice(0, at + 1) };
}

function otherFileProblem({ given, host }: Shown, file: GivenFile): Problem {
  return {
    title: `${pathArg(file.path)} holds no CA of ${host} with this SHA-256`,
    explanation: 'The file is not the one that you were told about, or a digit is wrong. Nothing was written.',
    steps: [
      {
        text: 'Compare once more what the file holds with what you were told.',
        by: 'you',
        commands: [commandLine('kaptain-registry ca', ['--from', file.path], [given.host])]
      },
      { text: 'Send the CA certificate and its SHA-256 once more.', by: 'registry-owner' }
    ]
  };
}

/** Adds several certificates, one behind the other. */
function withCertificates(before: Uint8Array | null, certificates: readonly CertificateFacts[]): CaEdit {
  let edit: CaEdit = { ok: true, bytes: Buffer.from(before ?? []), already: true };
  for (const certificate of certificates) {
    if (!edit.ok) {
      break;
    }
    const next = withCertificate(edit.bytes, certificate);
    edit = next.ok ? { ...next, already: edit.already && next.already } : next;
  }
  return edit;
}

function damagedProblem(place: Place): Problem {
  return {
    title: `${pathArg(place.path)} cannot be added to`,
    explanation:
      'Programs refuse the file as it is, with whatever is added to it. Nothing was written; the file is as it was.',
    steps: [
      {
        text: 'See what is wrong and how to fix it.',
        by: 'you',
        commands: [commandLine('kaptain-registry check', ['--offline', '--ca-file', place.path], [])]
      },
      {
        text: 'Or, if you need no other CA in it, move the file aside and run this command again.',
        by: 'you',
        commands: [commandLine('mv', [], [place.path, `${place.path}${ASIDE}`])]
      }
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
  certificates: readonly CertificateFacts[],
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
    causes.length > 0
      ? [say(`"${asCalled(commandLine('kaptain-registry check', [], [given.host]))}" says what is left.`)]
      : [];
  const followUp = isDefault
    ? 'The SDK reads it there. Run the Config cell and the Model cell again.'
    : 'The SDK looks there only when the Config cell names the file: see "kaptain-registry cell --help".';
  return [
    `${style.paint('green', ROW_SIGNS.ok)} ${style.paint('bold', title)}`,
    '',
    ...certificates.flatMap(({ subject, sha256 }) => [say(subjectArg(subject)), `  SHA-256 ${fingerprintArg(sha256)}`]),
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
