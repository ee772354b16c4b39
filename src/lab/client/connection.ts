import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { ErrorCause, RunEvent } from '../../common/protocol.ts';
import { readEvents } from './events.ts';
import { RunFailure, type Failure } from './failure.ts';

/** What the panel asks the server half for. */
export interface RunRequest {
  protocol: number;
  registry?: string;
  dockerConfig?: string;
  caFile?: string;
  /** Name of the kernel spec whose environment holds. */
  kernel?: string;
  only?: string[];
  clicked?: boolean;
  images?: string[];
  push?: boolean;
}

const CAUSES: ReadonlySet<string> = new Set<ErrorCause>([
  'no-node',
  'unsupported-platform',
  'sidecar-failed',
  'sidecar-broken',
  'sidecar-timeout',
  'protocol-mismatch',
  'bad-request',
  'forbidden',
  'cancelled',
  'internal'
]);

function isCause(code: unknown): code is ErrorCause {
  return typeof code === 'string' && CAUSES.has(code);
}

/** Speaks with the server half, by JupyterLab's own connection: base URL, login and XSRF header are its business. */
export class Connection {
  constructor(private readonly settings: ServerConnection.ISettings) {}

  /**
   * Starts a run and hands over its events as they come.
   *
   * @param signal - ends request and run
   * @throws RunFailure - when there is no answer, or one that is none of ours
   */
  async *run(request: RunRequest, signal: AbortSignal): AsyncGenerator<RunEvent, void> {
    if (!document.cookie.includes('_xsrf=')) {
      // The server sets the cookie with its first answer; a POST before that is refused.
      await this.request('status', { method: 'GET', signal });
    }
    const response = await this.request('run', { method: 'POST', body: JSON.stringify(request), signal });
    if (!response.ok) {
      throw await failureOf(response);
    }
    if (response.headers.get('content-type')?.includes('text/html')) {
      // The login page of a gateway in front of the server.
      throw new RunFailure({ kind: 'connection-lost' });
    }
    if (response.body === null) {
      throw new RunFailure({ kind: 'unknown-answer', errorClass: 'EMPTY' });
    }
    try {
      yield* readEvents(response.body);
    } catch (error) {
      throw error instanceof RunFailure || signal.aborted ? error : new RunFailure({ kind: 'connection-lost' });
    }
  }

  /** Tells the server that nobody waits for this run any more. Its answer does not matter: the run also ends by itself. */
  async cancel(id: string): Promise<void> {
    await this.request('cancel', { method: 'POST', body: JSON.stringify({ id }) }).catch(() => undefined);
  }

  private async request(route: string, init: RequestInit): Promise<Response> {
    const url = URLExt.join(this.settings.baseUrl, 'kaptain-registry', route);
    // A body of text is `text/plain` to the browser, which the server half refuses: every other page can send that.
    const headers: Record<string, string> = init.method === 'POST' ? { 'Content-Type': 'application/json' } : {};
    try {
      return await ServerConnection.makeRequest(url, { ...init, headers }, this.settings);
    } catch (error) {
      throw error instanceof ServerConnection.NetworkError ? new RunFailure({ kind: 'connection-lost' }) : error;
    }
  }
}

/** The cause behind a refusal: our own code in the body if there is one, else the status. */
async function failureOf(response: Response): Promise<RunFailure> {
  const named = await errorIn(response);
  if (named !== null) {
    return new RunFailure(named);
  }
  if (response.status === 404) {
    return new RunFailure({ kind: 'server-half-missing' });
  }
  if (response.status === 401 || response.status === 403) {
    return new RunFailure({ kind: 'connection-lost' });
  }
  return new RunFailure({ kind: 'unknown-answer', errorClass: `HTTP_${response.status}` });
}

async function errorIn(response: Response): Promise<Failure | null> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'code' in body ? causeOf({ message: '', ...body }) : null;
  } catch {
    return null;
  }
}

/** The failure that an error of the server half or the sidecar names; null when its code is none of ours. */
export function causeOf(error: { code: unknown; message: unknown }): Failure | null {
  const message = typeof error.message === 'string' ? error.message : '';
  return isCause(error.code) ? { kind: 'cause', cause: error.code, message } : null;
}
