import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trustOf } from './measured.ts';
import { builderProfiles, isBuilder, pythonProfiles } from './profiles.ts';

test('a builder by its Go: measured, between two, newer than all', () => {
  assert.deepEqual(builderProfiles('kaniko-1.3.0'), ['go1.14.15']);
  assert.deepEqual(builderProfiles('go1.19'), ['go1.19.13']);
  assert.deepEqual(builderProfiles('go1.17'), ['go1.15.15', 'go1.19.13']);
  assert.deepEqual(builderProfiles('go1.99'), ['go1.26.8']);
  assert.deepEqual(builderProfiles('podman'), []);
  for (const name of ['go1.13', 'go1.014', 'go1.', 'go1.1000', 'go2.1', 'toString']) {
    assert.equal(isBuilder(name), false, name);
  }
});

test('between two versions that differ nothing is claimed, between two that agree their verdict holds', () => {
  const builder = (measured: string, name: string): string => trustOf(measured, { builder: name }).consumers.builder;
  // SHA-1 went between 1.15 and 1.19, negative serials between 1.22 and 1.23.
  assert.deepEqual(
    ['go1.15', 'go1.17', 'go1.19'].map(name => builder('leaf-sha1', name)),
    ['ok', 'unknown', 'fails']
  );
  assert.deepEqual(
    ['go1.22', 'go1.23', 'go1.24'].map(name => builder('serial-negative', name)),
    ['ok', 'fails', 'fails']
  );
  assert.deepEqual(
    ['go1.14', 'go1.18', 'go1.25', 'podman'].map(name => builder('good', name)),
    ['ok', 'ok', 'ok', 'unknown']
  );
});

test('a Python by its versions', () => {
  const profiles = (python: string, urllib3: string | null, openssl = 'OpenSSL 3.0.19'): readonly string[] | null =>
    pythonProfiles({ python, openssl, urllib3 });
  const plain = ['python3.7+urllib3-2.0', 'python3.11+urllib3-2.8'];
  assert.deepEqual(profiles('3.13.0', '2.8.0'), ['python3.13+urllib3-2.8']);
  assert.deepEqual(profiles('3.14.1', '2.3.0'), plain);
  assert.deepEqual(profiles('3.11.7', '2.4.0'), plain);
  assert.deepEqual(profiles('3.8.18', '1.26.18'), ['python3.7+requests2.27+urllib3-1.26', 'python3.11+urllib3-1.26']);
  assert.equal(profiles('3.11.7', null), null);
  assert.equal(profiles('3.11.7', '2.4.0', 'OpenSSL 1.1.1w'), null);
});
