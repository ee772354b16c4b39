import { createInterface } from 'node:readline';
import { Console } from 'node:console';
import { METHODS, PROTOCOL, type InitializeResult, type RunEvent, type RunParams } from '../common/protocol.ts';
import { DEFAULT_BUDGET_MS, runEngine } from './engine/engine.ts';
import { checks, collectors } from './engine/parts.ts';
import { defaultOptions, readEnvironment } from './options.ts';
import { HostRequests, isRunParams, readMessage, RpcFault, RPC_CODES, type RpcMessage } from './rpc.ts';
import { VERSION } from './version.ts';
import { RemoteWitness } from './witness/remote.ts';

/**
 * The sidecar: JSON-RPC 2.0 over stdio, one object a line. It ends when its standard input closes, so that a server
 * that was killed leaves nothing behind.
 */

// Standard output is the protocol's: whatever a library prints goes to standard error.
globalThis.console = new Console(process.stderr, process.stderr);

let environment: Readonly<Record<string, string>> | null = null;
/** Whether the host starts the notebook's Python for us. */
let asksPython = false;
const runs = new Map<string, AbortController>();

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

const host = new HostRequests(send);

function emit(event: RunEvent): void {
  // The report goes out as the answer of the request.
  if (event.type !== 'report') {
    send({ method: METHODS.event, params: event });
  }
}

function initialize(params: unknown): InitializeResult {
  const given = params as { protocol?: unknown; environment?: unknown; host?: { witness?: unknown } } | null;
  if (given?.protocol !== PROTOCOL) {
    throw new RpcFault(RPC_CODES.protocolMismatch, 'another version of the protocol');
  }
  const variables = Object.entries((given.environment ?? {}) as Record<string, unknown>);
  environment = Object.fromEntries(variables.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  asksPython = given.host?.witness === true;
  return { protocol: PROTOCOL, version: VERSION, pid: process.pid };
}

async function run(params: RunParams): Promise<unknown> {
  if (environment === null) {
    throw new RpcFault(RPC_CODES.invalidRequest, 'initialize comes first');
  }
  if (runs.has(params.id)) {
    throw new RpcFault(RPC_CODES.invalidParams, 'this run is under way');
  }
  const controller = new AbortController();
  runs.set(params.id, controller);
  try {
    const result = await runEngine(
      { collectors, checks },
      {
        id: params.id,
        registries: params.registry === undefined ? null : [params.registry],
        all: false,
        only: params.only ?? null,
        options: {
          ...defaultOptions(readEnvironment({ ...environment, ...params.environment })),
          dockerConfig: params.dockerConfig === undefined ? null : { path: params.dockerConfig, origin: 'setting' },
          caFile: params.caFile === undefined ? null : { path: params.caFile, origin: 'setting' },
          clicked: params.clicked ?? false,
          images: params.images ?? [],
          push: params.clicked === true && params.push === true,
          ...(asksPython
            ? { witness: new RemoteWitness(params.id, (asked, patience) => host.ask(METHODS.witness, asked, patience)) }
            : {})
        },
        budgetMs: DEFAULT_BUDGET_MS,
        signal: controller.signal,
        emit
      }
    );
    if (controller.signal.aborted) {
      throw new RpcFault(RPC_CODES.cancelled, 'the run was cancelled');
    }
    return result;
  } finally {
    runs.delete(params.id);
  }
}

async function answer(message: RpcMessage): Promise<void> {
  try {
    switch (message.method) {
      case METHODS.initialize:
        return send({ id: message.id, result: initialize(message.params) });
      case METHODS.run:
        if (!isRunParams(message.params)) {
          throw new RpcFault(RPC_CODES.invalidParams, 'not the parameters of a run');
        }
        return send({ id: message.id, result: await run(message.params) });
      case METHODS.cancel:
        runs.get(String((message.params as { id?: unknown } | null)?.id))?.abort();
        return;
      default:
        throw new RpcFault(RPC_CODES.methodNotFound, 'no such method');
    }
  } catch (error) {
    if (message.id !== undefined) {
      const fault = error instanceof RpcFault ? error : new RpcFault(RPC_CODES.internal, 'a fault of the sidecar');
      send({ id: message.id, error: { code: fault.code, message: fault.message } });
    }
  }
}

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
lines.on('line', line => {
  const message = readMessage(line);
  if (message === null) {
    send({ id: null, error: { code: RPC_CODES.parse, message: 'not a JSON-RPC request' } });
  } else if ('method' in message) {
    void answer(message);
  } else {
    host.take(message);
  }
});
lines.on('close', () => process.exit(0));
