import assert from 'node:assert/strict';
import { test } from 'node:test';
import { server } from './certificates.ts';
import { basicLogin, CANARY, look, type Seen } from './rig.ts';
import { basicRegistry, closedPort, http, https, logins, proxy, reply, tcp, tls } from './servers.ts';

/** The one cause, and nothing secret anywhere. */
function only(seen: Seen, code: string, variant?: string): void {
  assert.deepEqual(seen.roots, [code]);
  assert.equal(seen.findings.find(item => item.code === code)?.variant, variant);
  assert.ok(!seen.exits.includes(CANARY));
}

test('a healthy registry: two connections, one request without and one with the login', async () => {
  const registry = await basicRegistry(CANARY);
  const seen = await look(registry.host);
  assert.deepEqual(seen.codes, []);
  assert.ok(Object.values(seen.outcomes).every(outcome => outcome === 'pass'));
  assert.equal(registry.connections, 2);
  assert.deepEqual(
    registry.requests.map(({ path, authorization }) => [path, authorization !== undefined]),
    [
      ['/v2/', false],
      ['/v2/', true]
    ]
  );
  assert.ok(!seen.exits.includes(Buffer.from(CANARY).toString('base64').slice(4, 20)));
});

test('an IPv6 address is dialled, its certificate collected', async () => {
  const registry = await https((_, response) => reply(response, 200), {}, '::1');
  const seen = await look(`[::1]:${registry.port}`);
  assert.equal(seen.facts.tls?.chain.length, 1);
  assert.equal(seen.outcomes['reg.api'], 'pass');
});

for (const [given, variant] of [
  ['https://registry.test:5000', 'scheme'],
  ['registry.test:5000/team', 'path'],
  ['registry.test :5000', 'space'],
  ['registry.test:0', 'port'],
  ['robot:secret@registry.test', 'userinfo'],
  ['regi$try.test', undefined]
] as const) {
  test(`an address that is none (${variant ?? 'characters'}) is KR-NET-002 and contacts nobody`, async () => {
    const seen = await look(given);
    only(seen, 'KR-NET-002', variant);
    assert.equal(seen.outcomes['net.name'], 'skipped');
    assert.ok(!JSON.stringify(seen.findings.map(({ args }) => args)).includes('robot:secret'));
  });
}

test('a name that does not exist', async () => {
  only(await look('nowhere.test:5000'), 'KR-NET-003');
});

test('a name service without an answer, at once and never', async () => {
  const failing = (): Promise<string[]> => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' }));
  only(await look('nowhere.test:5000', { ask: failing }), 'KR-NET-004');
  const seen = await look('nowhere.test:5000', { ask: () => new Promise(() => undefined), budgetMs: 500 });
  only(seen, 'KR-NET-004');
  assert.equal(seen.outcomes['net.port'], 'skipped');
});

test("an address that is no registry's is not dialled", async () => {
  const metadata = await look('nowhere.test:5000', { ask: () => Promise.resolve(['169.254.169.254']) });
  only(metadata, 'KR-NET-005', 'link-local');
  assert.equal(metadata.outcomes['net.port'], 'skipped');
  only(await look('0.0.0.0:5000'), 'KR-NET-005');
});

test('loopback is a fault inside a pod only', async () => {
  const registry = await basicRegistry(CANARY);
  const host = `localhost:${registry.port}`;
  const ask = (): Promise<string[]> => Promise.resolve(['127.0.0.1']);
  only(await look(host, { ask, inPod: true }), 'KR-NET-005', 'loopback');
  assert.ok(!(await look(host, { ask })).codes.includes('KR-NET-005'));
});

test('nothing listens', async () => {
  const seen = await look(`registry.test:${await closedPort()}`);
  only(seen, 'KR-NET-006');
  assert.deepEqual(seen.findings[0]?.consumers, { sdk: 'fails', builder: 'unknown', nodes: 'unknown' });
  assert.equal(seen.outcomes['net.answer'], 'skipped');
});

test('no way there', async () => {
  // Linux refuses TCP to a broadcast address itself; this one belongs to the loopback network.
  const resolve = [{ host: 'registry.test', port: 5000, address: '127.255.255.255' }];
  only(await look('registry.test:5000', { options: { resolve } }), 'KR-NET-008');
});

test('one of two addresses is dead', async () => {
  const registry = await basicRegistry(CANARY);
  const resolve = ['127.0.0.2', '127.0.0.1'].map(address => ({ host: 'registry.test', port: registry.port, address }));
  only(await look(registry.host, { options: { resolve } }), 'KR-NET-012');
});

test('accepted, then silent to the limit: the port row cannot tell', async () => {
  const registry = await tcp(() => undefined);
  const seen = await look(registry.host, { budgetMs: 700 });
  only(seen, 'KR-NET-007', 'silent');
  assert.equal(seen.outcomes['net.port'], 'unknown');
});

test('accepted, then cut: one finding, and the port row cannot tell', async () => {
  for (const cut of [
    await tcp(socket => socket.on('data', () => socket.end())),
    await tcp(socket => socket.on('data', () => socket.resetAndDestroy())),
    await tcp(socket => socket.destroy())
  ]) {
    const seen = await look(cut.host);
    only(seen, 'KR-NET-009');
    assert.equal(seen.outcomes['net.port'], 'unknown');
  }
});

test('cut within the greeting', async () => {
  const registry = await tcp(socket => socket.on('data', () => socket.end(Buffer.from('160303007a02', 'hex'))));
  const seen = await look(registry.host);
  only(seen, 'KR-NET-009', 'handshake');
  assert.equal(seen.outcomes['net.port'], 'pass');
});

test('plain HTTP: seen in its own answer, no login sent', async () => {
  const registry = await http((_, response) => reply(response, 200));
  const seen = await look(registry.host);
  only(seen, 'KR-TLS-001');
  assert.equal(registry.connections, 2);
  assert.equal(logins(registry), 0);
  assert.equal(seen.findings[0]?.consumers?.builder, 'fails');
});

test('the mesh answers, over a cut greeting as well', async () => {
  const envoy = await http((_, response) => reply(response, 502, { server: 'envoy' }, ''));
  only(await look(envoy.host), 'KR-NET-013');
  const cutting = await tcp(socket =>
    socket.once('data', bytes =>
      bytes[0] === 0x16
        ? socket.destroy()
        : socket.end('HTTP/1.1 502 Bad Gateway\r\nserver: envoy\r\ncontent-length: 0\r\n\r\n')
    )
  );
  only(await look(cutting.host), 'KR-NET-013');
  const gateway = await https((_, response) => reply(response, 503, { server: 'istio-envoy' }));
  only(await look(gateway.host), 'KR-NET-013');
  const behind = { server: 'istio-envoy', 'x-envoy-upstream-service-time': '1' };
  only(await look((await https((_, response) => reply(response, 503, behind))).host), 'KR-REG-003', 'unavailable');
});

test('another kind of program', async () => {
  only(await look((await tcp(socket => socket.end('220 mail.test ESMTP ready\r\n'))).host), 'KR-NET-017');
});

test('TLS too old or none in common', async () => {
  const old = await basicRegistry(CANARY, {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'ALL:!aNULL:@SECLEVEL=0'
  });
  const seen = await look(old.host);
  only(seen, 'KR-TLS-015');
  assert.equal(seen.facts.session?.reason, 'session-not-verified');
  assert.equal(logins(old), 0);
  const alert = await tcp(socket => socket.once('data', () => socket.end(Buffer.from('15030300020246', 'hex'))));
  only(await look(alert.host), 'KR-TLS-015');
});

test('a client certificate is demanded, in both versions of TLS and by nginx', async () => {
  for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
    const demanding = await tls(() => undefined, {
      requestCert: true,
      rejectUnauthorized: true,
      ca: [server.pem],
      maxVersion
    });
    only(await look(demanding.host), 'KR-TLS-016');
  }
  const page = '<html><head><title>400 No required SSL certificate was sent</title></head></html>';
  const nginx = await https((_, response) => reply(response, 400, { 'content-type': 'text/html' }, page));
  only(await look(nginx.host), 'KR-TLS-016');
});

test('an alert that no rule covers', async () => {
  const alert = await tcp(socket => socket.once('data', () => socket.end(Buffer.from('15030300020250', 'hex'))));
  only(await look(alert.host), 'KR-INT-009');
});

test('through a proxy that works: a notice, and the login goes over the tunnel alone', async () => {
  const registry = await basicRegistry(CANARY);
  const way = await proxy();
  const seen = await look(registry.host, {
    environment: { HTTPS_PROXY: `http://proxy-user:proxy-canary%21@127.0.0.1:${way.port}` }
  });
  assert.deepEqual(seen.codes, ['KR-NET-010']);
  assert.equal(seen.outcomes['reg.login'], 'pass');
  assert.equal(seen.outcomes['net.proxy'], 'pass');
  assert.deepEqual(
    way.requests.map(({ path }) => path),
    [registry.host, registry.host]
  );
  assert.equal(way.requests[0]?.authorization, `Basic ${Buffer.from('proxy-user:proxy-canary!').toString('base64')}`);
  assert.ok(!/proxy-canary|proxy-user/.test(seen.exits));
  assert.equal(seen.facts.proxy?.proxy?.address, `127.0.0.1:${way.port}`);
});

test('an excluded registry is reached directly', async () => {
  const registry = await basicRegistry(CANARY);
  const seen = await look(registry.host, {
    environment: { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: 'registry.test' }
  });
  assert.deepEqual(seen.codes, []);
});

for (const [says, status, variant] of [
  ['forbids', 403, undefined],
  ['wants a login', 407, 'login-needed'],
  ['finds no way', 503, 'no-way']
] as const) {
  test(`a proxy that ${says}`, async () => {
    const way = await proxy(socket => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`));
    const seen = await look('registry.test:5000', { environment: { https_proxy: `127.0.0.1:${way.port}` } });
    only(seen, 'KR-NET-011', variant);
    assert.equal(seen.findings.find(({ code }) => code === 'KR-NET-010')?.variant, 'failing');
  });
}

test('a proxy that is dead, silent, cutting, none, or cannot be read', async () => {
  const through = (port: number): Parameters<typeof look>[1] => ({
    environment: { HTTPS_PROXY: `http://127.0.0.1:${port}` },
    budgetMs: 700
  });
  const dead = await look('registry.test:5000', through(await closedPort()));
  only(dead, 'KR-NET-010', 'failing');
  assert.ok(dead.codes.includes('KR-NET-006'));
  const silent = await look('registry.test:5000', through((await proxy(() => undefined)).port));
  only(silent, 'KR-NET-010', 'failing');
  assert.ok(silent.codes.includes('KR-NET-007'));
  const cutting = await look('registry.test:5000', through((await proxy(socket => socket.destroy())).port));
  only(cutting, 'KR-NET-010', 'failing');
  assert.ok(cutting.codes.includes('KR-NET-009'));
  const mail = await tcp(socket => socket.end('220 mail.test ESMTP ready\r\n'));
  only(await look('registry.test:5000', through(mail.port)), 'KR-NET-011', 'not-http');
  const unreadable = { environment: { HTTPS_PROXY: 'socks5://proxy-user:proxy-canary@[oops' } };
  const seen = await look('registry.test:5000', unreadable);
  only(seen, 'KR-NET-011', 'unusable');
  assert.ok(!/proxy-canary/.test(seen.exits));
});

test('Python and Go read NO_PROXY differently', async () => {
  const registry = await basicRegistry(CANARY);
  const seen = await look(registry.host, {
    environment: { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '.registry.test' }
  });
  only(seen, 'KR-NET-016', 'fails');
});

test('a run that is nearly over still ends with what it saw', async () => {
  const registry = await tcp(() => undefined);
  const seen = await look(registry.host, { budgetMs: 150, login: basicLogin() });
  assert.equal(seen.outcomes['net.answer'], 'fail');
  assert.equal(seen.outcomes['reg.login'], 'skipped');
});
