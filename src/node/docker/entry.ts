import {
  ENTRY_FIELDS,
  type AuthState,
  type EntryFacts,
  type EntryLogin,
  type LoginSuspect,
  type PythonEntryFacts
} from './facts.ts';
import { goText, goValues, pythonDict } from './fields.ts';
import type { JsonMember, JsonNode } from './json.ts';
import { describeKey } from './keys.ts';
import {
  containersImageLogin,
  decodeAsDocker,
  decodeAsDockerPy,
  dockerLogin,
  dockerPyLogin,
  kubeletLogin,
  stateOfAuth,
  type EntryTexts,
  type LoginKeeper
} from './login.ts';

/** Text fields of an entry, by the families that insist on their type. */
const FIELDS = {
  // docker/cli v29 `cli/config/types/authconfig.go` has no e-mail any more.
  docker: ENTRY_FIELDS.filter(field => field !== 'email'),
  'docker-2019': ENTRY_FIELDS,
  'containers-image': ['auth', 'identitytoken'],
  kubelet: ['username', 'password', 'email', 'auth']
} as const;

const NOT_TEXT: EntryLogin = { kind: 'error', fault: 'not-text' };

/** Longer ones are no words of an example; the patterns are not made for them. */
const LONGEST_WORD = 200;

/** Words that stand in examples only. */
const STRONG =
  /^(?:<[a-z][\w .,:-]*>|\{\{.*\}\}|\{[a-z][\w .-]*\}|\$\{\w+\}|\$[a-z_]+|change[-_ ]?me!?|your[-_ ]?\w*(?:user|name|pass|token|login)\w*|\.{3}|…|\*{3,})$/i;
/** A variable of the shell as such are usually named; generated passwords may begin with a dollar sign, too. */
const VARIABLE = /^\$[A-Z][A-Z0-9_]*$/;
const WEAK = /^(?:user|username|user[-_ ]?name|password|passwd|pass[-_ ]?word|token)$/i;

/** User names by which cloud providers mark logins that end after hours. */
const SHORT_LIVED = /^(?:AWS|oauth2accesstoken|00000000-0000-0000-0000-000000000000)$/;

/**
 * Facts about one entry of `auths`, as the readers written in Go decode it. Logins go into the vault.
 *
 * @param index - place among the entries, from 0
 */
export function describeEntry(member: JsonMember, index: number, repeated: boolean, keeper: LoginKeeper): EntryFacts {
  const { value } = member;
  const { userinfo, ...key } = describeKey(member.name, index);
  keeper.remember(userinfo);
  keeper.remember(userinfo.slice(userinfo.indexOf(':') + 1));
  const members = value.type === 'object' ? value.members : [];
  if (value.type === 'string') {
    keeper.remember(value.value);
  }
  const texts: EntryTexts = {
    auth: goText(members, 'auth'),
    username: goText(members, 'username'),
    password: goText(members, 'password'),
    identitytoken: goText(members, 'identitytoken'),
    registrytoken: goText(members, 'registrytoken')
  };
  for (const text of [texts.auth, texts.password, texts.identitytoken, texts.registrytoken]) {
    keeper.remember(text);
  }
  const wrong = (fields: readonly string[]): boolean =>
    (value.type !== 'object' && value.type !== 'null') ||
    fields.some(field => goValues(members, field).some(one => one.type !== 'string' && one.type !== 'null'));
  const decoded = decodeAsDocker(texts.auth, true);
  const login = typeof decoded === 'string' ? null : decoded;
  const user = login?.user ?? texts.username;
  const password = login?.password ?? texts.password;
  const state: AuthState = wrong(['auth'])
    ? 'wrong-type'
    : goValues(members, 'auth').length === 0
      ? 'absent'
      : stateOfAuth(texts.auth);
  // Google's key of a service account is a file of JSON: its line breaks do no harm.
  const isFile = user === '_json_key';
  const parts = login !== null || texts.username !== '' || texts.password !== '';
  return {
    ...member.at,
    ...key,
    repeated,
    fields: ENTRY_FIELDS.filter(field => goValues(members, field).length > 0),
    auth: state,
    pythonDecodes: typeof decodeAsDockerPy(texts.auth) !== 'string',
    user: user !== '' ? 'present' : parts ? 'empty' : 'absent',
    password: password !== '' ? 'present' : parts ? 'empty' : 'absent',
    placeholder: isPlaceholder(texts.auth, user, password),
    finalBreak: !isFile && /[\r\n]$/.test(password),
    invisible: hasInvisible(user) || hasInvisible(password.replace(isFile ? /[\t\r\n]/g : /[\r\n]+$/, '')),
    notUtf8: login?.notUtf8 ?? false,
    conflict:
      login !== null &&
      ((texts.username !== '' && texts.username !== login.user) ||
        (texts.password !== '' && texts.password !== login.password)),
    suspect: suspectOf(user, password),
    shortLived: SHORT_LIVED.test(user),
    identityToken: texts.identitytoken !== '',
    registryToken: texts.registrytoken !== '',
    tokenExpires: expiryOf(texts.registrytoken) ?? expiryOf(texts.identitytoken) ?? expiryOf(password),
    logins: {
      docker: wrong(FIELDS.docker) ? NOT_TEXT : dockerLogin(texts, false, keeper),
      'docker-2019': wrong(FIELDS['docker-2019']) ? NOT_TEXT : dockerLogin(texts, true, keeper),
      'containers-image': wrong(FIELDS['containers-image']) ? NOT_TEXT : containersImageLogin(texts, keeper),
      kubelet: wrong(FIELDS.kubelet) ? NOT_TEXT : kubeletLogin(texts, keeper)
    }
  };
}

function isPlaceholder(auth: string, user: string, password: string): boolean {
  // `<token>` is what docker itself writes beside an identity token.
  const strong = (text: string): boolean =>
    text.length <= LONGEST_WORD && text !== '<token>' && (STRONG.test(text.trim()) || VARIABLE.test(text.trim()));
  return strong(auth) || strong(user) || strong(password) || (WEAK.test(user) && /^password$/i.test(password));
}

/** Marks of mistakes that only a refusal proves. */
function suspectOf(user: string, password: string): LoginSuspect | null {
  if (/^robot(?:\+.*)?$/.test(user)) {
    return 'robot';
  }
  if (/^(['"]).*\1$/s.test(`${user}:${password}`) || /^(['"]).+\1$/s.test(password)) {
    return 'quotes';
  }
  if (user !== user.trim() || password !== password.trim()) {
    return 'blank';
  }
  return /%(?:2[0-9A-F]|3[A-F]|40|5[B-E]|7[B-D])/i.test(password) ? 'escaped' : null;
}

function hasInvisible(text: string): boolean {
  return [...text].some(
    character =>
      character < ' ' ||
      (character >= '\u007F' && character <= '\u009F') ||
      character === '\uFEFF' ||
      character === '\u200B'
  );
}

/** `exp` of a JSON Web Token (RFC 7519, 4.1.4) in milliseconds; null when the text is none. The signature does not matter here. */
function expiryOf(text: string): number | null {
  const parts = text.trim().split('.');
  if (parts.length !== 3 || !parts.every(part => /^[A-Za-z0-9_-]+$/.test(part))) {
    return null;
  }
  const payload = Buffer.from(parts[1] as string, 'base64url').toString('utf8');
  const seconds = /^\s*\{.*"exp"\s*:\s*(\d{1,12})\b/s.exec(payload)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

/**
 * Entries as docker-py reads them (`docker/auth.py` load_config, parse_auth).
 *
 * @param strict - as for `auths`: an entry that is no object stops it; else the whole list is dropped
 * @returns null where it raises an error
 */
export function describePythonEntries(
  members: readonly JsonMember[],
  strict: boolean,
  keeper: LoginKeeper
): PythonEntryFacts[] | null {
  const entries: PythonEntryFacts[] = [];
  for (const [name, value] of pythonDict(members)) {
    if (value.type !== 'object') {
      return strict ? null : [];
    }
    const login = pythonLogin(value, keeper);
    if (login.kind === 'error') {
      return null;
    }
    const { key, names } = describeKey(name, entries.length);
    entries.push({ key, names, login });
  }
  return entries;
}

function pythonLogin(value: JsonNode & { type: 'object' }, keeper: LoginKeeper): EntryLogin {
  const fields = pythonDict(value.members);
  const token = fields.get('identitytoken');
  if (token !== undefined) {
    return token.type === 'string' && token.value !== ''
      ? keeper.keep('identitytoken', '', token.value)
      : { kind: 'anonymous' };
  }
  const auth = fields.get('auth');
  if (auth === undefined) {
    return { kind: 'anonymous' };
  }
  return auth.type === 'string' ? dockerPyLogin(auth.value, keeper) : NOT_TEXT;
}
