import type { Code } from '../../common/catalogue/index.ts';
import { isPublicHost } from '../../common/hubs.ts';
import type { Finding } from '../../common/report.ts';
import type { IRegistryState } from '../tokens.ts';

/**
 * What a notebook still lacks before anything can be wrong: read from the findings of the last run, which are the only
 * diagnosis.
 */

/** Parts of a set-up, in the order in which they are made: the login is tried with the CA in place. */
export type Part = 'registry' | 'ca' | 'login';

export type PartState =
  /** There, or not needed. */
  | 'done'
  /** Missing. */
  | 'todo'
  /** Not known yet: it depends on a part before it. */
  | 'later'
  /** Given, but something is wrong with it. */
  | 'problem';

export interface SetupPart {
  state: PartState;
  /** What says so: missing (`todo`) or wrong (`problem`). */
  finding: Finding | null;
}

export interface Setup {
  parts: Readonly<Record<Part, SetupPart>>;
  /** Parts that are not done. */
  missing: number;
  /** The registry needs no CA file: everybody trusts it. */
  publiclyTrusted: boolean;
}

/** Findings that say that a part is not there, with the variants in which that is all that they say. */
const ABSENT: Partial<Record<Code, { part: Part; variants: readonly (string | undefined)[] }>> = {
  'KR-FIL-001': { part: 'login', variants: [undefined] },
  'KR-CFG-005': { part: 'login', variants: [undefined, 'may-be-needed'] },
  'KR-CFG-006': { part: 'login', variants: [undefined, 'may-be-needed'] },
  'KR-FIL-008': { part: 'ca', variants: [undefined, 'docker-folder'] }
};

function absentPart(finding: Finding): Part | null {
  const entry = ABSENT[finding.code];
  return entry?.variants.includes(finding.variant) === true ? entry.part : null;
}

/** The part that a fault belongs to, by the area of its code. */
function partOf(finding: Finding): Part {
  if (/^KR-(?:TLS|CRT)-/.test(finding.code) || finding.check === 'fil.ca') {
    return 'ca';
  }
  return /^KR-(?:CFG|REG|FIL)-/.test(finding.code) ? 'login' : 'registry';
}

/**
 * How far a set-up is; null when the last run says something else than that a part is missing: then that comes first.
 *
 * @param chosen - registry that the person chose; null when the checks choose
 * @param started - the person is in the middle of a set-up: then it is also shown when nothing is missing any more
 */
export function setupOf(state: IRegistryState, chosen: string | null, started: boolean): Setup | null {
  const { report, context } = state;
  if (report === null || context === null || state.failure !== null) {
    return null;
  }
  if (chosen !== null && context.registry !== chosen) {
    return null;
  }
  const findings = report.findings.filter(item => item.severity !== 'info');
  const absent = findings.filter(item => absentPart(item) !== null);
  const wrong = findings.filter(item => item.severity === 'error' && absentPart(item) === null);
  const first = findings.find(item => item.severity === 'error') ?? absent[0] ?? null;
  const hasRegistry = context.registry !== null;
  if (!hasRegistry && context.known.some(host => !isPublicHost(host))) {
    // Files are there and name several: one question, no set-up.
    return null;
  }
  if (first !== null && absentPart(first) === null) {
    return null;
  }
  if (first === null && hasRegistry && !started) {
    return null;
  }
  return assemble(state, hasRegistry, absent, wrong);
}

function assemble(
  state: IRegistryState,
  hasRegistry: boolean,
  absent: readonly Finding[],
  wrong: readonly Finding[]
): Setup {
  const faultOf = (part: Part): Finding | null =>
    hasRegistry ? (wrong.find(item => item.rootCause && partOf(item) === part) ?? null) : null;
  const missing = (part: Part): Finding | null => absent.find(item => absentPart(item) === part) ?? null;
  const publiclyTrusted = state.context?.cell.ok === true && state.context.cell.caFile.need === 'none';

  const registry: SetupPart = hasRegistry ? given(faultOf('registry')) : { state: 'todo', finding: null };
  const caKnown = publiclyTrusted || state.context?.places.caFile.found === true;
  const lacking = missing('ca');
  const ca: SetupPart =
    lacking !== null
      ? { state: 'todo', finding: lacking }
      : hasRegistry && caKnown
        ? given(faultOf('ca'))
        : { state: hasRegistry && faultOf('ca') !== null ? 'problem' : 'later', finding: faultOf('ca') };
  const before = registry.state === 'done' && ca.state === 'done';
  const noLogin = missing('login');
  const login: SetupPart =
    noLogin !== null
      ? { state: before ? 'todo' : 'later', finding: noLogin }
      : hasRegistry
        ? given(faultOf('login'))
        : { state: 'later', finding: null };
  const parts = { registry, ca, login };
  return { parts, publiclyTrusted, missing: Object.values(parts).filter(part => part.state !== 'done').length };
}

function given(fault: Finding | null): SetupPart {
  return fault === null ? { state: 'done', finding: null } : { state: 'problem', finding: fault };
}
