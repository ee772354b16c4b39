import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Report } from '../../src/common/report.ts';
import { pem, type CertificateName } from '../gauntlet/pki.ts';
import { command, inHome, type Ran } from './command.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../src/common/report.schema.json', import.meta.url), 'utf8')
) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** A registry that nobody can reach: the name does not exist (RFC 6761 6.4). */
const HOST = 'registry.test:5000';

/** Judges certificates that were given, with the CA file of a home. */
async function judge(
  { ca = 'root', chain }: { ca?: CertificateName | null; chain: readonly CertificateName[] | string },
  args: readonly string[] = []
): Promise<Ran> {
  let ran: Ran | undefined;
  await inHome({ config: null, ca: ca === null ? null : pem(ca) }, async home => {
    const path = join(home, 'chain.pem');
    await writeFile(path, typeof chain === 'string' ? chain : chain.map(pem).join(''));
    ran = await command(['check', HOST, '--no-python', '--chain', path, ...args], { home });
  });
  assert.ok(ran !== undefined);
  return ran;
}

test('certificates that fit: accepted without a connection, a login or a Docker config', async () => {
  const { status, out, err } = await judge({ chain: ['leaf-of-intermediate', 'intermediate'] });
  assert.equal(status, 0, out);
  assert.equal(err, '');
  assert.match(out, /^✓ The certificate is accepted, by the rules of each program\n/);
  assert.match(out, /Nothing was connected to, and no login\s+was tried/);
  assert.doesNotMatch(out, /KR-(FIL|CFG|NET|REG)/);
});

test('the chain is drawn as a tree, each certificate below the one that signed it', async () => {
  const { out } = await judge({ chain: ['leaf-of-intermediate', 'intermediate'] });
  const [root = '', middle = '', leaf = ''] = out
    .slice(out.indexOf('Certificates of registry.test:5000'))
    .split('\n')
    .slice(1);
  assert.match(root, /^ {2}CN=Corp Root CA, O=Demo Company \(in your CA file, until \d{4}-\d\d-\d\d\)$/);
  assert.match(middle, /^ {2}└─ CN=Corp Issuing CA, O=Demo Company \(in the registry's chain, until /);
  assert.match(leaf, /^ {5}└─ CN=registry\.test \(in the registry's chain, until /);
});

test('what is wrong stands at the certificate where it is wrong', async () => {
  const expired = await judge({ chain: ['leaf-expired'] });
  assert.equal(expired.status, 1);
  assert.match(expired.out, /└─ CN=registry\.test \(.*\)\n {7}✕ expired 3 days ago \(KR-TLS-010\)/);
  const lost = await judge({ chain: ['leaf-of-intermediate'] });
  assert.match(
    lost.out,
    / {2}\? CN=Corp Issuing CA, O=Demo Company \(neither in the chain nor in your CA file\)\n {2}└─ CN=registry\.test .*\n {7}✕ intermediate CA is not sent \(KR-TLS-005\)\n {2}CN=Corp Root CA/
  );
});

test('the tree stands in the JSON as data, and the report fits its schema', async () => {
  const { out } = await judge({ chain: ['leaf-of-other'] }, ['--format', 'json']);
  const report = JSON.parse(out) as Report;
  assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3)));
  const tree = report.registries[0]?.tree;
  assert.deepEqual(
    tree?.certificates.map(({ subject, from, signedBy, problems }) => [
      subject,
      from,
      signedBy,
      problems.map(({ code }) => code)
    ]),
    [
      ['CN=registry.test', 'sent', null, ['KR-TLS-003']],
      ['CN=Corp Root CA, O=Demo Company', 'file', null, []]
    ]
  );
  assert.deepEqual(report.registries[0]?.consumers, { sdk: 'fails', builder: 'fails', nodes: 'unknown' });
});

test('a damaged certificate of the chain keeps its place', async () => {
  const damaged = pem('intermediate').replace(/\n.{40}/, '\n');
  const { status, out } = await judge({ chain: pem('leaf-of-intermediate') + damaged });
  assert.equal(status, 1);
  assert.match(out, /number 2 of the chain/);
});

test('--at judges the same chain on another day', async () => {
  const chain = ['leaf'] as const;
  assert.equal((await judge({ chain })).status, 0);
  const later = await judge({ chain }, ['--at', '2045-01-01T00:00:00Z']);
  assert.equal(later.status, 1);
  assert.match(later.out, /KR-CRT-008/);
  const earlier = await judge({ chain }, ['--at', '2001-01-01T01:00:00+01:00']);
  assert.equal(earlier.status, 1);
  assert.match(earlier.out, /not valid yet/);
});

test('--builder decides for the builder: today’s rules, or those of a Go in between', async () => {
  const builder = async (name: string): Promise<string | undefined> => {
    const { out } = await judge({ chain: ['leaf-common-name-only'] }, ['--format', 'json', '--builder', name]);
    return (JSON.parse(out) as Report).registries[0]?.consumers.builder;
  };
  assert.deepEqual(await Promise.all(['kaniko-1.3.0', 'kaniko-current', 'go1.15'].map(builder)), [
    'ok',
    'fails',
    'fails'
  ]);
});

test('--profiles all tells every known program, for trust and for the login', async () => {
  const config = {
    auths: {
      [HOST]: { auth: Buffer.from('robot:canary-Pa55word').toString('base64') },
      [`${HOST}/team`]: { auth: Buffer.from('team:canary-Pa55word').toString('base64') }
    }
  };
  await inHome({ config, ca: pem('root') }, async home => {
    await writeFile(join(home, 'chain.pem'), pem('leaf-common-name-only'));
    const args = [
      'check',
      HOST,
      '--no-python',
      '--chain',
      join(home, 'chain.pem'),
      '--profiles',
      'all',
      '--format',
      'json'
    ];
    const { out } = await command([...args, '--image', `${HOST}/team/image:1`], { home });
    const report = JSON.parse(out) as Report;
    assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3)));
    assert.deepEqual(report.registries[0]?.profiles, {
      trust: {
        'python3.7+requests2.27+urllib3-1.26': 'ok',
        'python3.7+urllib3-2.0': 'fails',
        'python3.11+urllib3-1.26': 'ok',
        'python3.11+urllib3-2.8': 'fails',
        'python3.13+urllib3-2.8': 'fails',
        'go1.14.15': 'ok',
        'go1.15.15': 'fails',
        'go1.19.13': 'fails',
        'go1.22.12': 'fails',
        'go1.23.4': 'fails',
        'go1.26.8': 'fails'
      },
      login: {
        'docker-cli': 'basic',
        ggcr: 'basic',
        'docker-cli-2019': 'basic',
        'kaniko-1.3.0': 'basic',
        'containers-image': 'basic',
        'docker-py': 'basic',
        kubelet: 'basic'
      }
    });
    assert.doesNotMatch(out, /canary/);
  });
});

test('without the network the readers are told all the same, and trust is unknown', () =>
  inHome({ config: '{"auths": null', ca: null }, async home => {
    const { out } = await command(['check', HOST, '--offline', '--profiles', 'all', '--format', 'json'], { home });
    const profiles = (JSON.parse(out) as Report).registries[0]?.profiles;
    assert.deepEqual([...new Set(Object.values(profiles?.trust ?? {}))], ['unknown']);
    assert.equal(profiles?.login['docker-cli'], 'error');
    assert.equal(profiles?.login['docker-py'], 'anonymous');
  }));

test('without --profiles the report has no table of programs', async () => {
  const { out } = await judge({ chain: ['leaf'] }, ['--format', 'json']);
  assert.equal((JSON.parse(out) as Report).registries[0]?.profiles, undefined);
});

const UNUSABLE: [string, RegExp][] = [
  ['missing.pem', /there is no such file/],
  ['folder', /that is a folder/],
  ['note.txt', /holds no certificate in text form/],
  ['huge.pem', /larger than 1 MiB/]
];
test('a file without a certificate is wrong usage, in one line', () =>
  inHome({ config: null, ca: null }, async home => {
    await mkdir(join(home, 'folder'));
    await writeFile(join(home, 'note.txt'), 'canary\n');
    await writeFile(join(home, 'huge.pem'), ' '.repeat(1024 * 1024 + 1));
    for (const [name, message] of UNUSABLE) {
      const { status, out, err } = await command(['check', HOST, '--chain', join(home, name)], { home });
      assert.equal(status, 2, name);
      assert.equal(out, '');
      assert.match(err, message);
      assert.equal(err.trim().split('\n').length, 1);
      assert.doesNotMatch(err, /canary/);
    }
    const wrong = await command(['check', HOST, '--profiles', 'some'], { home });
    assert.equal(wrong.status, 2);
  }));
