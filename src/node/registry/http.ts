import { Agent, request, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import type { BodyClass } from './facts.ts';
import { Secret, type Remembers } from '../secret.ts';
import { atMost, timeLeft, within, type Limit } from './limit.ts';
import { errorCodeOf } from './socket.ts';

/** Limits of one answer, in bytes, and the time that a body may take once its header is there, in milliseconds. */
const HEADER_BYTES = 16 * 1024;
export const BODY_BYTES = 256 * 1024;
export const TOKEN_BYTES = 16 * 1024;
const BODY_MS = 3000;

export interface HttpRequest {
  method: 'GET' | 'POST' | 'DELETE';
  /** Path and query: visible ASCII characters. */
  path: string;
  /** Value of the Host header. */
  host: string;
  /** Media types; JSON when left out. */
  accept?: string;
  /** Value of the Authorization header: visible ASCII characters and spaces. */
  authorization?: Secret;
  /** A form with these fields, or an empty body. A login stands in a field of its own, as a `Secret`. */
  body?: Form | '';
  /** Most bytes of the answer's body that are read. */
  bodyBytes: number;
}

export type Form = readonly (readonly [name: string, value: string | Secret])[];

export interface HttpAnswer {
  outcome: 'answered';
  status: number;
  /** As sent: names in lower case, one pair per line. */
  headers: readonly (readonly [name: string, value: string])[];
  body: Buffer;
  bodyEnd: 'complete' | 'too-large' | 'unfinished';
}

export interface HttpFailure {
  outcome: 'cut' | 'silent' | 'malformed' | 'client-certificate' | 'other';
  errorClass: string;
}

/** Gives the one socket that it was made for. */
class OneSocket extends Agent {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#socket = socket;
  }

  override createConnection(): Duplex {
    return this.#socket;
  }
}

/** The values of a header, one per line that was sent. */
export function headerValues(answer: Pick<HttpAnswer, 'headers'>, name: string): string[] {
  return answer.headers.filter(([given]) => given === name).map(([, value]) => value);
}

/** Most interim answers (status 1xx) that are waited through. */
const MOST_INTERIM = 10;

/**
 * HTTP/1.1 over one socket: one request at a time, no redirects, no decoding, nothing cached. A login can be put on the
 * wire as a `Secret` only, and what is put there is remembered in exactly the form in which it goes out.
 */
export class HttpConnection {
  readonly #agent: OneSocket;
  readonly #socket: Socket;
  /** Knows the secrets of the run. */
  readonly run: Remembers;

  constructor(socket: Socket, run: Remembers) {
    this.#socket = socket;
    this.#agent = new OneSocket(socket);
    this.run = run;
  }

  /** Whether one more request may be sent. */
  get usable(): boolean {
    return !this.#socket.destroyed && this.#socket.writable;
  }

  close(): void {
    this.#agent.destroy();
    this.#socket.destroy();
  }

  /** Sends a request and reads its answer within its limits. Never rejects, and no result repeats what was sent. */
  async send(wanted: HttpRequest, limit: Limit): Promise<HttpAnswer | HttpFailure> {
    if (!this.usable) {
      return failure(errorCodeOf(this.#socket) ?? 'ECONNRESET');
    }
    const message = await this.#answer(wanted, limit);
    if ('outcome' in message) {
      this.close();
      return message;
    }
    const answer: HttpAnswer = {
      outcome: 'answered',
      status: message.statusCode ?? 0,
      headers: headersOf(message),
      ...(await readBody(message, wanted.bodyBytes, atMost(limit, BODY_MS)))
    };
    if (answer.bodyEnd !== 'complete') {
      this.close();
    }
    return answer;
  }

  async #answer(wanted: HttpRequest, limit: Limit): Promise<IncomingMessage | HttpFailure> {
    const { authorization } = wanted;
    if (authorization !== undefined) {
      this.run.remember(authorization);
    }
    const body = wanted.body === undefined || wanted.body === '' ? wanted.body : encodeForm(wanted.body, this.run);
    let gone = (): void => undefined;
    const late: HttpFailure = { outcome: 'silent', errorClass: 'ETIMEDOUT' };
    const answer = await within<IncomingMessage | HttpFailure>(limit, late, done => {
      // A server may end the connection right after its last answer. A request that the agent has not sent by then goes
      // to the dead socket and never hears of it.
      gone = () => done(failure(errorCodeOf(this.#socket) ?? 'ECONNRESET'));
      this.#socket.once('close', gone);
      let outgoing: ReturnType<typeof request>;
      try {
        outgoing = request({
          agent: this.#agent,
          method: wanted.method,
          path: wanted.path,
          setHost: false,
          maxHeaderSize: HEADER_BYTES,
          headers: {
            host: wanted.host,
            accept: wanted.accept ?? 'application/json',
            'accept-encoding': 'identity',
            'user-agent': 'jupyterlab-kaptain-registry',
            ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
            ...(body === undefined || body === '' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
            ...(authorization === undefined ? {} : { authorization: authorization.reveal() })
          }
        });
      } catch {
        done({ outcome: 'other', errorClass: 'INVALID_REQUEST' });
        return;
      }
      // A server may send any number of these before its answer (RFC 9110 15.2); a flood of them is none.
      let interim = 0;
      outgoing.on('information', () => {
        interim += 1;
        if (interim > MOST_INTERIM) {
          done({ outcome: 'malformed', errorClass: 'HTTP_INTERIM' });
        }
      });
      outgoing.on('response', done);
      outgoing.on('upgrade', () => done({ outcome: 'malformed', errorClass: 'HTTP_UPGRADE' }));
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        const first = errorCodeOf(this.#socket);
        done(failure(error.code?.startsWith('HPE_') ? error.code : (first ?? error.code ?? 'OTHER')));
      });
      outgoing.end(body);
    });
    this.#socket.off('close', gone);
    return answer;
  }
}

/** The body of a form, percent-encoded; damaged characters are replaced instead of being an error. */
function encodeForm(form: Form, run: Remembers): string {
  const fields = form.map(([name, value]) => {
    if (typeof value === 'string') {
      return `${name}=${formValue(value)}`;
    }
    const encoded = formValue(value.reveal());
    run.remember(value);
    run.remember(new Secret(encoded));
    return `${name}=${encoded}`;
  });
  return fields.join('&');
}

/** A value of a form or of a query. */
export function formValue(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

/** Alerts with which a server that demands a client certificate breaks off after the greeting (TLS 1.3, RFC 8446 6.2). */
export const CERTIFICATE_ALERT =
  /ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|HANDSHAKE_FAILURE|CERTIFICATE_UNKNOWN)$/;

function failure(code: string): HttpFailure {
  if (CERTIFICATE_ALERT.test(code)) {
    return { outcome: 'client-certificate', errorClass: code };
  }
  if (code.startsWith('HPE_')) {
    return { outcome: 'malformed', errorClass: code };
  }
  const cut = code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED';
  return { outcome: cut ? 'cut' : 'other', errorClass: code };
}

function headersOf(message: IncomingMessage): (readonly [string, string])[] {
  const { rawHeaders } = message;
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as const] : []
  );
}

/** Most bytes on the wire for a body of that size, with some room for what came along with its header. */
function mostOnWire(body: number): number {
  return 2 * body + 128 * 1024;
}

async function readBody(
  message: IncomingMessage,
  most: number,
  limit: Limit
): Promise<Pick<HttpAnswer, 'body' | 'bodyEnd'>> {
  const { socket } = message;
  const began = socket.bytesRead;
  const parts: Buffer[] = [];
  let size = 0;
  const bodyEnd = await within<HttpAnswer['bodyEnd']>(limit, 'unfinished', done => {
    message.on('data', (part: Buffer) => {
      size += part.length;
      // Chunks of one byte each, dressed up: every part keeps all that was read with it in memory.
      if (size > most || socket.bytesRead - began > mostOnWire(most)) {
        done('too-large');
        message.destroy();
      } else {
        parts.push(part);
      }
    });
    message.on('end', () => done('complete'));
    message.on('error', () => done('unfinished'));
    message.on('close', () => done('unfinished'));
  });
  return { body: Buffer.concat(parts), bodyEnd };
}

/** What kind of content an answer has; it is never repeated. */
export function bodyClass(answer: HttpAnswer): BodyClass {
  if (answer.bodyEnd === 'too-large') {
    return 'too-large';
  }
  const encoding = headerValues(answer, 'content-encoding').join(',').trim().toLowerCase();
  if (encoding !== '' && encoding !== 'identity') {
    return 'encoded';
  }
  const type = headerValues(answer, 'content-type').join(',').toLowerCase();
  const start = answer.body.subarray(0, 512).toString('latin1').trimStart().toLowerCase();
  if (type.includes('html') || start.startsWith('<!doctype') || start.startsWith('<html')) {
    return 'html';
  }
  if (answer.bodyEnd === 'unfinished') {
    return 'unfinished';
  }
  if (answer.body.length === 0) {
    return 'none';
  }
  return readJson(answer.body) === undefined ? 'other' : 'json';
}

/** The value of a JSON text; undefined when it is none. The parser's message, which quotes its input, is dropped. */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** Seconds of `Retry-After` (RFC 9110 10.2.3), also when it is a date; null without a usable one. */
export function retryAfter(answer: HttpAnswer, now: number): number | null {
  const value = headerValues(answer, 'retry-after')[0]?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) {
    return Number(value);
  }
  const date = /^[A-Za-z]{3}, [\w: ]{1,40}$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** Longest pause before a request is sent once more, in milliseconds. */
const LONGEST_PAUSE = 1000;

/**
 * Sends a request, and once more after a short pause when the answer was 429, 502, 503 or 504, the connection stands
 * and the server asks for no longer pause.
 *
 * @returns the last answer and the number of requests
 */
export async function sendTwice(
  connection: HttpConnection,
  wanted: HttpRequest,
  limit: Limit
): Promise<{ answer: HttpAnswer | HttpFailure; tries: number }> {
  const answer = await connection.send(wanted, limit);
  if (answer.outcome !== 'answered' || ![429, 502, 503, 504].includes(answer.status) || !connection.usable) {
    return { answer, tries: 1 };
  }
  const pause = (retryAfter(answer, Date.now()) ?? 0.2) * 1000;
  if (pause > LONGEST_PAUSE || pause > timeLeft(limit) / 2) {
    return { answer, tries: 1 };
  }
  await within(atMost(limit, pause), undefined, () => undefined);
  if (!connection.usable) {
    return { answer, tries: 1 };
  }
  const second = await connection.send(wanted, limit);
  return second.outcome === 'answered' ? { answer: second, tries: 2 } : { answer, tries: 2 };
}
