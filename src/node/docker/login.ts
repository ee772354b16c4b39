import { Secret, type Vault } from '../secret.ts';
import { decodeAsGo, decodeAsPython } from './base64.ts';
import type { AuthState, CredentialFacts, EntryFault, EntryLogin } from './facts.ts';

/** Puts logins into the vault, each once, and gives facts about them. */
export class LoginKeeper {
  readonly #vault: Vault;
  readonly #kept = new Map<string, CredentialFacts>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  keep(kind: CredentialFacts['kind'], username: string, secret: string): EntryLogin {
    const whole = JSON.stringify([kind, username, secret]);
    const known = this.#kept.get(whole);
    if (known !== undefined) {
      return { kind: 'login', credential: known };
    }
    const handle = this.#vault.keep({ kind, username: new Secret(username), secret: new Secret(secret) });
    const credential = { handle, kind, fingerprint: new Secret(whole).fingerprint() };
    this.#kept.set(whole, credential);
    return { kind: 'login', credential };
  }

  /** Remembers a text that holds a login in a form that no reader uses as one. */
  remember(text: string): void {
    if (text !== '') {
      this.#vault.remember(new Secret(text));
    }
  }
}

export interface DecodedAuth {
  user: string;
  password: string;
  notUtf8: boolean;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array): { text: string; notUtf8: boolean } {
  try {
    return { text: utf8.decode(bytes), notUtf8: false };
  } catch {
    return { text: Buffer.from(bytes).toString('utf8'), notUtf8: true };
  }
}

function cutAtColon(bytes: Uint8Array): DecodedAuth | null {
  const { text, notUtf8 } = textOf(bytes);
  const colon = text.indexOf(':');
  return colon < 0 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1), notUtf8 };
}

const isFault = (value: DecodedAuth | EntryFault): value is EntryFault => typeof value === 'string';

/**
 * docker/cli `cli/config/configfile/file.go` decodeAuth.
 *
 * @param allowEmptyUser - as the version of 2019 does, which Kaniko 1.3.0 uses
 */
export function decodeAsDocker(auth: string, allowEmptyUser: boolean): DecodedAuth | EntryFault {
  const bytes = decodeAsGo(auth, true);
  if (bytes === null) {
    return 'base64';
  }
  const decoded = cutAtColon(bytes);
  if (decoded === null) {
    return 'no-colon';
  }
  if (decoded.user === '' && !allowEmptyUser) {
    return 'user-empty';
  }
  return { ...decoded, password: trimZeros(decoded.password) };
}

/** strings.Trim(password, "\x00"). */
function trimZeros(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text[from] === '\0') {
    from += 1;
  }
  while (to > from && text[to - 1] === '\0') {
    to -= 1;
  }
  return text.slice(from, to);
}

/** kubelet `pkg/credentialprovider/config.go` decodeDockerConfigFieldAuth. */
export function decodeAsKubelet(auth: string): DecodedAuth | EntryFault {
  const bytes = decodeAsGo(auth, auth.trim().endsWith('='));
  return bytes === null ? 'base64' : (cutAtColon(bytes) ?? 'no-colon');
}

/** docker-py `docker/auth.py` decode_auth. */
export function decodeAsDockerPy(auth: string): DecodedAuth | EntryFault {
  const bytes = decodeAsPython(auth);
  if (bytes === null) {
    return 'base64';
  }
  const decoded = cutAtColon(bytes);
  return decoded === null ? 'no-colon' : decoded.notUtf8 ? 'not-utf8' : decoded;
}

/** The texts of an entry's fields; empty when absent. */
export interface EntryTexts {
  auth: string;
  username: string;
  password: string;
  identitytoken: string;
  registrytoken: string;
}

/** docker/cli and go-containerregistry: a registry token beats an identity token beats a password; `auth` beats its parts. */
export function dockerLogin(texts: EntryTexts, allowEmptyUser: boolean, keeper: LoginKeeper): EntryLogin {
  let { username, password } = texts;
  if (texts.auth !== '') {
    const decoded = decodeAsDocker(texts.auth, allowEmptyUser);
    if (isFault(decoded)) {
      return { kind: 'error', fault: decoded };
    }
    ({ user: username, password } = decoded);
  }
  if (texts.registrytoken !== '') {
    return keeper.keep('registrytoken', username, texts.registrytoken);
  }
  if (texts.identitytoken !== '') {
    return keeper.keep('identitytoken', username, texts.identitytoken);
  }
  return username === '' && password === '' ? { kind: 'anonymous' } : keeper.keep('basic', username, password);
}

/** containers/image decodeDockerAuth: `username` and `password` are not read, a missing colon is skipped. */
export function containersImageLogin(texts: EntryTexts, keeper: LoginKeeper): EntryLogin {
  const decoded = decodeAsDocker(texts.auth, true);
  if (isFault(decoded)) {
    return decoded === 'no-colon' ? { kind: 'anonymous' } : { kind: 'error', fault: decoded };
  }
  if (texts.identitytoken !== '') {
    return keeper.keep('identitytoken', decoded.user, texts.identitytoken);
  }
  return decoded.user === '' && decoded.password === ''
    ? { kind: 'anonymous' }
    : keeper.keep('basic', decoded.user, decoded.password);
}

/** kubelet DockerConfigEntry: knows no tokens, sends an empty login for an empty entry. */
export function kubeletLogin(texts: EntryTexts, keeper: LoginKeeper): EntryLogin {
  let { username, password } = texts;
  if (texts.auth !== '') {
    const decoded = decodeAsKubelet(texts.auth);
    if (isFault(decoded)) {
      return { kind: 'error', fault: decoded };
    }
    ({ user: username, password } = decoded);
  }
  return username === '' && password === '' ? { kind: 'empty' } : keeper.keep('basic', username, password);
}

/** docker-py `docker/auth.py` parse_auth for an entry that has `auth`. */
export function dockerPyLogin(auth: string, keeper: LoginKeeper): EntryLogin {
  const decoded = decodeAsDockerPy(auth);
  if (isFault(decoded)) {
    return { kind: 'error', fault: decoded };
  }
  return decoded.user === '' && decoded.password === ''
    ? { kind: 'empty' }
    : keeper.keep('basic', decoded.user, decoded.password);
}

/** What is wrong with an `auth` value, in kinds that a person can act on. */
export function stateOfAuth(auth: string): AuthState {
  if (auth === '') {
    return 'empty';
  }
  const bytes = decodeAsGo(auth, true);
  if (bytes !== null) {
    const { text } = textOf(bytes);
    if (text.includes(':')) {
      return 'ok';
    }
    const again = decodeAsGo(text.trim(), true);
    return again !== null && cutAtColon(again)?.notUtf8 === false ? 'encoded-twice' : 'no-colon';
  }
  if (/^\s*(?:basic|bearer)\s/i.test(auth)) {
    return 'scheme';
  }
  if (auth.includes('-----BEGIN CERTIFICATE-----')) {
    return 'certutil';
  }
  if (/^\s*b(['"]).*\1\s*$/s.test(auth)) {
    return 'python-bytes';
  }
  if (/[^\S\r\n]/.test(auth)) {
    return 'blanks';
  }
  if (
    /[-_]/.test(auth) &&
    decodeAsGo(auth.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''), false) !== null
  ) {
    return 'url-safe';
  }
  return decodeAsGo(auth.replace(/=+$/, ''), false) === null ? 'characters' : 'padding';
}
