/**
 * The closed set of values that may stand in a finding, a summary or a piece of evidence.
 *
 * Free text from outside cannot be put in: a value is made by one of the functions below, which reads it by a grammar or
 * cuts it down to characters that can be seen, of limited length. A plain string does not type-check.
 */

import { hasHidden, visible, visibleJson } from './visible.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `host[:port]` or an address. */
export type HostArg = Branded<'host'>;
/** A path of the notebook's file system. */
export type PathArg = Branded<'path'>;
/** A point in time, RFC 3339, UTC. */
export type DateArg = Branded<'date'>;
/** The class of an error (`ECONNREFUSED`, `CERT_HAS_EXPIRED`), never its message. */
export type ErrorClassArg = Branded<'errorClass'>;
/** Name of an object: a Secret's key, a variable, a field of a JSON file, a program. */
export type ObjectArg = Branded<'object'>;
/** An entry of a Docker config as it should read, with dots in place of its values. */
export type EntryArg = Branded<'entry'>;
/** Subject or issuer of a certificate, as text. */
export type SubjectArg = Branded<'subject'>;
/** SHA-256 of a certificate, hexadecimal with colons. */
export type FingerprintArg = Branded<'fingerprint'>;
/** A word of our own source code: a literal, never a value from outside. */
export type WordArg = Branded<'word'>;
/** A whole number. */
export type IntegerArg = number;

/** Maps the type names that the catalogue uses to the types of the values. */
export interface ArgTypes {
  host: HostArg;
  hosts: readonly HostArg[];
  path: PathArg;
  date: DateArg;
  errorClass: ErrorClassArg;
  object: ObjectArg;
  objects: readonly ObjectArg[];
  entry: EntryArg;
  subject: SubjectArg;
  fingerprint: FingerprintArg;
  word: WordArg;
  integer: IntegerArg;
}

export type ArgType = keyof ArgTypes;
export type Arg = ArgTypes[ArgType];

function cut(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** At most so many characters, with every one of them visible: text from outside must not steer a terminal or a page. */
function clean(text: string, limit: number): string {
  return visible(cut(text, limit));
}

/** A host as a person knows it. Cuts everything up to an `@`: what stands there may be a password. */
export function hostArg(text: string): HostArg {
  const at = text.lastIndexOf('@');
  const host = text.slice(at + 1, at + 1 + 255);
  return host.replace(/[^\p{L}\p{N}._:[\]/*%-]/gu, sign => (hasHidden(sign) ? visible(sign) : '\uFFFD')) as HostArg;
}

/** A list of hosts, 20 at most. */
export function hostsArg(texts: readonly string[]): readonly HostArg[] {
  return texts.slice(0, 20).map(hostArg);
}

/** A path; at most 4,096 characters, more than any that a system opens. */
export function pathArg(text: string): PathArg {
  return clean(text, 4096) as PathArg;
}

/** A date from a `Date` or from milliseconds since 1970; `unknown` when it is none. */
export function dateArg(value: Date | number): DateArg {
  const date = typeof value === 'number' ? new Date(value) : value;
  return (Number.isNaN(date.getTime()) ? 'unknown' : date.toISOString().replace(/\.\d+Z$/, 'Z')) as DateArg;
}

/** The class of an error: letters, digits and `_` only. */
export function errorClassArg(text: string): ErrorClassArg {
  return (/^[A-Za-z0-9_]{1,80}$/.test(text) ? text : 'OTHER') as ErrorClassArg;
}

/** Name of an object; at most 128 characters of a set that no credential format needs. */
export function objectArg(text: string): ObjectArg {
  return clean(text, 128) as ObjectArg;
}

/** A list of object names, 20 at most. */
export function objectsArg(texts: readonly string[]): readonly ObjectArg[] {
  return texts.slice(0, 20).map(objectArg);
}

/**
 * An entry of a Docker config as it should read. Values never enter: each field shows dots.
 *
 * @param key - name of the registry in the file
 * @param fields - names of its fields
 */
export function entryArg(key: string, fields: readonly string[]): EntryArg {
  const known = fields.filter(field => /^[a-z]{1,20}$/.test(field)).map(field => `"${field}": "•••"`);
  return `${visibleJson(cut(key, 255))}: {${known.join(', ')}}` as EntryArg;
}

/** Subject or issuer of a certificate; at most 256 characters. */
export function subjectArg(text: string): SubjectArg {
  return clean(text, 256) as SubjectArg;
}

/** SHA-256 as 64 hexadecimal digits, with or without colons. */
export function fingerprintArg(text: string): FingerprintArg {
  const hex = text.replaceAll(':', '').toUpperCase();
  return (/^[0-9A-F]{64}$/.test(hex) ? hex.replace(/..(?=.)/g, '$&:') : 'unknown') as FingerprintArg;
}

/** A literal of our own source: does not compile for a computed string. */
export function wordArg<T extends string>(text: string extends T ? never : T): WordArg {
  return text as string as WordArg;
}

/** Stands in place of a value that must not be shown, because it repeats a secret. */
export const HIDDEN = '(hidden)';

/** The text of a value in a sentence: a date as people write it, to the minute. */
export function readableText(value: Arg): string {
  return argText(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\dZ$/, '$1 $2 UTC');
}

/** The text of a value, whole. */
export function argText(value: Arg): string {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : value.join(', ');
}
