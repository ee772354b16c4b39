// Speaks the sidecar's protocol without checking anything. What it does wrong is said by the registry of a run
// ("crash.test" …) or, for its start, by a file beside it whose path stands in FAKE of the arguments.
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';

const PROTOCOL = 1;
let environment = {};
const waiting = new Map();

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

function startFault() {
  try {
    return readFileSync(new URL('./start-fault', import.meta.url), 'utf8').trim();
  } catch {
    return '';
  }
}

const check = {
  id: 'fil.config',
  area: 'FIL',
  subject: '/home/kubeflow/.docker/config.json',
  title: 'Docker config',
  summary: 'found',
  outcome: 'pass',
  durationMs: 1,
  codes: [],
  blockedBy: []
};

/** The report tells what reached the sidecar: the tests read it from the place where hosts stand. */
function result(params) {
  const place = {
    path: params.dockerConfig ?? '/default',
    found: true,
    isDefault: params.dockerConfig === undefined,
    changedAt: 0
  };
  return {
    report: {
      schemaVersion: 1,
      tool: { name: 'jupyterlab-kaptain-registry', version: '0' },
      startedAt: '2026-11-24T04:00:00Z',
      durationMs: 1,
      verdict: 'ok',
      registries: [],
      checks: [check],
      findings: []
    },
    context: {
      registry: null,
      chosenBy: 'none',
      known: [JSON.stringify({ params, environment, variables: process.env, pid: process.pid })],
      places: { dockerConfig: place, caFile: { ...place, path: params.caFile ?? '/default' } },
      cell: { ok: false, reason: 'no-registry' }
    },
    summaries: {}
  };
}

function run(id, params) {
  const fault = params.registry ?? '';
  send({ method: 'event', params: { type: 'run', id: params.id, protocol: PROTOCOL } });
  send({
    method: 'event',
    params: {
      type: 'plan',
      id: params.id,
      checks: [{ id: check.id, subject: check.subject, title: check.title, section: 'files' }]
    }
  });
  if (fault === 'crash.test') {
    process.stderr.write(
      'SyntaxError: Unexpected token s in "secret-of-the-file"\n    at run (file:///fake.mjs:1:2)\n'
    );
    process.exit(7);
  }
  if (fault === 'hang.test') {
    for (;;);
  }
  if (fault === 'garbage.test') {
    process.stdout.write('this is no message\n');
    return;
  }
  if (fault === 'oversized.test') {
    process.stdout.write('x'.repeat(9 * 1024 * 1024));
    return;
  }
  if (fault === 'form.test') {
    send({ method: 'event', params: { type: 'outcome', id: params.id, check: { id: 1 } } });
  }
  if (fault === 'refuse.test') {
    send({ id, error: { code: -32602, message: 'secret-of-the-file' } });
    return;
  }
  if (fault === 'ask.test') {
    send({ id: 'q', method: 'host/unknown', params: {} });
  }
  if (fault === 'wait.test') {
    waiting.set(params.id, id);
    return;
  }
  send({
    method: 'event',
    params: { type: 'outcome', id: params.id, check, section: 'files', summary: null, findings: [] }
  });
  send({ id, result: fault === 'result.test' ? { report: {} } : result(params) });
}

const fault = startFault();
if (fault === 'crash') {
  process.exit(7);
}
if (fault === 'mute') {
  for (;;);
}
if (fault === 'deaf') {
  process.on('SIGTERM', () => {});
  setInterval(() => {}, 1000);
}

const lines = createInterface({ input: process.stdin });
lines.on('line', line => {
  const message = JSON.parse(line);
  switch (message.method) {
    case 'initialize':
      environment = message.params.environment;
      return send({
        id: message.id,
        result: { protocol: fault === 'old' ? 0 : PROTOCOL, version: '0', pid: process.pid }
      });
    case 'run':
      return run(message.id, message.params);
    case 'cancel':
      send({ id: waiting.get(message.params.id), error: { code: 1, message: 'cancelled' } });
  }
});
if (fault !== 'deaf') {
  lines.on('close', () => process.exit(0));
}
