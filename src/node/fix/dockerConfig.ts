import { readJson, type JsonMember, type JsonNode } from '../docker/json.ts';
import { describeKey } from '../docker/keys.ts';
import type { Credential } from '../secret.ts';
import {
  addMember,
  applyEdits,
  deeper,
  DOCKER_LAYOUT,
  layoutAt,
  layoutOf,
  objectText,
  replaceValue,
  type Edit,
  type Layout
} from './jsonEdit.ts';

/** Why a login cannot be put into a file without guessing what the file means. */
export type ConfigFault =
  /** UTF-16, or a byte-order mark in front. */
  | 'encoding'
  | 'not-json'
  | 'not-an-object'
  /** `auths` stands there twice, or in another letter case: programs disagree which counts. */
  | 'repeated'
  | 'auths-not-an-object';

export type ConfigEdit =
  | {
      ok: true;
      bytes: Buffer;
      /** Logins of this registry that were there before and have been replaced. */
      replaced: number;
      /** Whether a new entry was added. */
      added: boolean;
    }
  | {
      ok: false;
      fault: ConfigFault;
      /** Line of the fault, from 1. */
      line: number;
    };

type ObjectNode = JsonNode & { type: 'object' };

/** Keys of a registry as a whole under which every program finds its login (measured); `/v1/` as docker once wrote it. */
function worksEverywhere(key: string, host: string): boolean {
  const rest = key.replace(/^https?:\/\//, '');
  return key === host || (rest !== key && (rest === host || rest === `${host}/` || rest === `${host}/v1/`));
}

/** Whether a key names the registry as a whole, for docker or Kaniko; a key with a path is another login. */
function namesRegistry(key: string, index: number, host: string): boolean {
  const { names, hasPath } = describeKey(key, index);
  return key === host || (!hasPath && (names.docker === host || names.docker2019 === host));
}

/** The text of `auth`: base64 of `user:password`, UTF-8. */
function authText(credential: Credential): string {
  const pair = `${credential.username.reveal()}:${credential.secret.reveal()}`;
  return `"${Buffer.from(pair, 'utf8').toString('base64')}"`;
}

function fresh(host: string, auth: string): string {
  const inner = deeper(DOCKER_LAYOUT);
  const entry = objectText('auth', auth, inner);
  const auths = objectText(host, entry, DOCKER_LAYOUT);
  return `{${DOCKER_LAYOUT.gap}"auths": ${auths}\n}\n`;
}

/**
 * Puts a login into a Docker config. Every entry that names the registry as a whole gets it, so that no old password
 * stays behind; where none of them is found by all programs, `host[:port]` is added. Every other byte stays.
 *
 * @param before - the file; null when there is none
 * @param host - `host[:port]` as it stands in image names
 * @param credential - user name and password
 */
export function withLogin(before: Uint8Array | null, host: string, credential: Credential): ConfigEdit {
  const auth = authText(credential);
  const bytes = Buffer.from(before ?? []);
  if (bytes.every(byte => ' \t\r\n'.includes(String.fromCharCode(byte)))) {
    return { ok: true, bytes: Buffer.from(fresh(host, auth)), replaced: 0, added: true };
  }
  if (bytes.includes(0) || bytes.subarray(0, 3).toString('latin1') === '\xef\xbb\xbf' || bytes[0] === 0xff) {
    return { ok: false, fault: 'encoding', line: 1 };
  }
  const text = bytes.toString('latin1');
  const read = readJson(text);
  if (!read.ok || read.trailing !== null) {
    return { ok: false, fault: 'not-json', line: read.ok ? (read.trailing?.line ?? 1) : read.line };
  }
  const { root } = read;
  if (root.type !== 'object') {
    return { ok: false, fault: 'not-an-object', line: root.line };
  }
  const [auths, second] = root.members.filter(({ name }) => name.toLowerCase() === 'auths');
  if (second !== undefined || (auths !== undefined && auths.name !== 'auths')) {
    return { ok: false, fault: 'repeated', line: (second ?? auths)?.at.line ?? 1 };
  }
  if (auths !== undefined && auths.value.type !== 'object' && auths.value.type !== 'null') {
    return { ok: false, fault: 'auths-not-an-object', line: auths.at.line };
  }
  const { edits, ...what } = editsFor(text, root, auths, host, auth);
  return { ok: true, bytes: Buffer.from(applyEdits(text, edits), 'latin1'), ...what };
}

function editsFor(
  text: string,
  root: ObjectNode,
  auths: JsonMember | undefined,
  host: string,
  auth: string
): { edits: Edit[]; replaced: number; added: boolean } {
  const outer = layoutOf(text, root);
  if (auths?.value.type !== 'object') {
    const value = objectText(host, objectText('auth', auth, deeper(outer)), outer);
    const edit = auths === undefined ? addMember(text, root, 'auths', value, outer) : replaceValue(text, auths, value);
    return { edits: [edit], replaced: 0, added: true };
  }
  const { members } = auths.value;
  const own = members.filter(({ name }, index) => namesRegistry(name, index, host));
  const edits = own.map(member => replaceValue(text, member, objectText('auth', auth, layoutAt(text, member, outer))));
  const added = !own.some(({ name }) => worksEverywhere(name, host));
  if (added) {
    const layout = entryLayout(text, members, layoutAt(text, auths, outer));
    // Where the last entry is replaced as well: this one goes in where its old text ends, so the two do not overlap.
    edits.push(addMember(text, auths.value, host, objectText('auth', auth, layout), layout));
  }
  return { edits, replaced: own.length, added };
}

function entryLayout(text: string, members: readonly JsonMember[], auths: Layout): Layout {
  const last = members.at(-1);
  return last === undefined ? deeper(auths) : layoutAt(text, last, auths);
}
