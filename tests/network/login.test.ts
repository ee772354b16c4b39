import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSecureContext } from 'node:tls';
import { createServer } from '../../scripts/demo/certificates.mjs';
import { authority, server, strangeServer } from './certificates.ts';
import { basicLogin, CANARY, look, tokenLogin, type Seen } from './rig.ts';
import { basicRegistry, closedPort, https, logins, reply, type Running } from './servers.ts';

/** The one cause, and nothing secret anywhere. */
function only(seen: Seen, code: string, variant?: string): void {
  assert.deepEqual(seen.roots, [code]);
  assert.equal(seen.findings.find(item => item.code === code)?.variant, variant);
  for (const secret of [
    CANARY,
    Buffer.from(`robot$kaptain:${CANARY}`).toString('base64'),
    'canary-token',
    'issued-token'
  ]) {
    assert.ok(!seen.exits.includes(secret));
  }
}

/** Answers `/v2/` with this, whoever asks. */
function fixed(status: number, headers: Record<string, string> = {}, body = '{}'): Promise<Running> {
  return https((_, response) => reply(response, status, headers, body));
}

interface TokenService {
  /** Answer to the token request; null = a token for the right password. */
  token?: (request: {
    authorization: string | undefined;
    method: string;
  }) => [status: number, body: string, type?: string] | null;
  realm?: (host: string) => string;
  challenge?: (realm: string) => string | string[];
  accepts?: string;
}

/** A registry with a Bearer login and its own login service. */
async function tokenRegistry(options: TokenService = {}): Promise<Running> {
  const expected = `Basic ${Buffer.from(`robot$kaptain:${CANARY}`).toString('base64')}`;
  const registry: Running = await https((request, response) => {
    if (request.url?.startsWith('/token') === true) {
      const { authorization } = request.headers;
      const own = options.token?.({ authorization, method: request.method ?? '' }) ?? null;
      if (own !== null) {
        reply(response, own[0], { 'content-type': own[2] ?? 'application/json' }, own[1]);
      } else if (authorization === expected) {
        reply(response, 200, {}, '{"access_token":"issued-token"}');
      } else {
        reply(response, 401);
      }
      return;
    }
    if (request.headers.authorization === (options.accepts ?? 'Bearer issued-token')) {
      reply(response, 200);
      return;
    }
    const realm = options.realm?.(registry.host) ?? `https://${registry.host}/token?from=tests`;
    const challenge = options.challenge?.(realm) ?? `Bearer realm="${realm}",service="registry.test"`;
    reply(response, 401, { 'www-authenticate': challenge });
  });
  return registry;
}

test('no registry API', async () => {
  only(await look((await fixed(404, { 'content-type': 'text/html' }, '<html>')).host), 'KR-REG-001');
});

test('a web page, and something else that is no registry', async () => {
  const page = { 'content-type': 'text/html' };
  only(await look((await fixed(200, page, '<html><form>')).host), 'KR-REG-002');
  only(
    await look((await fixed(200, { 'content-type': 'text/plain' }, 'It works!')).host),
    'KR-REG-002',
    'not-a-registry'
  );
});

test('a redirect within the registry is followed, to its login page too', async () => {
  const portal = await https((request, response) =>
    request.url === '/v2/'
      ? reply(response, 302, { location: '/login' }, '')
      : reply(response, 200, { 'content-type': 'text/html' }, '<html>')
  );
  only(await look(portal.host), 'KR-REG-002');
  assert.equal(portal.connections, 1);
});

test('redirects to elsewhere are not followed', async () => {
  const other = await basicRegistry(CANARY);
  only(await look((await fixed(307, { location: `https://user:pw@${other.host}/v2/` })).host), 'KR-REG-005');
  only(await look((await fixed(301, { location: `http://${other.host}/v2/` })).host), 'KR-REG-005', 'plain-http');
  only(await look((await fixed(302, { location: 'https://[oops/' })).host), 'KR-REG-005', 'unreadable');
  assert.equal(other.connections, 0);
  const circle = await fixed(302, { location: '/v2/' });
  only(await look(circle.host), 'KR-REG-005', 'loop');
  assert.equal(circle.requests.length, 4);
});

test('a fault of the registry: asked once more where that can help, and counted', async () => {
  const broken = await fixed(500);
  only(await look(broken.host), 'KR-REG-003');
  assert.equal(broken.requests.length, 1);
  const busy = await fixed(503);
  const seen = await look(busy.host);
  only(seen, 'KR-REG-003', 'unavailable');
  assert.equal(busy.requests.length, 2);
  assert.equal(seen.facts.ping?.tries, 2);
});

test('a fault that passes is no finding', async () => {
  let first = true;
  const registry = await https((_, response) => {
    reply(response, first ? 502 : 200);
    first = false;
  });
  assert.deepEqual((await look(registry.host)).codes, ['KR-REG-026']);
});

test('too many requests: its pause is told, not waited for', async () => {
  const seen = await look((await fixed(429, { 'retry-after': '60' })).host);
  only(seen, 'KR-REG-004', 'with-time');
  assert.equal(seen.findings[0]?.args['seconds'], 60);
  assert.equal(seen.facts.ping?.tries, 1);
});

test('401 without a usable challenge', async () => {
  only(await look((await fixed(401)).host), 'KR-REG-006');
  only(await look((await fixed(401, { 'www-authenticate': 'Negotiate, NTLM' })).host), 'KR-REG-006', 'unknown-scheme');
  const unquoted = await fixed(401, { 'www-authenticate': 'Bearer realm=https://auth.test/token,service=x' });
  only(await look(unquoted.host), 'KR-REG-006', 'malformed');
  assert.equal(logins(unquoted), 0);
});

test('open for reading', async () => {
  const seen = await look((await fixed(200)).host);
  assert.deepEqual(seen.codes, ['KR-REG-026']);
  assert.equal(seen.facts.session?.outcome, 'not-needed');
});

test('forbidden before and after the login', async () => {
  only(await look((await fixed(403)).host), 'KR-REG-012', 'before-login');
  const registry = await https((request, response) =>
    request.headers.authorization === undefined
      ? reply(response, 401, { 'www-authenticate': 'Basic realm="x"' })
      : reply(response, 403)
  );
  only(await look(registry.host), 'KR-REG-012');
});

test('no login for the registry', async () => {
  const registry = await basicRegistry(CANARY);
  only(await look(registry.host, { login: null }), 'KR-REG-011');
  assert.equal(registry.connections, 1);
});

test('a refused login is not sent again without a click or a change', async () => {
  const registry = await basicRegistry('another password');
  only(await look(registry.host), 'KR-REG-010');
  assert.equal(logins(registry), 1);
  only(await look(registry.host), 'KR-REG-010', 'not-repeated');
  assert.equal(logins(registry), 1);
  only(await look(registry.host, { options: { clicked: true } }), 'KR-REG-010');
  assert.equal(logins(registry), 2);
  const changed = await look(registry.host, { login: basicLogin('another password') });
  assert.equal(changed.facts.session?.outcome, 'accepted');
  assert.equal(logins(registry), 3);
});

test('a refused login stays refused at its registry only', async () => {
  const [first, second] = [await basicRegistry('another password'), await basicRegistry(CANARY)];
  only(await look(first.host), 'KR-REG-010');
  assert.equal((await look(second.host)).facts.session?.outcome, 'accepted');
});

test('a certificate that is not trusted gets no login', async () => {
  const registry = await basicRegistry(CANARY, { cert: strangeServer.pem, key: strangeServer.keyPem });
  const seen = await look(registry.host);
  assert.equal(seen.outcomes['reg.login'], 'skipped');
  assert.equal(logins(registry), 0);
  assert.equal(registry.connections, 1);
});

test('another certificate on the second connection gets no login', async () => {
  const second = createServer(authority, { names: ['registry.test'] });
  let asked = 0;
  const registry = await basicRegistry(CANARY, {
    SNICallback: (_, done) => {
      asked += 1;
      const { pem: cert, keyPem: key } = asked === 1 ? server : second;
      done(null, createSecureContext({ cert, key }));
    }
  });
  const seen = await look(registry.host);
  assert.equal(seen.facts.session?.reason, 'other-certificate');
  assert.equal(seen.outcomes['reg.login'], 'unknown');
  assert.equal(logins(registry), 0);
});

test("Bearer: the registry's own login service, over the session", async () => {
  const registry = await tokenRegistry();
  const seen = await look(registry.host);
  assert.deepEqual(seen.codes, []);
  assert.equal(seen.facts.session?.outcome, 'accepted');
  assert.equal(registry.connections, 2);
  assert.deepEqual(
    registry.requests.map(({ path }) => path),
    ['/v2/', '/token?from=tests&service=registry.test', '/v2/']
  );
});

test('Bearer: a login service on another host', async () => {
  const service = await tokenRegistry();
  const registry = await tokenRegistry({ realm: () => `https://auth.test:${service.port}/token` });
  const seen = await look(registry.host, { names: { 'auth.test': service.port } });
  assert.deepEqual(seen.codes, []);
  assert.equal(seen.facts.session?.outcome, 'accepted');
  assert.equal(logins(service), 1);
  assert.deepEqual(seen.facts['login.service']?.realm?.trust, { sdk: 'ok', builder: 'ok' });
});

test('Basic and Bearer together: Bearer is taken, as the SDK does', async () => {
  const registry = await tokenRegistry({
    challenge: realm => ['Basic realm="x"', `Bearer realm="${realm}",service="registry.test"`]
  });
  assert.equal((await look(registry.host)).facts.session?.outcome, 'accepted');
});

test('a login service that cannot be reached', async () => {
  const port = await closedPort();
  const registry = await tokenRegistry({ realm: () => `https://auth.test:${port}/token` });
  only(await look(registry.host, { names: { 'auth.test': port } }), 'KR-REG-007');
  assert.equal(logins(registry), 0);
});

test('a login service that is not trusted', async () => {
  const service = await basicRegistry(CANARY, { cert: strangeServer.pem, key: strangeServer.keyPem });
  const registry = await tokenRegistry({ realm: () => `https://auth.test:${service.port}/token` });
  const seen = await look(registry.host, { names: { 'auth.test': service.port } });
  only(seen, 'KR-REG-008');
  assert.equal(seen.outcomes['reg.login'], 'skipped');
  assert.equal(logins(service) + logins(registry), 0);
});

for (const [realm, variant] of [
  ['http://auth.test/token', 'plain-http'],
  ['https://10.11.12.13/token', 'private-address'],
  ['https://169.254.169.254/token', 'private-address'],
  ['https://[::1]:8443/token', 'private-address'],
  ['https://localhost/token', 'private-address'],
  ['ftp://auth.test/token', 'unreadable'],
  ['https://2130706433.1/token', 'unreadable'],
  ['https://user:pw@auth.test/token', 'unreadable']
] as const) {
  test(`a suspicious login service gets nothing: ${realm}`, async () => {
    const registry = await tokenRegistry({ realm: () => realm });
    const seen = await look(registry.host);
    only(seen, 'KR-REG-009', variant);
    assert.equal(seen.outcomes['reg.login'], 'skipped');
    assert.equal(logins(registry), 0);
    assert.equal(registry.connections, 1);
  });
}

test('a challenge without service: the SDK cannot read it', async () => {
  const registry = await tokenRegistry({ challenge: realm => `Bearer realm="${realm}"` });
  const seen = await look(registry.host);
  only(seen, 'KR-REG-024');
  assert.deepEqual(seen.findings[0]?.consumers, { sdk: 'fails' });
});

test('the login service refuses, forbids, is at fault', async () => {
  const refusing = await tokenRegistry({ token: () => [401, '{}'] });
  only(await look(refusing.host), 'KR-REG-010', 'login-service');
  only(await look(refusing.host), 'KR-REG-010', 'not-repeated');
  assert.equal(logins(refusing), 1);
  only(await look((await tokenRegistry({ token: () => [403, '{}'] })).host), 'KR-REG-012', 'login-service');
  only(await look((await tokenRegistry({ token: () => [500, '{}'] })).host), 'KR-REG-003', 'login-service');
});

for (const [says, token, variant] of [
  ['a web page', [200, '<html>', 'text/html'], 'web-page'],
  ['no JSON', [200, 'token=abc'], undefined],
  ['no token', [200, '{"expires_in":60}'], 'no-token'],
  ['a list', [200, '["issued-token"]'], 'no-token'],
  ['an empty token', [200, '{"token":""}'], 'no-token'],
  ['a token with a line break', [200, '{"token":"issued-token\\r\\nx: y"}'], 'no-token'],
  ['more than 16 KiB', [200, JSON.stringify({ token: 'a'.repeat(20_000) })], undefined],
  ['a status that makes no sense', [418, '{}'], undefined]
] as const) {
  test(`a token answer of ${says}`, async () => {
    const registry = await tokenRegistry({ token: () => [token[0], token[1], token[2]] });
    only(await look(registry.host), 'KR-REG-025', variant);
  });
}

test('the registry refuses the token of its login service', async () => {
  only(await look((await tokenRegistry({ accepts: 'Bearer another' })).host), 'KR-REG-025', 'not-accepted');
});

test('an identity token is exchanged by POST', async () => {
  const registry = await tokenRegistry({
    token: ({ method }) => (method === 'POST' ? [200, '{"access_token":"issued-token"}'] : [405, '{}'])
  });
  const seen = await look(registry.host, { login: tokenLogin('identitytoken') });
  assert.equal(seen.facts.session?.outcome, 'accepted');
  const [, exchange] = registry.requests;
  assert.equal(exchange?.authorization, undefined);
  assert.match(
    exchange?.body ?? '',
    /^grant_type=refresh_token&service=registry\.test&.*refresh_token=canary-token_1\.2$/
  );
  const without = await tokenRegistry({ token: () => [404, '{}'] });
  only(await look(without.host, { login: tokenLogin('identitytoken') }), 'KR-REG-025', 'identity-token');
});

test('an identity token has no use without a login service', async () => {
  const registry = await basicRegistry(CANARY);
  const seen = await look(registry.host, { login: tokenLogin('identitytoken') });
  assert.equal(seen.outcomes['reg.login'], 'unknown');
  assert.equal(seen.facts.session?.reason, 'login-kind');
  assert.equal(logins(registry), 0);
});

test('a registry token goes to the registry itself', async () => {
  const registry = await tokenRegistry({ accepts: 'Bearer canary-token_1.2' });
  const seen = await look(registry.host, { login: tokenLogin('registrytoken') });
  assert.equal(seen.facts.session?.outcome, 'accepted');
  assert.equal(registry.requests.length, 2);
});

test('a registry token that cannot stand in a header line is not sent', async () => {
  const registry = await tokenRegistry();
  const seen = await look(registry.host, { login: tokenLogin('registrytoken', 'canary-token\r\nx: y') });
  assert.equal(seen.outcomes['reg.login'], 'unknown');
  assert.equal(logins(registry), 0);
  assert.ok(!seen.exits.includes('canary-token'));
});

test('a fault that comes with the login', async () => {
  const registry = await https((request, response) =>
    request.headers.authorization === undefined
      ? reply(response, 401, { 'www-authenticate': 'Basic realm="x"' })
      : reply(response, 500)
  );
  only(await look(registry.host), 'KR-REG-003', 'after-login');
});
