import type { Vault } from '../secret.ts';
import { isKnownHelper, UNKNOWN_HELPER } from './helperProgram.ts';
import { describeEntry, describePythonEntries } from './entry.ts';
import type { ConfigMixUp, DockerConfigFacts, DocumentState, Helper, PythonEntryFacts, WrongType } from './facts.ts';
import { goMap, goText, goValues, miscasedNames, misfit, pythonDict, TYPED_FIELDS } from './fields.ts';
import { isPattern, isPublicHost, looksLikeHost } from './hosts.ts';
import { readJson, type JsonFault, type JsonMember, type JsonNode, type Position } from './json.ts';
import { describeKey } from './keys.ts';
import { LoginKeeper } from './login.ts';
import { mistakenFor } from '../mistaken.ts';

const START: Position = { line: 1, column: 1 };

/** Facts of a config of which nothing could be read. */
function nothing(
  path: string,
  state: DocumentState,
  hosts: readonly string[] = [],
  fault: JsonFault | ConfigMixUp | null = null,
  at: Position = START
): DockerConfigFacts {
  return {
    path,
    document: { state, fault, line: at.line, column: at.column },
    trailing: null,
    notUtf8: false,
    hosts,
    entries: [],
    // docker-py takes whatever is no JSON for a config without logins.
    pythonEntries: state === 'null' || state === 'not-an-object' ? null : [],
    credsStore: '',
    credHelpers: [],
    pythonHelpers: { credsStore: '', credHelpers: [] },
    wrongTypes: [],
    secondAuths: null,
    miscased: [],
    headersHoldLogin: false,
    proxies: { present: false, holdLogin: false }
  };
}

/**
 * Content facts of a file that could not be read: the registries can still be looked at.
 *
 * @param state - `changing` when it could be read a moment ago
 */
export function unavailableConfig(path: string, state: 'unavailable' | 'changing' = 'unavailable'): DockerConfigFacts {
  return nothing(path, state);
}

/**
 * Reads a Docker config (`config.json`, docker/cli `cli/config/configfile`). Logins go into the vault; the facts hold
 * none, and no text of the file but names of registries, fields and helper programs.
 *
 * @param bytes - the file, 64 KiB at most
 * @returns facts for any input; never throws
 */
export function readDockerConfig(bytes: Uint8Array, path: string, vault: Vault): DockerConfigFacts {
  return read(bytes, path, new LoginKeeper(vault), true);
}

/**
 * @param unwrap - whether registries are looked for in a document inside this one, so that the person still sees them
 */
function read(bytes: Uint8Array, path: string, keeper: LoginKeeper, unwrap: boolean): DockerConfigFacts {
  const inner = (content: Uint8Array | string): readonly string[] =>
    unwrap ? read(Buffer.from(content), path, keeper, false).hosts : [];
  if (bytes.length === 0) {
    return nothing(path, 'empty');
  }
  const utf16 = decodeUtf16(bytes);
  if (utf16 !== null) {
    return nothing(path, 'utf16', inner(utf16));
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return nothing(path, 'bom', inner(bytes.subarray(3)));
  }
  const text = Buffer.from(bytes).toString('utf8');
  if (/^[ \t\r\n]*$/.test(text)) {
    return nothing(path, 'blank');
  }
  const result = readJson(text);
  if (!result.ok) {
    const decoded = decodedJson(text);
    if (decoded !== null) {
      return nothing(path, 'base64', inner(decoded));
    }
    return /^kind:\s*["']?Secret\b/m.test(text)
      ? nothing(path, 'secret-text')
      : nothing(path, 'syntax', [], mixUp(bytes, text) ?? result.fault, result);
  }
  const { root, trailing } = result;
  if (root.type === 'null') {
    return { ...nothing(path, 'null', [], null, root), trailing };
  }
  if (root.type !== 'object') {
    const inside = root.type === 'string' && /^\s*\{/.test(root.value) ? root.value : null;
    if (inside !== null) {
      keeper.remember(inside);
    }
    const hosts = inside === null ? [] : inner(inside);
    return { ...nothing(path, 'not-an-object', hosts, inside === null ? null : 'as-text', root), trailing };
  }
  const notUtf8 = !Buffer.from(text).equals(bytes);
  return { ...describeDocument(root.members, path, keeper, inner), trailing, notUtf8 };
}

/** What a text that is no JSON is instead, where that helps more than the place at which it stops being JSON. */
function mixUp(bytes: Uint8Array, text: string): ConfigMixUp | null {
  const kind = mistakenFor(bytes, text);
  return kind === 'path' || kind === 'pem' ? kind : kind === 'archive' || kind === 'java-keystore' ? 'archive' : null;
}

function describeDocument(
  members: readonly JsonMember[],
  path: string,
  keeper: LoginKeeper,
  inner: (content: string) => readonly string[]
): DockerConfigFacts {
  const auths = goMap(members, 'auths');
  const entries = lastOfEach(auths).map(({ member, repeated }, index) =>
    describeEntry(member, index, repeated, keeper)
  );
  const helperAt = (member: JsonMember, index: number): Helper => helperOf(member, index, keeper);
  const helpers = goMap(members, 'credHelpers').map(helperAt);
  const known = [...entries.map(entry => entry.host), ...helpers.map(helper => helper.key)];
  const special =
    entries.length === 0 && helpers.length === 0 ? specialLayout(members) : nestedLayout(auths, helpers.length > 0);
  if (special?.state === 'legacy') {
    known.push(...members.map((member, index) => describeKey(member.name, index).host));
  }
  if (special?.state === 'nested') {
    const within = auths.flatMap(({ value }) => (value.type === 'object' ? value.members : []));
    within.forEach(member => describeEntry(member, 0, false, keeper));
    known.push(...within.map((member, index) => describeKey(member.name, index).host));
  }
  const credsStore = goText(members, 'credsStore');
  const python = pythonDict(members);
  const pythonStore = python.get('credsStore');
  const pythonHelpers = python.get('credHelpers');
  return {
    path,
    document: { state: special?.state ?? 'ok', fault: null, ...START },
    trailing: null,
    notUtf8: false,
    hosts: special?.content === undefined ? listHosts(known) : inner(rememberedContent(special.content, keeper)),
    entries,
    pythonEntries: pythonEntriesOf(members, keeper),
    credsStore: program(credsStore, keeper),
    credHelpers: helpers,
    pythonHelpers: {
      credsStore: pythonStore?.type === 'string' ? program(pythonStore.value, keeper) : '',
      credHelpers: pythonHelpers?.type === 'object' ? pythonHelpers.members.map(helperAt) : []
    },
    wrongTypes: wrongTypesOf(members),
    secondAuths: placeOf(goValues(members, 'auths')[1]),
    miscased: [
      ...miscasedNames(members, ['auths']),
      ...(auths.some(({ value }) => value.type === 'object' && miscasedNames(value.members, ['auth']).length > 0)
        ? ['auth']
        : [])
    ],
    headersHoldLogin: headersHoldLogin(members, keeper),
    proxies: proxiesOf(members, keeper)
  };
}

function placeOf(node: JsonNode | undefined): Position | null {
  return node === undefined ? null : { line: node.line, column: node.column };
}

/** The member that counts for each key, in the order of first sight. */
function lastOfEach(members: readonly JsonMember[]): { member: JsonMember; repeated: boolean }[] {
  const last = new Map<string, { member: JsonMember; repeated: boolean }>();
  for (const member of members) {
    last.set(member.name, { member, repeated: last.has(member.name) });
  }
  return [...last.values()];
}

function pythonEntriesOf(members: readonly JsonMember[], keeper: LoginKeeper): PythonEntryFacts[] | null {
  const fields = pythonDict(members);
  const auths = fields.get('auths');
  const truthy = (node: JsonNode | undefined): boolean =>
    node !== undefined &&
    !(
      node.type === 'null' ||
      (node.type === 'object' && node.members.length === 0) ||
      (node.type === 'array' && node.items.length === 0) ||
      (node.type === 'string' && node.value === '')
    );
  if (auths !== undefined && truthy(auths)) {
    return auths.type === 'object' ? describePythonEntries(auths.members, true, keeper) : null;
  }
  if (truthy(fields.get('credsStore')) || truthy(fields.get('credHelpers'))) {
    return [];
  }
  return describePythonEntries(members, false, keeper);
}

/** Layouts that every program reads as "no login": the Secret around the config, or the old layout without `auths`. */
function specialLayout(
  members: readonly JsonMember[]
): { state: 'secret' | 'wrapped' | 'legacy'; content?: JsonNode } | null {
  const fields = pythonDict(members);
  const kind = fields.get('kind');
  const data = fields.get('data') ?? fields.get('stringData');
  if (kind?.type === 'string' && kind.value === 'Secret') {
    return { state: 'secret', ...(data === undefined ? {} : { content: data }) };
  }
  for (const name of ['.dockerconfigjson', '.dockercfg', 'config.json']) {
    const content = fields.get(name);
    if (content !== undefined) {
      return { state: 'wrapped', content };
    }
  }
  const isEntry = ({ name, value }: JsonMember, index: number): boolean =>
    value.type === 'object' &&
    describeKey(name, index).host !== null &&
    value.members.some(field => ['auth', 'username', 'password', 'identitytoken'].includes(field.name));
  return members.some(isEntry) && goValues(members, 'auths').length === 0 ? { state: 'legacy' } : null;
}

/** `auths` within `auths`: two files put together by hand. To every program that is one entry named "auths", without a login. */
function nestedLayout(auths: readonly JsonMember[], helpers: boolean): { state: 'nested'; content?: JsonNode } | null {
  return !helpers && auths.length > 0 && auths.every(({ name, value }) => name === 'auths' && value.type === 'object')
    ? { state: 'nested' }
    : null;
}

/** The inner document as text; empty when there is none. */
function rememberedContent(node: JsonNode, keeper: LoginKeeper): string {
  if (node.type === 'object') {
    const first = node.members[0]?.value;
    return first === undefined ? '' : rememberedContent(first, keeper);
  }
  if (node.type !== 'string') {
    return '';
  }
  keeper.remember(node.value);
  return decodedJson(node.value) ?? node.value;
}

/** What a base64 text decodes to, when that looks like an object in JSON; else null. */
function decodedJson(text: string): string | null {
  const plain = text.replace(/\s/g, '');
  if (plain.length < 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(plain)) {
    return null;
  }
  const decoded = Buffer.from(plain, 'base64').toString('utf8');
  return /^\s*\{/.test(decoded) ? decoded : null;
}

/** Text of a UTF-16 file: with a byte-order mark, or with a zero byte beside the first character. Null when it is none. */
function decodeUtf16(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  const little = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && bytes.length > 2 && bytes[3] === 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && bytes.length > 2 && bytes[2] === 0);
  if (!little && !big) {
    return null;
  }
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return (little ? even : even.swap16()).toString('utf16le').replace(/^\uFEFF/, '');
}

function helperOf({ name, value }: JsonMember, index: number, keeper: LoginKeeper): Helper {
  const named = value.type === 'string' ? program(value.value, keeper) : '';
  return { key: describeKey(name, index).names.exact, program: named };
}

/** A helper's name as it may be shown. */
function program(name: string, keeper: LoginKeeper): string {
  if (name === '' || isKnownHelper(name)) {
    return name;
  }
  keeper.remember(name);
  return UNKNOWN_HELPER;
}

function listHosts(hosts: readonly (string | null)[]): string[] {
  const known = [
    ...new Set(hosts.filter(host => host !== null).filter(host => looksLikeHost(host) && !isPattern(host)))
  ];
  return [...known.filter(host => !isPublicHost(host)), ...known.filter(isPublicHost)];
}

function wrongTypesOf(members: readonly JsonMember[]): WrongType[] {
  return TYPED_FIELDS.flatMap(({ field, form, families }) => {
    const wrong = goValues(members, field)
      .map(value => misfit(value, form))
      .find(node => node !== null);
    return wrong === undefined
      ? []
      : [
          {
            field,
            expected: form === 'text' ? 'text' : form === 'list of texts' ? 'list' : 'object',
            families,
            line: wrong.line,
            column: wrong.column
          } as const
        ];
  });
}

function headersHoldLogin(members: readonly JsonMember[], keeper: LoginKeeper): boolean {
  const logins = goMap(members, 'HttpHeaders').filter(({ name }) => /auth|token|secret|cookie|api[-_]?key/i.test(name));
  for (const { value } of logins) {
    if (value.type === 'string') {
      keeper.remember(value.value);
      keeper.remember(value.value.replace(/^\s*\w+\s+/, ''));
    }
  }
  return logins.length > 0;
}

function proxiesOf(members: readonly JsonMember[], keeper: LoginKeeper): DockerConfigFacts['proxies'] {
  let holdLogin = false;
  const proxies = goMap(members, 'proxies');
  for (const { value } of proxies) {
    for (const field of value.type === 'object' ? value.members : []) {
      const login =
        field.value.type === 'string' ? /^(?:[a-z0-9+.-]*:\/\/)?([^/]*)@/i.exec(field.value.value)?.[1] : undefined;
      if (login !== undefined && login !== '') {
        holdLogin = true;
        keeper.remember(login);
        keeper.remember(login.slice(login.indexOf(':') + 1));
      }
    }
  }
  return { present: proxies.length > 0, holdLogin };
}
