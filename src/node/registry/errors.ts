import { readJson, type HttpAnswer } from './http.ts';

/** Codes of the OCI distribution-spec ("Error Codes") that are told apart. */
const KNOWN = new Set([
  'BLOB_UPLOAD_INVALID',
  'BLOB_UPLOAD_UNKNOWN',
  'DENIED',
  'MANIFEST_UNKNOWN',
  'NAME_INVALID',
  'NAME_UNKNOWN',
  'TAG_INVALID',
  'TOOMANYREQUESTS',
  'UNAUTHORIZED',
  'UNSUPPORTED'
]);

/** Most errors of one answer that are read. */
const MOST = 20;

/** What an answer says went wrong: known codes and two flags, never its text. */
export interface RegistryErrors {
  codes: ReadonlySet<string>;
  /** A limit of space is named. */
  quota: boolean;
  /** A tag that must not change is named. */
  immutable: boolean;
}

/** Reads `{"errors":[{"code","message","detail"}]}`; whatever else the body holds is dropped. */
export function readErrors(answer: Pick<HttpAnswer, 'body'>): RegistryErrors {
  const value = readJson(answer.body);
  const list =
    typeof value === 'object' && value !== null && 'errors' in value && Array.isArray(value.errors)
      ? (value.errors as readonly unknown[]).slice(0, MOST)
      : [];
  const codes = new Set<string>();
  let words = '';
  for (const entry of list) {
    const { code, message } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof code === 'string' && KNOWN.has(code)) {
      codes.add(code);
    }
    words += `${typeof code === 'string' ? code.slice(0, 64) : ''} ${typeof message === 'string' ? message.slice(0, 512) : ''} `;
  }
  return { codes, quota: /quota|storage limit|no space/i.test(words), immutable: /immutab/i.test(words) };
}
