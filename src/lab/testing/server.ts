/** Test-only: a server half that answers as it is told, behind JupyterLab's own connection. */

import { ServerConnection } from '@jupyterlab/services';
import type { RunEvent } from '../../common/protocol.ts';

export interface SeenRequest {
  method: string;
  route: string;
  type: string | null;
  body: Record<string, unknown> | null;
}

/** An answer whose body the test writes piece by piece. */
export class StreamedAnswer {
  constructor(readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.fail());
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        this.controller = controller;
      }
    });
    this.response = new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
  }

  readonly response: Response;

  write(text: string | Uint8Array): void {
    this.controller?.enqueue(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  }

  send(...events: RunEvent[]): void {
    this.write(events.map(event => `${JSON.stringify(event)}\n`).join(''));
  }

  end(): void {
    this.controller?.close();
    this.controller = null;
  }

  fail(): void {
    this.controller?.error(new TypeError('network error'));
    this.controller = null;
  }

  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
}

/** Remembers every request; `answer` makes the answer of `run`. */
export class FakeServer {
  constructor(private readonly answer: (signal: AbortSignal) => Response | Promise<Response>) {}

  readonly requests: SeenRequest[] = [];

  get settings(): ServerConnection.ISettings {
    return ServerConnection.makeSettings({
      baseUrl: 'http://localhost/prefix/',
      fetch: input => this.fetch(input as Request)
    });
  }

  private async fetch(request: Request): Promise<Response> {
    const text = await request.text();
    const route = new URL(request.url).pathname.replace('/prefix/kaptain-registry/', '');
    this.requests.push({
      method: request.method,
      route,
      type: request.headers.get('content-type'),
      body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>)
    });
    return route === 'run' ? this.answer(request.signal) : new Response('{}');
  }
}

/** A server that answers every run with the same events at once. */
export function serving(events: readonly RunEvent[]): FakeServer {
  return new FakeServer(signal => {
    const answer = new StreamedAnswer(signal);
    answer.send(...events);
    answer.end();
    return answer.response;
  });
}
