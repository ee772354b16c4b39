import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pem } from '../gauntlet/pki.ts';
import { startServer, type Registry } from '../gauntlet/server.ts';
import { command, inHome } from './command.ts';

let registry: Registry;
before(async () => {
  registry = await startServer(['leaf'], {
    repositories: { 'team/img': { tags: ['latest'] }, 'base/python': { tags: ['3.11'], push: false } }
  });
});
after(() => registry.close());

/** The command with the two files of a notebook that works. */
async function check(...options: string[]): Promise<Awaited<ReturnType<typeof command>>> {
  const { host, user, password } = registry;
  const config = { auths: { [host]: { auth: Buffer.from(`${user}:${password}`).toString('base64') } } };
  const ended: Awaited<ReturnType<typeof command>>[] = [];
  await inHome({ config, ca: pem('root') }, async home => {
    ended.push(await command(['check', host, '--resolve', `${host}:127.0.0.1`, ...options], { home }));
  });
  const [only] = ended;
  assert.ok(only !== undefined);
  return only;
}

test('with consent the push to the first image and the pull of the others are tested', async () => {
  const { host } = registry;
  const { status, out } = await check(
    '--image',
    `${host}/team/new-model:1`,
    '--image',
    `${host}/base/python:3.11`,
    '--push'
  );
  assert.equal(status, 0, out);
  assert.match(out, /^✓ Login, certificate and push work here\n/);
  assert.deepEqual(registry.uploads, { begun: 1, cancelled: 1 });
});

test('without consent no upload is begun', async () => {
  const before = registry.uploads.begun;
  const { status, out } = await check('--image', `${registry.host}/team/img:latest`);
  assert.equal(status, 0, out);
  assert.match(out, /Not tested yet: push/);
  assert.equal(registry.uploads.begun, before);
});

test('a push that is refused, a tag and a name that are wrong: the cause, and exit status 1', async () => {
  for (const [options, code] of [
    [['--image', `${registry.host}/base/python:3.11`, '--push'], 'KR-REG-016'],
    [['--image', `${registry.host}/base/python:3.12`], 'KR-REG-014'],
    [['--image', `${registry.host}/Base/python`], 'KR-REG-020']
  ] as const) {
    const { status, out } = await check(...options);
    assert.equal(status, 1, out);
    assert.match(out.split('\n').slice(0, 2).join(' '), new RegExp(code));
  }
});

test('consent without an image is wrong usage', async () => {
  const { status, err } = await check('--push');
  assert.equal(status, 2);
  assert.match(err, /--push needs --image/);
});
