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
import { make, type Form as CertificateForm } from '../gauntlet/pki/make.ts';
import { authority } from './certificates.ts';
import { https, logins, proxy, reply, type Running } from './servers.ts';

/**
 * A registry that knows the login, from this run or an earlier one, and writes it in every form into every place that an
 * answer has. Nothing of it may stand in what leaves the engine, and the report must be there all the same.
 */

const USER = 'robot$kaptain';
const PASSWORD = 'Zk7/canary+Q9 "x~\u00fc2w';
const PAIR = `${USER}:${PASSWORD}`;
const IDENTITY = 'idt.Hq3-canary_R8/v5+x0';
const ISSUED = 'eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOiJUNm0ifQ.c2lnbmF0dXJlOQ';
const REFRESH = 'rft-5Yk2canaryP4-b8';
const VARIABLE_LOGIN = 'u8:Mx8-canary/D3k_w6Tb';
const FOLDER_LOGIN = 'u9:Vq2-canary/G7m_z4Nc';
const PROXY_LOGIN = 'u7:Jd4-canary_W1p-x5';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const everyByte = (text: string): string =>
  [...Buffer.from(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** What goes over the wire in a run, or is a part of it. */
const sent: Readonly<Record<string, string>> = {
  'the password': PASSWORD,
  'the pair': PAIR,
  'the Basic value': `Basic ${base64(PAIR)}`,
  'the identity token': IDENTITY,
  'the issued token': ISSUED,
  'the Bearer value': `Bearer ${ISSUED}`,
  'the login of DOCKER_AUTH_CONFIG': VARIABLE_LOGIN,
  'the login of a DOCKER_CONFIG that is no folder': FOLDER_LOGIN,
  "the proxy's login": PROXY_LOGIN,
  "the proxy's Basic value": `Basic ${base64(PROXY_LOGIN)}`
};

const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'in small letters': text => text.toLowerCase(),
  base64: base64,
  'base64 for addresses, without padding': text => Buffer.from(text).toString('base64url'),
  hexadecimal: text => Buffer.from(text).toString('hex'),
  'percent-encoded': encodeURIComponent,
  'percent-encoded with small digits': text => encodeURIComponent(text).toLowerCase(),
  'every byte percent-encoded': everyByte,
  'a field of a form': text => new URLSearchParams({ x: text }).toString().slice(2),
  'a string of JSON': text => JSON.stringify(text).slice(1, -1),
  'its first half': text => text.slice(0, Math.ceil(text.length / 2) + 6),
  'its second half': text => text.slice(Math.floor(text.length / 2) - 6)
};

const forms = Object.entries(sent).flatMap(([what, text]) =>
  Object.entries(encodings).map(([how, encode]) => [`${what}, ${how}`, encode(text)] as const)
);

/** A name that the grammar of hosts takes: labels of at most 63 letters, digits and hyphens. */
function asHost(form: string): string {
  const plain = form.replace(/[^A-Za-z0-9_-]/g, '-');
  return `${(plain.match(/.{1,63}/g) ?? []).slice(0, 3).join('.')}.test`;
}

const asHeader = (form: string): string => form.replace(/[^\x20-\x7e]/g, '?');
const asPath = (form: string): string => `/${asHeader(form).replaceAll(' ', '%20')}`;
const quoted = (form: string): string => `"${asHeader(form).replace(/["\\]/g, '\\$&')}"`;

type Answer = (form: string, request: IncomingMessage, response: ServerResponse, host: string) => void;

interface Place {
  /** How many forms one run puts there. */
  atOnce?: number;
  /** Answers in its own way; what it leaves to others is healthy. */
  answer?: (step: Step, form: string, response: ServerResponse) => boolean;
  /** The request for a login. */
  challenge?: (form: string, host: string) => string;
  certificate?: (forms: readonly string[]) => Partial<CertificateForm>;
  /** The registry is behind a proxy that answers like this. */
  proxied?: (form: string) => string;
  /** The place shows in a report: its values are known to be hidden, not to be left out. */
  shown?: true;
}

type Step = 'first' | 'login' | 'manifest' | 'upload' | 'cancel' | 'token';

const at =
  (wanted: Step, send: (form: string, response: ServerResponse) => void): Place['answer'] =>
  (step, form, response) => {
    if (step === wanted) {
      send(form, response);
    }
    return step === wanted;
  };

const everyHeader = (form: string): Record<string, string> =>
  Object.fromEntries(
    [
      'server',
      'date',
      'content-type',
      'content-encoding',
      'retry-after',
      'docker-distribution-api-version',
      'docker-content-digest',
      'docker-upload-uuid',
      'warning',
      'x-registry-error'
    ].map(name => [name, asHeader(form)])
  );

const errorBody = (form: string): string =>
  JSON.stringify({ errors: [{ code: form, message: form, detail: { [form]: form } }], error: form, details: form });

const steps: readonly Step[] = ['first', 'login', 'manifest', 'upload', 'token'];

const places: Readonly<Record<string, Place>> = {
  'host of the first redirect': {
    shown: true,
    answer: at('first', (form, response) => reply(response, 307, { location: `https://${asHost(form)}/v2/` }))
  },
  'path of the first redirect': {
    answer: (step, form, response) => {
      if (step !== 'first' || response.req.url !== '/v2/') {
        return false;
      }
      reply(response, 307, { location: asPath(form) });
      return true;
    }
  },
  'host of a redirect of the manifest': {
    shown: true,
    atOnce: 10,
    answer: at('manifest', (form, response) => reply(response, 307, { location: `https://${asHost(form)}/x` }))
  },
  'plain-text host of a redirect of the manifest': {
    shown: true,
    atOnce: 10,
    answer: at('manifest', (form, response) => reply(response, 302, { location: `http://${asHost(form)}/x` }))
  },
  'host of the upload': {
    shown: true,
    answer: at('upload', (form, response) => reply(response, 202, { location: `https://${asHost(form)}/x` }))
  },
  'path of the upload': {
    answer: at('upload', (form, response) => reply(response, 202, { location: asPath(form) }))
  },
  'realm, as a host': {
    shown: true,
    challenge: form => `Bearer realm="https://${asHost(form)}/token",service="x"`
  },
  'realm, as a path': { challenge: (form, host) => `Bearer realm=${quoted(`https://${host}${asPath(form)}`)}` },
  'realm, as a text': { challenge: form => `Bearer realm=${quoted(form)}` },
  'service, scope and error': {
    challenge: (form, host) =>
      `Bearer realm="https://${host}/token",service=${quoted(form)},scope=${quoted(form)},error=${quoted(form)}`
  },
  'realm of Basic': { challenge: form => `Basic realm=${quoted(form)}` },
  'name of a scheme': { challenge: form => asHost(form).replaceAll('.', '-') },
  'names of the certificate': {
    shown: true,
    atOnce: 12,
    certificate: all => ({ names: all.map(asHost), subject: [['CN', 'utf8', (all[0] ?? '').slice(0, 64)]] })
  },
  'organisation and issuer of the certificate': {
    shown: true,
    certificate: ([form = '']) => ({
      names: ['registry.test'],
      subject: [
        ['O', 'utf8', form],
        ['CN', 'utf8', 'registry.test']
      ],
      issuerName: [['CN', 'utf8', form]]
    })
  },
  'answer of a proxy': {
    proxied: form => `HTTP/1.1 407 ${asHeader(form)}\r\nproxy-authenticate: Basic realm=${quoted(form)}\r\n\r\n`
  },
  ...Object.fromEntries(
    steps.flatMap(step => [
      [`every header of the answer: ${step}`, { answer: at(step, (form, to) => reply(to, 200, everyHeader(form))) }],
      [`errors of the answer: ${step}`, { answer: at(step, (form, to) => reply(to, 403, {}, errorBody(form))) }],
      [
        `limits of the answer: ${step}`,
        { answer: at(step, (form, to) => reply(to, 429, { 'retry-after': asHeader(form) }, errorBody(form))) }
      ]
    ])
  ),
  'fields of the token': {
    answer: at('token', (form, response) =>
      reply(response, 200, {}, JSON.stringify({ token: ISSUED, expires_in: form, scope: form, issued_at: form }))
    )
  }
};

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

const healthyAnswer: Answer = (_, request, response, challenge) => {
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
};

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
        healthyAnswer(form, request, response, place.challenge?.(form, registry.host) ?? usual);
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
