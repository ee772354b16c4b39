import {
  WITNESS_OUTCOMES,
  type Greeted,
  type SdkClass,
  type SdkFacts,
  type Versions,
  type WitnessFault,
  type WitnessOutcome
} from './facts.ts';
import type { Reply } from './host.ts';

/** Reads what the witness said; what does not have the form of an answer is no answer, and is not quoted. */

type Fields = Readonly<Record<string, unknown>>;

const VERSION = /^[0-9A-Za-z.+!_-]{0,40}$/;
const OPENSSL = /^[A-Za-z0-9 .,+:()_-]{1,80}$/;
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,79}$/;
const MODULE = /^kaptain(?:\.[A-Za-z_][A-Za-z0-9_]{0,79}){0,8}$/;
const CLASS = /^kaptain(?:\.[A-Za-z_][A-Za-z0-9_]{0,79}){1,9}$/;
const FINGERPRINT = /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

const fits = (value: unknown, form: RegExp): value is string => typeof value === 'string' && form.test(value);
const fitsOrNull = (value: unknown, form: RegExp): value is string | null => value === null || fits(value, form);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** What a reply holds by one of the readers below, or its fault. */
export function readReply<T>(
  reply: Reply,
  read: (answer: unknown) => T | null
): { value: T; fault: null } | { value: null; fault: WitnessFault } {
  if (reply.fault !== null) {
    return { value: null, fault: reply.fault };
  }
  const value = read(reply.answer);
  return value === null ? { value: null, fault: 'unreadable' } : { value, fault: null };
}

/** Versions of an interpreter; null for anything else. */
export function readVersions(answer: unknown): Versions | null {
  const fields = fieldsOf(answer);
  const { python, openssl, urllib3, requests, dxf, kaptain } = fields ?? {};
  return fits(python, /^\d+\.\d+\.\d+$/) &&
    fits(openssl, OPENSSL) &&
    fitsOrNull(urllib3, VERSION) &&
    fitsOrNull(requests, VERSION) &&
    fitsOrNull(dxf, VERSION) &&
    fitsOrNull(kaptain, VERSION)
    ? { python, openssl, urllib3, requests, dxf, kaptain }
    : null;
}

/** How a greeting went; null for anything else. */
export function readGreeted(answer: unknown): Greeted | null {
  const { outcome, verifyCode, errorClass, leaf, via, strict, partialChain, durationMs } = fieldsOf(answer) ?? {};
  const outcomes: readonly unknown[] = WITNESS_OUTCOMES;
  return outcomes.includes(outcome) &&
    isCount(verifyCode) &&
    fitsOrNull(errorClass, NAME) &&
    fitsOrNull(leaf, FINGERPRINT) &&
    (via === 'direct' || via === 'proxy') &&
    isCount(durationMs)
    ? {
        outcome: outcome as WitnessOutcome,
        verifyCode,
        errorClass,
        leaf,
        via,
        strict: flag(strict),
        partialChain: flag(partialChain),
        durationMs
      }
    : null;
}

function readParameters(value: unknown): SdkClass['parameters'] | null {
  if (!Array.isArray(value) || value.length > 40) {
    return null;
  }
  const parameters = value.flatMap((item: unknown) => {
    const { name, required } = fieldsOf(item) ?? {};
    return fits(name, NAME) && typeof required === 'boolean' ? [{ name, required }] : [];
  });
  return parameters.length === value.length ? parameters : null;
}

function readClass(value: unknown): SdkClass[] {
  const { name, module, parameters, factories } = fieldsOf(value) ?? {};
  const read = readParameters(parameters);
  return fits(name, NAME) && fits(module, MODULE) && read !== null && Array.isArray(factories) && factories.length <= 8
    ? [{ name, module, parameters: read, factories: factories.filter((item: unknown) => fits(item, NAME)) }]
    : [];
}

/** What the package offers; null for anything else. */
export function readSdk(answer: unknown): Omit<SdkFacts, 'interpreter' | 'absent'> | null {
  const { found, version, classes, storageProvider } = fieldsOf(answer) ?? {};
  return typeof found === 'boolean' &&
    fitsOrNull(version, VERSION) &&
    fitsOrNull(storageProvider, CLASS) &&
    Array.isArray(classes) &&
    classes.length <= 60
    ? { found, version, classes: classes.flatMap(readClass), storageProvider }
    : null;
}
