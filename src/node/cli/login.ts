import type { ReadStream } from 'node:tty';
import { createReadStream } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../../common/report.ts';
import { commandLine } from '../../common/shell.ts';
import { namespaceOf } from '../check/namespace.ts';
import { readEnvironmentFacts } from '../collect/environment.ts';
import { CONFIG_FILE } from '../collect/kinds.ts';
import { mayBeAsked } from '../collect/session.ts';
import { withLogin, type ConfigEdit } from '../fix/dockerConfig.ts';
import { findPlace, type Place } from '../fix/place.ts';
import { replaceFile } from '../fix/replace.ts';
import { readEnvironment } from '../options.ts';
import { acceptedBySomeone } from '../registry/trust.ts';
import { Secret, type Credential } from '../secret.ts';
import { UsageError } from './args/grammar.ts';
import { userNameFault, type LoginArguments } from './args/login.ts';
import { asCalled } from './called.ts';
import { checkWritten } from './loginCheck.ts';
import { failureText, firstProblem } from './failure.ts';
import { Cancelled, Questions, TooManyLines } from './loginPrompt.ts';
import { damagedProblem, refusedProblem, writtenText } from './loginResult.ts';
import { openStandardInput, readInput } from './input.ts';
import { look, type Look, type SeenFacts } from './look.ts';
import { print, tell } from './output.ts';
import { problemText, type Problem } from './problem.ts';
import { isDumb, styleFor } from './style.ts';
import { findingText } from './text.ts';
import { writingProblem, type Writing } from './writing.ts';

const NOT_SENT = 'No login was sent and nothing was written.';
const INTERRUPTED = 130;

/** What the verbs that write get from the command. */
export interface Surroundings {
  environment: Readonly<Record<string, string | undefined>>;
  signal: AbortSignal;
}

/**
 * `login`: looks whether the file can be written and the registry be trusted, asks, tries the login once, and only then
 * writes it.
 *
 * @returns exit status
 */
export async function login(given: LoginArguments, { environment, signal }: Surroundings): Promise<number> {
  const style = styleFor(process.stdout, environment['NO_COLOR']);
  const stop = (problem: Problem): number => {
    print(`${problemText(problem, style, given.contacts)}\n`);
    return 1;
  };
  const facts = await readEnvironmentFacts(readEnvironment(environment));
  const usual = join(facts.home, CONFIG_FILE.name);
  const path = given.toFile === null ? usual : resolve(given.toFile);
  const writing = (exists: boolean): Writing => ({
    kind: 'login',
    host: given.host,
    path,
    folder: dirname(path),
    exists,
    home: facts.home,
    namespace: namespaceOf(facts),
    accept: null,
    from: null
  });

  const found = await findPlace(path, CONFIG_FILE.limit);
  if (!found.ok) {
    return stop(writingProblem(found.fault, writing(found.exists), found.errorClass));
  }
  const { place } = found;
  const trial = withLogin(place.bytes, given.host, nobody);
  if (!trial.ok) {
    return stop(damagedProblem(place, trial));
  }

  const ask = (depth: 'service' | 'login', credential: Credential | null): Promise<Look> =>
    look({
      host: given.host,
      depth,
      credential,
      caFile: given.caFile === null ? null : resolve(given.caFile),
      resolve: given.resolve,
      timeoutMs: given.timeoutMs,
      environment,
      signal
    });
  if (!given.passwordStdin) {
    requireTerminal();
    // A person should not type a password for a registry that gets none.
    const first = await ask('service', null);
    if (signal.aborted) {
      tell(`Stopped. ${NOT_SENT}\n`);
      return INTERRUPTED;
    }
    if (!maySend(first.facts)) {
      print(`${untrustedText(first, given, style)}\n`);
      return 1;
    }
  }
  const credential = await credentialOf(given, signal);
  if (credential === null) {
    tell(`Stopped. ${NOT_SENT}\n`);
    return INTERRUPTED;
  }
  const { report, facts: seen } = await ask('login', credential);
  if (signal.aborted) {
    tell('Stopped. Nothing was written.\n');
    return INTERRUPTED;
  }
  const { session } = seen;
  if (session?.outcome === 'refused') {
    return stop(refusedProblem(given.host, session.by === 'login-service'));
  }
  if (session === undefined || (session.outcome !== 'accepted' && session.outcome !== 'not-needed')) {
    const sent = (session?.attempts ?? 0) > 0;
    const end = sent ? 'Nothing was written.' : NOT_SENT;
    print(
      `${failureText(report, 'The login could not be tried', style, given.contacts)}\n\n  ${end}${hint(seen, given)}\n`
    );
    return 1;
  }
  return write(given, place, credential, {
    writing: writing(place.bytes !== null),
    untried: session.outcome === 'not-needed',
    isDefault: path === usual,
    environment,
    problem: firstProblem(report),
    stop
  });
}

const nobody: Credential = { kind: 'basic', username: new Secret('user'), secret: new Secret('') };

/** Whether the engine would send a login at all. */
function maySend({ trust, tls, 'login.service': service }: SeenFacts): boolean {
  if (trust === undefined || tls === undefined || service === undefined || !mayBeAsked({ trust, tls })) {
    return false;
  }
  const { kind, realm } = service;
  return (
    kind === 'none' ||
    kind === 'basic' ||
    (kind === 'bearer' &&
      realm !== null &&
      realm.fault === null &&
      (realm.own || (realm.trust !== null && acceptedBySomeone(realm.trust))))
  );
}

function untrustedText({ report, facts }: Look, given: LoginArguments, style: ReturnType<typeof styleFor>): string {
  const text = failureText(report, 'Whether a login may be sent cannot be told from here', style, given.contacts);
  return `${text}\n\n  ${NOT_SENT}${hint(facts, given)}`;
}

/** Where trust is what is missing, the way to the CA. */
function hint({ trust, tls }: SeenFacts, { host }: LoginArguments): string {
  return tls !== undefined && trust !== undefined && !acceptedBySomeone(trust.consumers)
    ? `\n  To see which CA it needs: ${asCalled(commandLine('kaptain-registry ca', [], [host]))}`
    : '';
}

function requireTerminal(): void {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UsageError(
      'login: there is no terminal to ask on; give --username NAME and --password-stdin, for example: kaptain-registry login HOST --username NAME --password-stdin < FILE'
    );
  }
}

async function credentialOf(
  { username, passwordStdin, host }: LoginArguments,
  signal: AbortSignal
): Promise<Credential | null> {
  if (passwordStdin) {
    const password = await passwordFromInput(signal);
    return password === null ? null : basic(username ?? '', password);
  }
  const questions = new Questions(process.stdin as ReadStream, text => process.stderr.write(text), isDumb());
  try {
    const name = username ?? (await questions.ask(`User name for ${host}: `, { echo: true, last: false }));
    const fault = userNameFault(name);
    if (fault !== null) {
      throw new UsageError(`login: ${fault} ${NOT_SENT}`);
    }
    const password = await questions.ask('Password (not shown): ', { echo: false, last: true });
    if (password === '') {
      throw new UsageError(`login: The password is empty. ${NOT_SENT}`);
    }
    return basic(name, password);
  } catch (error) {
    if (error instanceof TooManyLines) {
      throw new UsageError(`login: More than one line was given as the password. ${NOT_SENT}`);
    }
    if (error instanceof Cancelled) {
      return null;
    }
    throw error;
  } finally {
    questions.close();
  }
}

function basic(name: string, password: string): Credential {
  return { kind: 'basic', username: new Secret(name), secret: new Secret(password) };
}

/** Most bytes of a password. */
const MOST_BYTES = 16 * 1024;

/** A program that asks somebody for a second factor takes a while. */
const PASSWORD_MS = 300_000;

/** Standard input as a password: one line, without the line break at its end. Null when the person stopped it. */
async function passwordFromInput(signal: AbortSignal): Promise<string | null> {
  if (process.stdin.isTTY) {
    throw new UsageError(
      'login: --password-stdin reads a file or a pipe; on a terminal leave it out and type the password when asked.'
    );
  }
  const parts: Buffer[] = [];
  const opened = openStandardInput();
  const { end } = await readInput(
    opened.kind === 'file' ? createReadStream('', { fd: opened.descriptor, start: 0 }) : process.stdin,
    part => parts.push(part),
    { silenceMs: PASSWORD_MS, totalMs: PASSWORD_MS, bytes: MOST_BYTES + 1 },
    signal,
    () => tell('Waiting for the password on standard input. Ctrl-C stops.\n')
  );
  const tooMuch = parts.reduce((sum, { length }) => sum + length, 0) > MOST_BYTES;
  if (end === 'stopped') {
    return null;
  }
  if (end !== 'end') {
    const reason = tooMuch
      ? 'holds more than a password'
      : end === 'failed'
        ? 'cannot be read; the password is read from it'
        : 'did not end within five minutes';
    throw new UsageError(`login: standard input ${reason}. ${NOT_SENT}`);
  }
  const bytes = Buffer.concat(parts);
  const text = bytes.toString('utf8').replace(/\r?\n$/, '');
  if (text === '') {
    throw new UsageError(`login: standard input is empty; the password is read from it. ${NOT_SENT}`);
  }
  if (/[\r\n]/.test(text)) {
    throw new UsageError(`login: standard input holds more than one line; the password is one. ${NOT_SENT}`);
  }
  if (!Buffer.from(text).equals(bytes.subarray(0, Buffer.byteLength(text)))) {
    throw new UsageError(`login: the password on standard input is not UTF-8 text. ${NOT_SENT}`);
  }
  return text;
}

interface Ending {
  writing: Writing;
  untried: boolean;
  isDefault: boolean;
  environment: Surroundings['environment'];
  /** What keeps some program from using the registry all the same. */
  problem: Finding | undefined;
  stop(problem: Problem): number;
}

async function write(given: LoginArguments, place: Place, credential: Credential, ending: Ending): Promise<number> {
  const { writing, untried, isDefault, environment, stop } = ending;
  const done = await replaceFile<ConfigEdit>(place, 0o600, CONFIG_FILE.limit, current => {
    const result = withLogin(current, given.host, credential);
    return { bytes: result.ok && result.bytes.length <= CONFIG_FILE.limit ? result.bytes : null, result };
  });
  if (!done.ok) {
    return stop(writingProblem(done.fault, writing, done.errorClass, done.lock));
  }
  const { result } = done;
  if (!result.ok) {
    return stop(damagedProblem(place, result));
  }
  if (result.bytes.length > CONFIG_FILE.limit) {
    return stop(writingProblem('too-large', writing, null));
  }
  const style = styleFor(process.stdout, environment['NO_COLOR']);
  const { replaced, added } = result;
  const text = writtenText(
    { host: given.host, place, replaced, added, untried, isDefault, namespace: writing.namespace },
    style,
    given.contacts
  );
  const others = [
    ...(ending.problem === undefined ? [] : [ending.problem]),
    ...(await checkWritten(given.host, place.path, environment))
  ];
  const remarks = others.map(item => findingText(item, style, true, given.contacts));
  print(`${[text, ...remarks].join('\n\n')}\n`);
  return 0;
}
