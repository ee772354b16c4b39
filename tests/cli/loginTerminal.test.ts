import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pem } from '../gauntlet/pki.ts';
import { startServer, type Registry } from '../gauntlet/server.ts';
import { inHome } from './command.ts';
import { Typist } from './terminal.ts';

let registry: Registry;
before(async () => {
  registry = await startServer(['leaf'], {});
});
beforeEach(() => {
  registry.logins = 0;
});
after(() => registry.close());

const ENTER = '\r';

function login(home: string, ...more: string[]): Typist {
  return new Typist(['login', registry.host, '--resolve', `${registry.host}:127.0.0.1`, ...more], home);
}

function written(home: string): string | null {
  const path = join(home, '.docker', 'config.json');
  if (!existsSync(path)) {
    return null;
  }
  const { auths } = JSON.parse(readFileSync(path, 'utf8')) as { auths: Record<string, { auth: string }> };
  return Buffer.from(auths[registry.host]?.auth ?? '', 'base64').toString();
}

const withCa = (run: (home: string) => Promise<void>): Promise<void> => inHome({ config: null, ca: pem('root') }, run);

describe('a login that is typed', () => {
  test('is asked for, tried once, written, and the password is never shown', () =>
    withCa(async home => {
      const typist = login(home);
      await typist.sees(/User name for registry\.test:\d+: /);
      typist.type(registry.user + ENTER);
      await typist.sees(/Password \(not shown\): /);
      typist.type(registry.password + ENTER);
      assert.equal(await typist.end(), 0, typist.shown);
      assert.match(typist.shown, /accepts this login/);
      assert.ok(!typist.shown.includes(registry.password));
      assert.ok(typist.shown.includes(registry.user), 'the user name is');
      assert.equal(written(home), `${registry.user}:${registry.password}`);
      assert.equal(registry.logins, 1);
    }));

  test('can be corrected: backspace over letters of any script, Ctrl-U, arrow keys', () =>
    withCa(async home => {
      const typist = login(home);
      await typist.sees(/User name/);
      typist.type(`x\u0015${registry.user}äß\u007f\u007f${ENTER}`);
      await typist.sees(/Password/);
      typist.type(`wrong\u0015\u001b[D\u001bOA${registry.password}é\u0008${ENTER}`);
      assert.equal(await typist.end(), 0, typist.shown);
      assert.equal(written(home), `${registry.user}:${registry.password}`);
    }));

  test('can be pasted with its line break', () =>
    withCa(async home => {
      const typist = login(home, '--username', registry.user);
      await typist.sees(/Password/);
      typist.type(`\u001b[200~${registry.password}\n\u001b[201~`);
      assert.equal(await typist.end(), 0, typist.shown);
      assert.equal(written(home), `${registry.user}:${registry.password}`);
    }));

  test('can be pasted whole: user name and password, a line each', () =>
    withCa(async home => {
      const typist = login(home);
      await typist.sees(/User name/);
      typist.type(`\u001b[200~${registry.user}\r\n${registry.password}\r\n\u001b[201~`);
      assert.equal(await typist.end(), 0, typist.shown);
      assert.ok(!typist.shown.includes(registry.password));
      assert.equal(written(home), `${registry.user}:${registry.password}`);
    }));

  test('on a terminal that takes plain text alone it is shown without a single sequence', () =>
    withCa(async home => {
      const args = ['login', registry.host, '--resolve', `${registry.host}:127.0.0.1`];
      const typist = new Typist(args, home, 'dumb');
      await typist.sees(/User name for registry\.test:\d+: /);
      typist.type(`${registry.user}x\u007f${ENTER}`);
      await typist.sees(/Password \(not shown\): /);
      typist.type(registry.password + ENTER);
      assert.equal(await typist.end(), 0, typist.shown);
      assert.equal(written(home), `${registry.user}:${registry.password}`);
      assert.ok(!typist.shown.includes('\u001b'), JSON.stringify(typist.shown));
      assert.ok(typist.shown.includes(`: ${registry.user}x\b \b`), 'the user name is shown as it is typed');
      assert.ok(!typist.shown.includes(registry.password));
    }));

  test('Ctrl-C while the registry is looked at says that nothing happened', () =>
    withCa(async home => {
      const silent = createServer();
      await new Promise<void>(listening => silent.listen(0, '127.0.0.1', listening));
      const { port } = silent.address() as { port: number };
      const asked = new Promise(connected => silent.once('connection', connected));
      try {
        const typist = new Typist(['login', `127.0.0.1:${port}`], home);
        await asked;
        typist.type('\u0003');
        assert.equal(await typist.end(), 130, typist.shown);
        assert.match(typist.shown, /Stopped\. No login was sent and nothing was written\./);
      } finally {
        silent.close();
      }
    }));

  for (const [name, text] of [
    ['marked by the terminal', `\u001b[200~first\nsecond\u001b[201~`],
    ['not marked', 'first\rsecond\r']
  ] as const) {
    test(`a paste of two lines for the password is not sent, ${name}`, () =>
      withCa(async home => {
        const typist = login(home, '--username', registry.user);
        await typist.sees(/Password/);
        typist.type(text);
        assert.equal(await typist.end(), 2, typist.shown);
        assert.match(typist.shown, /More than one line was given as the password\. No\s+login\s+was\s+sent/);
        assert.equal(registry.logins, 0);
        assert.equal(written(home), null);
      }));
  }

  for (const [name, keys] of [
    ['Ctrl-C', '\u0003'],
    ['Ctrl-C behind a half password', 'half\u0003'],
    ['Ctrl-D', '\u0004']
  ] as const) {
    test(`${name} ends it: nothing sent, nothing written, status 130`, () =>
      withCa(async home => {
        const typist = login(home, '--username', registry.user);
        await typist.sees(/Password/);
        typist.type(keys);
        assert.equal(await typist.end(), 130, typist.shown);
        assert.match(typist.shown, /No login was sent and nothing was written/);
        assert.equal(registry.logins, 0);
        assert.equal(written(home), null);
      }));
  }

  test('a registry that is not trusted: the reason comes before any question', () =>
    inHome({ config: null, ca: pem('other-root') }, async home => {
      const typist = login(home);
      assert.equal(await typist.end(), 1, typist.shown);
      assert.doesNotMatch(typist.shown, /User name|Password \(/);
      assert.match(typist.shown, /KR-TLS-003/);
      assert.match(typist.shown, /No login was sent and nothing was written/);
      assert.equal(registry.logins, 0);
    }));

  test('a user name with a colon and an empty password are refused before anything is sent', () =>
    withCa(async home => {
      const colon = login(home);
      await colon.sees(/User name/);
      colon.type(`a:b${ENTER}`);
      assert.equal(await colon.end(), 2);
      assert.match(colon.shown, /cannot hold a colon/);
      const empty = login(home, '--username', registry.user);
      await empty.sees(/Password/);
      empty.type(ENTER);
      assert.equal(await empty.end(), 2);
      assert.match(empty.shown, /The password is empty/);
      assert.equal(registry.logins, 0);
    }));
});
