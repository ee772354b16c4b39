import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { inspect } from 'node:util';
import type { FactMap, FileFacts } from '../facts.ts';
import { defaultOptions } from '../options.ts';
import { Vault } from '../secret.ts';
import { caContentCollector, caFileCollector } from './ca.ts';
import { configContentCollector, configFileCollector, loginCollector } from './config.ts';
import type { CollectContext, Collector, RunOptions } from './types.ts';

const root = mkdtempSync(join(tmpdir(), 'config-'));
after(() => rmSync(root, { recursive: true, force: true }));

const HOST = 'r.test:5000';
const PASSWORD = 'canary-pa55word';
const CONFIG = JSON.stringify({ auths: { [HOST]: { auth: Buffer.from(`ann:${PASSWORD}`).toString('base64') } } });

function put(path: string, text: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function home(): string {
  return mkdtempSync(join(root, 'home-'));
}

function context(options: Partial<RunOptions> = {}, subject = ''): CollectContext {
  return {
    options: { ...defaultOptions({}), kubeflowHome: join(root, 'no-home'), ...options },
    vault: new Vault(),
    subject,
    signal: new AbortController().signal,
    limitMs: 1000,
    now: () => 0,
    resource: (_, make) => make()
  };
}

/** Runs one collector and takes its value. */
async function collect<T>(source: Collector, facts: object, at: CollectContext): Promise<T> {
  const result = await source.collect(facts as FactMap, at);
  assert.ok('value' in result);
  return result.value as T;
}

const environmentOf = (path: string): object => ({
  environment: { home: path, inPod: false, namespace: null, awsCredentials: false, missingBundle: null, variables: {} }
});

describe('where the files are looked for', () => {
  const find = (at: string, options: Partial<RunOptions> = {}): Promise<FileFacts> =>
    collect(configFileCollector, environmentOf(at), context(options));

  test('in the home folder', async () => {
    const at = home();
    const path = put(join(at, '.docker/config.json'), CONFIG);
    const facts = await find(at);
    assert.deepEqual(
      [facts.path, facts.origin, facts.isDefault, facts.state, facts.elsewhere],
      [path, 'default', true, 'file', null]
    );
  });

  test('nowhere: the home folder is named', async () => {
    const at = home();
    const facts = await find(at);
    assert.deepEqual([facts.path, facts.isDefault, facts.state], [join(at, '.docker/config.json'), true, 'missing']);
  });

  test('only in the home folder of Kaptain', async () => {
    const kubeflowHome = home();
    const path = put(join(kubeflowHome, '.docker/config.json'), CONFIG);
    const facts = await find(home(), { kubeflowHome });
    assert.deepEqual(
      [facts.path, facts.origin, facts.isDefault, facts.state, facts.elsewhere],
      [path, 'kubeflow-home', false, 'file', path]
    );
    assert.equal((await find(kubeflowHome, { kubeflowHome })).origin, 'default');
  });

  test('in both: the own home folder counts', async () => {
    const at = home();
    const kubeflowHome = home();
    put(join(at, '.docker/config.json'), CONFIG);
    const other = put(join(kubeflowHome, '.docker/config.json'), CONFIG);
    const facts = await find(at, { kubeflowHome });
    assert.deepEqual([facts.origin, facts.elsewhere], ['default', other]);
  });

  test('a file that was named replaces every search', async () => {
    const at = home();
    put(join(at, '.docker/config.json'), CONFIG);
    const named = join(at, 'other.json');
    const facts = await find(at, { dockerConfig: { path: named, origin: 'option' }, kubeflowHome: at });
    assert.deepEqual([facts.path, facts.origin, facts.isDefault, facts.state], [named, 'option', false, 'missing']);
    const usual = join(at, '.docker/config.json');
    assert.equal((await find(at, { dockerConfig: { path: usual, origin: 'setting' } })).isDefault, true);
  });

  test('the CA file has its own place', async () => {
    const at = home();
    const path = put(join(at, '.tls/certificate.crt'), 'x');
    const facts = await collect<FileFacts>(caFileCollector, environmentOf(at), context());
    assert.deepEqual([facts.path, facts.isDefault, facts.state], [path, true, 'file']);
  });
});

describe('content', () => {
  async function content(write: (path: string) => void, vault = new Vault()): Promise<FactMap['config.content']> {
    const at = home();
    mkdirSync(join(at, '.docker'));
    write(join(at, '.docker/config.json'));
    const where = { ...context(), vault };
    const file = await collect<FileFacts>(configFileCollector, environmentOf(at), where);
    return collect(configContentCollector, { 'config.file': file }, where);
  }

  test('logins go into the vault, not into facts', async () => {
    const vault = new Vault();
    const facts = await content(path => writeFileSync(path, CONFIG), vault);
    assert.deepEqual(facts.hosts, [HOST]);
    const address = { given: HOST, valid: true, hostname: 'r.test', port: 5000, kind: 'name', fault: null };
    const login = await collect<FactMap['login']>(
      loginCollector,
      { address, 'config.content': facts },
      context({}, HOST)
    );
    assert.ok(login.credential !== null);
    assert.equal(vault.credential(login.credential.handle)?.secret.reveal(), PASSWORD);
    const shown = JSON.stringify([facts, login]) + inspect([facts, login, vault], { depth: Infinity });
    assert.equal(shown.includes(PASSWORD) || shown.includes(CONFIG.slice(30, 60)), false);
  });

  for (const [name, write, state] of [
    ['nothing', () => undefined, 'unavailable'],
    ['a folder', path => mkdirSync(path), 'unavailable'],
    ['a pipe', path => execFileSync('mkfifo', [path]), 'unavailable'],
    ['too much', path => writeFileSync(path, Buffer.alloc(65 * 1024, ' ')), 'unavailable'],
    ['an empty file', path => writeFileSync(path, ''), 'empty'],
    ['binary', path => writeFileSync(path, Buffer.from([1, 2, 3, 255])), 'syntax']
  ] satisfies [string, (path: string) => void, string][]) {
    test(name, async () => {
      assert.equal((await content(write)).document.state, state);
    });
  }

  test('an address that is none has no login', async () => {
    const facts = await content(path => writeFileSync(path, CONFIG));
    const address = { given: 'a b', valid: false, hostname: '', port: 0, kind: 'name', fault: 'space' };
    const result = await loginCollector.collect({ address, 'config.content': facts } as FactMap, context({}, 'a b'));
    assert.deepEqual(result, { missing: ['address'] });
  });
});

describe('content of the CA file', () => {
  async function content(write: (path: string) => void, vault = new Vault()): Promise<FactMap['ca.content']> {
    const at = home();
    mkdirSync(join(at, '.tls'));
    write(join(at, '.tls/certificate.crt'));
    const where = { ...context(), vault };
    const file = await collect<FileFacts>(caFileCollector, environmentOf(at), where);
    return collect(caContentCollector, { 'ca.file': file }, where);
  }

  for (const [name, write, state] of [
    ['nothing', () => undefined, 'absent'],
    ['a folder', path => mkdirSync(path), 'folder'],
    ['a pipe', path => execFileSync('mkfifo', [path]), 'unreadable'],
    ['too much', path => writeFileSync(path, Buffer.alloc(1024 * 1024 + 1, ' ')), 'too-large'],
    ['a web page', path => writeFileSync(path, '<html>'), 'read']
  ] satisfies [string, (path: string) => void, string][]) {
    test(name, async () => {
      assert.equal((await content(write)).state, state);
    });
  }

  test('a private key is known to the exit guard and to no fact', async () => {
    const vault = new Vault();
    const line = Buffer.from(`${PASSWORD}${PASSWORD}${PASSWORD}`).toString('base64');
    const facts = await content(
      path => writeFileSync(path, `-----BEGIN RSA PRIVATE KEY-----\n${line}\n${line}\n-----END RSA PRIVATE KEY-----\n`),
      vault
    );
    assert.equal(JSON.stringify(facts).includes(line), false);
    const known = vault.secrets().map(secret => secret.reveal());
    assert.ok(known.includes(line) && known.includes(line + line));
  });
});
