import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { connect } from 'node:tls';
import type { RunEvent } from '../../src/common/protocol.ts';
import { markdownReport } from '../../src/node/cli/markdown.ts';
import { styleFor } from '../../src/node/cli/style.ts';
import { textReport } from '../../src/node/cli/text.ts';
import { runEngine } from '../../src/node/engine/engine.ts';
import { checks, collectors } from '../../src/node/engine/parts.ts';
import { defaultOptions, readEnvironment } from '../../src/node/options.ts';
import { HttpConnection } from '../../src/node/registry/http.ts';
import { Secret } from '../../src/node/secret.ts';
import { make } from '../gauntlet/pki/make.ts';
import { authority } from './certificates.ts';
import {
  base64,
  encodings,
  FOLDER_LOGIN,
  forms,
  IDENTITY,
  ISSUED,
  PAIR,
  PASSWORD,
  places,
  PROXY_LOGIN,
  REFRESH,
  USER,
  VARIABLE_LOGIN,
  type Place,
  type Step
} from './echoes.ts';
import { https, logins, proxy, reply, type Running } from './servers.ts';

/**
 * A registry that knows the login, from this run or an earlier one, and writes it in every form into every place that an
 * answer has. Nothing of it may stand in what leaves the engine, and the report must be there all the same.
 */

const folder = mkdtempSync(join(tmpdir(), 'echo-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const ca = make({ name: 'Echo CA', ca: true, key: 'P-256' });
const caFile = join(folder, 'ca.crt');
writeFileSync(caFile, ca.pem);
const healthy = make({ name: 'registry.test', names: ['registry.test'], issuer: ca, key: 'P-256' });

let written = 0;

/** The Docker config with all that this registry could have seen. */
function configFor(host: string, kind: 'basic' | 'identity'): string {
  written += 1;
  const path = join(folder, `config-${written}.json`);
  const own = kind === 'basic' ? { auth: base64(PAIR) } : { identitytoken: IDENTITY };
  const other = kind === 'basic' ? { identitytoken: IDENTITY } : { username: USER, password: PASSWORD };
  const auths = { [host]: own, 'other.test': other, 'third.test': { registrytoken: ISSUED } };
  writeFileSync(path, JSON.stringify({ auths }));
  return path;
}

function stepOf({ method, url = '', headers }: IncomingMessage): Step {
  if (url.startsWith('/token')) {
    return 'token';
  }
  if (url.includes('/manifests/')) {
    return 'manifest';
  }
  if (url.includes('/uploads/')) {
    return method === 'DELETE' ? 'cancel' : 'upload';
  }
  return headers.authorization === undefined ? 'first' : 'login';
}

/** The answer of a registry that knows everybody. */
function healthyAnswer(request: IncomingMessage, response: ServerResponse, challenge: string): void {
  switch (stepOf(request)) {
    case 'first':
      return reply(response, 401, { 'www-authenticate': challenge });
    case 'token':
      return reply(response, 200, {}, JSON.stringify({ token: ISSUED, refresh_token: REFRESH, expires_in: 300 }));
    case 'upload':
      return reply(response, 202, { location: '/v2/team/img/blobs/uploads/1' });
    case 'cancel':
      return reply(response, 204);
    default:
      return reply(response, 200, { 'docker-content-digest': `sha256:${'0'.repeat(64)}` });
  }
}

interface Left {
  exits: string;
  hidden: boolean;
  checks: number;
  codes: string[];
  logins: number;
}

/** One run against a registry that answers like this, with everything that left it. */
async function play(place: Place, all: readonly string[], kind: 'basic' | 'identity'): Promise<Left> {
  const [form = ''] = all;
  const own = place.certificate?.(all);
  const made = own === undefined ? healthy : make({ name: 'registry.test', issuer: ca, key: 'P-256', ...own });
  const registry: Running = await https(
    (request, response) => {
      const usual =
        kind === 'basic' ? 'Basic realm="x"' : `Bearer realm="https://${registry.host}/token",service="registry"`;
      const image = Number(/\/img(\d+)\//.exec(request.url ?? '')?.[1] ?? 0);
      if (place.answer?.(stepOf(request), all[image] ?? form, response) !== true) {
        healthyAnswer(request, response, place.challenge?.(form, registry.host) ?? usual);
      }
    },
    { cert: made.pem, key: made.keyPem }
  );
  const { proxied } = place;
  const between = proxied === undefined ? null : await proxy(socket => void socket.end(proxied(form)));
  const login = encodeURIComponent(PROXY_LOGIN).replace('%3A', ':');
  const events: RunEvent[] = [];
  const { report, context, summaries } = await runEngine(
    { collectors, checks },
    {
      id: 'echo',
      registries: [registry.host],
      all: true,
      only: null,
      options: {
        ...defaultOptions(
          readEnvironment({
            HOME: folder,
            DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'fourth.test': { auth: base64(VARIABLE_LOGIN) } } }),
            DOCKER_CONFIG: JSON.stringify({ auths: { 'fifth.test': { auth: base64(FOLDER_LOGIN) } } }),
            HTTPS_PROXY: `http://${login}@127.0.0.1:${between?.port ?? 9}`,
            ...(between === null ? { NO_PROXY: '*' } : {})
          })
        ),
        dockerConfig: { path: configFor(registry.host, kind), origin: 'option' },
        caFile: { path: caFile, origin: 'option' },
        resolve: [{ host: 'registry.test', port: registry.port, address: '127.0.0.1' }],
        clicked: true,
        images: all.slice(0, 10).map((_, index) => `${registry.host}/team/img${index}:1`),
        push: true
      },
      budgetMs: 10_000,
      signal: new AbortController().signal,
      emit: event => events.push(event)
    }
  );
  await registry.close();
  await between?.close();
  const exits = [
    ...events.map(event => JSON.stringify(event)),
    JSON.stringify({ report, context, summaries }),
    textReport(report, styleFor({ columns: 100 }, '1')),
    markdownReport(report)
  ].join('\n');
  return {
    exits,
    hidden: exits.includes('(hidden)'),
    checks: report.checks.length,
    codes: report.findings.map(({ code }) => code),
    logins: logins(registry)
  };
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Letters and digits of the secrets in a row that must not occur: more is a password that can be guessed. */
const MOST = 12;

const guarded = [
  PASSWORD,
  IDENTITY,
  ISSUED,
  ...[PROXY_LOGIN, VARIABLE_LOGIN, FOLDER_LOGIN].map(login => login.split(':')[1] ?? '')
];

/** Pieces of the forms and of the secrets, found by their letters and digits in what left the run. */
function found(exits: string, echoed: readonly string[]): string[] {
  const squeezed = squeeze(exits);
  const decoded = (exits.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []).map(run =>
    squeeze(Buffer.from(run, 'base64').toString())
  );
  const pieces = [...echoed, ...guarded, ...guarded.map(base64), base64(PAIR)].flatMap(text => {
    const letters = squeeze(text);
    return Array.from({ length: Math.max(0, letters.length - MOST + 1) }, (_, index) =>
      letters.slice(index, index + MOST)
    ).filter(piece => /\d/.test(piece));
  });
  return pieces.filter(piece => squeezed.includes(piece) || decoded.some(text => text.includes(piece)));
}

/** What one run after another puts there: all forms where a report shows them, one form of each secret elsewhere. */
function roundsOf({ shown, atOnce = 1 }: Place): string[][] {
  const count = Object.keys(encodings).length;
  const chosen = shown === true ? forms : forms.filter((_, index) => index % (count + 1) === 0);
  const rounds = Math.ceil(chosen.length / atOnce);
  return Array.from({ length: rounds }, (_, round) =>
    chosen.slice(round * atOnce, (round + 1) * atOnce).map(([, form]) => form)
  );
}

const shownAt = new Set<string>();

describe('a login that comes back', { concurrency: 2 }, () => {
  for (const [where, place] of Object.entries(places)) {
    test(`in the ${where}`, async () => {
      for (const [index, round] of roundsOf(place).entries()) {
        const left = await play(place, round, index % 2 === 0 ? 'basic' : 'identity');
        assert.deepEqual(found(left.exits, round), [], round.join('\n'));
        assert.ok(!left.codes.includes('KR-INT-008'), `the rest of the report is there: ${round.join('\n')}`);
        assert.ok(left.checks > 10);
        if (left.hidden) {
          shownAt.add(where);
        }
      }
    });
  }
});

test('the places that a report shows were reached', () => {
  const expected = Object.entries(places).flatMap(([where, { shown }]) => (shown === true ? [where] : []));
  assert.deepEqual(
    expected.filter(where => !shownAt.has(where)),
    []
  );
});

test('a token that the login service hands out is a secret from then on, used or not', async () => {
  for (const [how, encode] of Object.entries(encodings)) {
    const form = encode(REFRESH);
    const left = await play(places['host of the upload'] as Place, [form], 'identity');
    assert.deepEqual(found(left.exits, [form]), [], how);
    assert.ok(left.hidden, how);
  }
});

test('the logins were sent, in both ways', async () => {
  for (const kind of ['basic', 'identity'] as const) {
    assert.ok((await play({}, [''], kind)).logins > 1, kind);
  }
});

test('what a connection sends it tells the run, in the form in which it goes out', async () => {
  const server = await https((_, response) => reply(response, 200));
  const known: string[] = [];
  const socket = connect({ port: server.port, host: '127.0.0.1', ca: authority.pem, servername: 'registry.test' });
  await once(socket, 'secureConnect');
  const connection = new HttpConnection(socket, { remember: secret => void known.push(secret.reveal()) });
  const limit = { signal: new AbortController().signal, until: performance.now() + 5000 };
  const answer = await connection.send(
    {
      method: 'POST',
      path: '/token',
      host: server.host,
      authorization: new Secret(`Basic ${base64(PAIR)}`),
      body: [
        ['grant_type', 'password'],
        ['password', new Secret(PASSWORD)]
      ],
      bodyBytes: 1000
    },
    limit
  );
  connection.close();
  assert.equal(answer.outcome, 'answered');
  const [request] = server.requests;
  const field = request?.body.split('password=').at(-1) ?? '';
  assert.equal(decodeURIComponent(field), PASSWORD);
  assert.deepEqual(known.sort(), [request?.authorization, PASSWORD, field].sort());
});
