import type { RunEvent } from '../../common/protocol.ts';
import { RunFailure } from './failure.ts';

/** Characters that one run may send: some hundred times what twenty registries need. */
const LIMIT = 8 * 1024 * 1024;

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCheck(value: unknown): boolean {
  return (
    isObject(value) &&
    ['id', 'subject', 'title', 'outcome'].every(name => typeof value[name] === 'string') &&
    Array.isArray(value.blockedBy) &&
    Array.isArray(value.codes)
  );
}

function isPlanned(value: unknown): boolean {
  return isObject(value) && ['id', 'subject', 'title', 'section'].every(name => typeof value[name] === 'string');
}

function isFinding(value: unknown): boolean {
  return (
    isObject(value) &&
    ['code', 'check', 'severity', 'subject', 'title', 'explanation'].every(name => typeof value[name] === 'string') &&
    isObject(value.args) &&
    Array.isArray(value.evidence) &&
    (value.circumstances === undefined || Array.isArray(value.circumstances)) &&
    Array.isArray(value.fix)
  );
}

function isRegistry(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.host === 'string' &&
    isObject(value.consumers) &&
    isObject(value.basis) &&
    isObject(value.sdkWitness)
  );
}

function isPlace(value: unknown): boolean {
  return isObject(value) && typeof value.path === 'string';
}

function isContext(value: unknown): boolean {
  return (
    isObject(value) &&
    Array.isArray(value.known) &&
    isObject(value.places) &&
    isPlace(value.places.dockerConfig) &&
    isPlace(value.places.caFile)
  );
}

function isSite(value: unknown): boolean {
  return (
    isObject(value) &&
    Array.isArray(value.registries) &&
    value.registries.every(host => typeof host === 'string') &&
    isObject(value.contacts) &&
    [value.contacts.clusterAdmin, value.contacts.registryOwner].every(
      text => text === null || typeof text === 'string'
    ) &&
    typeof value.root === 'string' &&
    typeof value.command === 'string' &&
    isObject(value.may) &&
    typeof value.may.chooseRegistry === 'boolean' &&
    typeof value.may.choosePlaces === 'boolean'
  );
}

function all(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

/** Fields without which the panel could not draw the event. The server half has checked the rest by schema. */
function isEvent(value: unknown): value is RunEvent {
  if (!isObject(value)) {
    return false;
  }
  switch (value.type) {
    case 'run':
      return (
        typeof value.id === 'string' &&
        typeof value.protocol === 'number' &&
        (value.site === undefined || isSite(value.site))
      );
    case 'plan':
      return all(value.checks, isPlanned);
    case 'outcome':
      return isCheck(value.check) && typeof value.section === 'string' && all(value.findings, isFinding);
    case 'report':
      return (
        isObject(value.report) &&
        all(value.report.checks, isCheck) &&
        all(value.report.findings, isFinding) &&
        all(value.report.registries, isRegistry) &&
        isContext(value.context) &&
        isObject(value.summaries)
      );
    case 'error':
      return isObject(value.error) && typeof value.error.code === 'string';
    default:
      return false;
  }
}

/**
 * Reads one line of the answer.
 *
 * @throws RunFailure - `unknown-answer`; the line is not quoted
 */
export function readEvent(line: string): RunEvent {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RunFailure({ kind: 'unknown-answer', errorClass: 'NOT_JSON' });
  }
  if (!isEvent(value)) {
    throw new RunFailure({ kind: 'unknown-answer', errorClass: 'NOT_AN_EVENT' });
  }
  return value;
}

/**
 * Events of a body of newline-delimited JSON, each as soon as its line is complete.
 *
 * @param body - body of the answer; is cancelled when the reader stops early
 * @throws RunFailure - `unknown-answer` for a line that is no event, or too many characters
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<RunEvent, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  let received = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      received += text.length;
      if (received > LIMIT) {
        throw new RunFailure({ kind: 'unknown-answer', errorClass: 'TOO_LONG' });
      }
      const lines = (pending + text).split('\n');
      pending = done ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        if (line.trim() !== '') {
          yield readEvent(line);
        }
      }
      if (done) {
        return;
      }
    }
  } finally {
    // Rejects when the connection is gone already: then there is nothing left to end.
    reader.cancel().catch(() => undefined);
  }
}
