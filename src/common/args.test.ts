import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateArg, errorClassArg, fingerprintArg, hostArg, objectsArg, pathArg, subjectArg } from './args.ts';

test('a host keeps nothing of what stands before an @', () => {
  assert.equal(hostArg('user:hunter2@registry.test:5000'), 'registry.test:5000');
  assert.equal(hostArg('registry.test:5000'), 'registry.test:5000');
  assert.equal(hostArg('[::1]:5000'), '[::1]:5000');
});

test('text from outside cannot steer a terminal or a page', () => {
  assert.equal(subjectArg('CN=\u001b[31mred\u202Eevil'), 'CN=\\u001b[31mred\\u202eevil');
  assert.equal(pathArg('/a\nb'), '/a\\u000ab');
  assert.equal(hostArg('<img src=x>'), '\uFFFDimg\uFFFDsrc\uFFFDx\uFFFD');
  assert.equal(hostArg('a\u202eb'), 'a\\u202eb');
});

test('every value has a largest length', () => {
  assert.equal(hostArg('a'.repeat(10_000)).length, 255);
  assert.equal(pathArg('/'.repeat(10_000)).length, 4096);
  assert.equal(subjectArg('a'.repeat(10_000)).length, 256);
  assert.equal(objectsArg(Array.from({ length: 50 }, () => 'x')).length, 20);
});

test('dates, classes and fingerprints have one form', () => {
  assert.equal(dateArg(0), '1970-01-01T00:00:00Z');
  assert.equal(dateArg(Number.NaN), 'unknown');
  assert.equal(errorClassArg('ECONNREFUSED'), 'ECONNREFUSED');
  assert.equal(errorClassArg('password is hunter2'), 'OTHER');
  assert.equal(fingerprintArg('ab'.repeat(32)), Array.from({ length: 32 }, () => 'AB').join(':'));
  assert.equal(fingerprintArg('hunter2'), 'unknown');
});
