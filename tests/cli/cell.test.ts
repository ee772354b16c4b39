import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { command, inHome } from './command.ts';

const SECRET = 'not-a-secret-canary';
const login = { auth: Buffer.from(`me:${SECRET}`).toString('base64') };
const configOf = (...hosts: string[]): object => ({ auths: Object.fromEntries(hosts.map(host => [host, login])) });

test('without HOST the cell is for the only private registry of the Docker config', () =>
  inHome({ config: configOf('https://index.docker.io/v1/', 'https://my.corp.test:5000/v2/'), ca: null }, async home => {
    const { status, out, err } = await command(['cell'], { home });
    assert.equal(status, 0, err);
    assert.match(out, /^config\.docker_registry_url = "my\.corp\.test:5000"$/m);
    assert.match(err, /config\.json: my\.corp\.test:5000$/m);
    assert.ok(!(out + err).includes(SECRET) && !(out + err).includes(login.auth));
  }));

test('--docker-config names the file that is read', () =>
  inHome({ config: configOf('a.corp.test'), ca: null }, async home => {
    const other = join(home, 'config.json');
    await writeFile(other, JSON.stringify(configOf('a.corp.test', 'b.corp.test')));
    const { status, out, err } = await command(['cell', '--docker-config', other], { home });
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, /names 2 registries \(a\.corp\.test, b\.corp\.test\); name one of them\./);
  }));

test('with none to choose, the person is told what to name, and nothing is printed that could be run', async () => {
  for (const [config, reason] of [
    [null, /there is no Docker config at /],
    [{}, /names no private registry/],
    [configOf('docker.io'), /names no private registry/],
    ['{', /is not a valid Docker config/]
  ] as const) {
    await inHome({ config, ca: null }, async home => {
      const { status, out, err } = await command(['cell'], { home });
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(err, reason);
      assert.match(err, /name the registry, for example "kaptain-registry cell my\.private\.registry:5000"/);
    });
  }
});

test('with HOST no file is opened', () =>
  inHome({ config: '{', ca: null }, async home => {
    const { status, out, err } = await command(['cell', 'my.corp.test'], { home });
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /"my\.corp\.test"/);
  }));
