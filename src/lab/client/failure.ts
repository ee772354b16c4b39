import { argText, errorClassArg, hostArg, objectArg } from '../../common/args.ts';
import { draft, type FindingDraft } from '../../common/finding.ts';
import type { HostFault } from '../../common/host.ts';
import { PROTOCOL, type ErrorCause } from '../../common/protocol.ts';
import type { Finding } from '../../common/report.ts';
import { ownFinding } from '../entries.ts';

/** Label of what the server said; translated where it is shown. */
const ANSWER = 'Answer of the server';

/** What a finding about the tool itself is about: not a registry, not a file. */
const SUBJECT = 'kaptain-registry';

/** Why no run was possible, seen from the browser. */
export type Failure =
  /** The server does not know the route: HTTP 404. */
  | { kind: 'server-half-missing' }
  /** No connection, or a refusal: HTTP 403, a login page of a gateway. */
  | { kind: 'connection-lost' }
  /** An answer that is none of ours. `errorClass`: letters, digits, `_`. */
  | { kind: 'unknown-answer'; errorClass: string }
  /** The helper speaks another version; null when it did not say which. */
  | { kind: 'protocol'; server: number | null }
  /** The registry that the settings name is none: nothing was asked. */
  | { kind: 'address'; given: string; fault: HostFault }
  /** The helper on the server named the cause; `message` is its own sentence, shown as data. */
  | { kind: 'cause'; cause: ErrorCause; message?: string };

/** Carries a failure up to the model; has no text of its own. */
export class RunFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

function draftOf(failure: Failure): FindingDraft {
  switch (failure.kind) {
    case 'server-half-missing':
    case 'connection-lost':
      return draft('KR-INT-005', SUBJECT, {}, { variant: failure.kind });
    case 'unknown-answer':
      return unknownAnswer(failure.errorClass);
    case 'protocol':
      return draft('KR-INT-006', SUBJECT, { panel: PROTOCOL, server: failure.server ?? 0 });
    case 'address':
      return addressDraft(failure.given, failure.fault);
    case 'cause':
      return withMessage(draftOfCause(failure.cause), failure.message);
  }
}

function addressDraft(given: string, fault: HostFault): FindingDraft {
  const host = hostArg(given);
  return draft('KR-NET-002', host, { given: host }, fault === 'characters' ? {} : { variant: fault });
}

function withMessage(made: FindingDraft, message: string | undefined): FindingDraft {
  return message === undefined || message === ''
    ? made
    : { ...made, evidence: [{ label: ANSWER, value: argText(objectArg(message)) }] };
}

function unknownAnswer(errorClass: string): FindingDraft {
  return draft('KR-INT-009', SUBJECT, { check: objectArg('run'), errorClass: errorClassArg(errorClass) });
}

function draftOfCause(cause: ErrorCause): FindingDraft {
  switch (cause) {
    case 'no-node':
    case 'unsupported-platform':
      return draft('KR-INT-005', SUBJECT, {}, { variant: cause });
    case 'sidecar-broken':
      return draft('KR-INT-005', SUBJECT, {}, { variant: 'helper-broken' });
    case 'forbidden':
      return draft('KR-INT-005', SUBJECT, {}, { variant: 'connection-lost' });
    case 'protocol-mismatch':
      return draftOf({ kind: 'protocol', server: null });
    case 'bad-request':
      return unknownAnswer('BAD_REQUEST');
    case 'internal':
      return unknownAnswer('INTERNAL');
    case 'sidecar-failed':
    case 'sidecar-timeout':
    case 'cancelled':
      return draft('KR-INT-005', SUBJECT, {});
  }
}

/** The finding that the panel shows when no run was possible: KR-INT-005, KR-INT-006, KR-INT-009 or KR-NET-002. */
export function findingOf(failure: Failure): Finding {
  return ownFinding(draftOf(failure), 'tool');
}
