import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseGoUrl } from './goUrl.ts';
import { isHub, isPublicHost, looksLikeHost } from './hosts.ts';
import { describeKey, reduceAsContainersImage, reduceAsDocker, reduceAsDocker2019, reduceAsDockerPy } from './keys.ts';

describe('every reader reduces a key in its own way', () => {
  const rows: [key: string, docker: string, old: string, image: string, python: string][] = [
    ['r.test:5000', 'r.test:5000', 'r.test:5000', 'r.test:5000', 'r.test:5000'],
    ['https://r.test:5000/v2/', 'r.test:5000', 'r.test:5000', 'r.test:5000', 'r.test:5000'],
    ['r.test:5000/team', 'r.test:5000', 'r.test:5000', 'r.test:5000/team', 'r.test:5000'],
    ['HTTPS://r.test:5000', 'r.test:5000', 'HTTPS:', 'HTTPS://r.test:5000', 'HTTPS:'],
    ['oci://R.Test:5000/x', 'R.Test:5000', 'oci:', 'oci://R.Test:5000/x', 'oci:'],
    ['https://u:p@r.test:5000', 'r.test:5000', 'u:p@r.test:5000', 'u:p@r.test:5000', 'u:p@r.test:5000'],
    ['https://r.test:443/', 'r.test:443', 'r.test:443', 'r.test:443', 'r.test:443'],
    ['https://[fd00::1]:5000', '[fd00::1]:5000', '[fd00::1]:5000', '[fd00::1]:5000', '[fd00::1]:5000'],
    ['docker.io', 'docker.io', 'docker.io', 'index.docker.io', 'docker.io'],
    ['https://index.docker.io/v1/', 'index.docker.io', 'index.docker.io', 'index.docker.io', 'docker.io']
  ];
  for (const [key, ...expected] of rows) {
    test(key, () => {
      assert.deepEqual(
        [reduceAsDocker(key), reduceAsDocker2019(key), reduceAsContainersImage(key), reduceAsDockerPy(key)],
        expected
      );
    });
  }
});

test('Go refuses some addresses', () => {
  for (const bad of [
    'https://r.test:5000 ',
    'https://r.test:port/',
    'https://[fd00::1',
    'https://r\u0001/',
    'https://a b@r.test',
    'r.test',
    'mailto:x',
    'https://r.test/%zz'
  ]) {
    assert.equal(parseGoUrl(bad), null, bad);
  }
  assert.deepEqual(parseGoUrl('https://u@R.test:5000/a?b#c'), {
    host: 'R.test:5000',
    hostname: 'R.test',
    port: '5000',
    path: '/a'
  });
  assert.deepEqual(parseGoUrl('x://[::1]:5'), { host: '[::1]:5', hostname: '::1', port: '5', path: '' });
});

describe('a key is shown only where it looks like a registry', () => {
  const rows: [raw: string, key: string, host: string | null][] = [
    ['https://u:hunter2@r.test:5000/v2/', 'https://r.test:5000/v2/', 'r.test:5000'],
    ['https://u:hunter2/x?y#z@r.test:5000/v2/', 'https://r.test:5000/v2/', 'r.test:5000'],
    ['u.v:123/hunter2@nothing', 'entry-3', null],
    [`r.test/team/img@sha256:${'0'.repeat(64)}`, 'r.test/…', 'r.test'],
    ['r.test:5000?token=hunter2', 'r.test:5000', 'r.test:5000'],
    ['r.test/Hunter2', 'r.test/…', 'r.test'],
    ['hunter2', 'entry-3', null],
    ['user:hunter2', 'entry-3', null],
    ['dXNlcjpodW50ZXIy', 'entry-3', null],
    ['', 'entry-3', null],
    ['\u001b[31m.test', 'entry-3', null],
    [' r.test:5000 ', 'r.test:5000', 'r.test:5000'],
    ['*.r.test', '*.r.test', '*.r.test'],
    ['LocalHost', 'LocalHost', 'LocalHost'],
    [`${'a'.repeat(300)}.test`, 'entry-3', null]
  ];
  for (const [raw, key, host] of rows) {
    test(JSON.stringify(raw.slice(0, 40)), () => {
      const facts = describeKey(raw, 2);
      assert.deepEqual([facts.key, facts.host], [key, host]);
      const { userinfo, ...shown } = facts;
      assert.equal(JSON.stringify(shown).includes('hunter2'), false);
      assert.equal(userinfo.startsWith('u:hunter2'), /^https:\/\/u:/.test(raw));
    });
  }
});

test('public hubs are told from private registries', () => {
  for (const host of ['docker.io', 'INDEX.docker.io', 'registry-1.docker.io:443']) {
    assert.ok(isHub(host) && isPublicHost(host), host);
  }
  assert.ok(isPublicHost('ghcr.io') && !isHub('ghcr.io'));
  for (const host of ['docker.io:5000', 'my.docker.io', 'r.test', '123456789012.dkr.ecr.eu-west-1.amazonaws.com']) {
    assert.equal(isPublicHost(host), false, host);
  }
  assert.equal(looksLikeHost('r.test:123456'), false);
});
