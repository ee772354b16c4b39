import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostArg, objectArg, type Arg } from '../../common/args.ts';
import type { Finding } from '../../common/report.ts';
import { Secret } from '../secret.ts';
import { holdsSecret } from './exit.ts';

const PASSWORD = 'p\u00e4ss"word/canary';

function finding(args: Record<string, Arg>, evidence = ''): Finding {
  return {
    code: 'KR-INT-009',
    check: 'net.port',
    severity: 'warning',
    subject: 'registry.test',
    title: '',
    explanation: '',
    args,
    evidence: [{ label: 'seen', value: evidence }],
    rootCause: true,
    fix: []
  };
}

test('finds a secret as it is, encoded, escaped, and as the name of an argument', () => {
  const secrets = [new Secret(PASSWORD)];
  const forms = [
    PASSWORD,
    Buffer.from(PASSWORD).toString('base64'),
    Buffer.from(PASSWORD).toString('base64url'),
    Buffer.from(PASSWORD).toString('hex'),
    encodeURIComponent(PASSWORD),
    JSON.stringify(PASSWORD)
  ];
  for (const form of forms) {
    assert.ok(holdsSecret([finding({ check: objectArg(`x${form}y`) })], [], secrets, []), form);
    assert.ok(holdsSecret([finding({}, `x${form}y`)], [], secrets, []), form);
    assert.ok(holdsSecret([], [{ text: '{a}', args: { a: objectArg(form) } }], secrets, []), form);
  }
  assert.ok(holdsSecret([finding({ [PASSWORD]: 1 })], [], secrets, []));
  assert.ok(!holdsSecret([finding({ check: objectArg('harmless') }, 'harmless')], [], secrets, []));
});

test('a password that is an ordinary word of the host or of our texts is no leak', () => {
  const host = 'registry.test:5000';
  assert.ok(!holdsSecret([finding({ host: hostArg(host) })], [], [new Secret('registry')], [host]));
  assert.ok(
    !holdsSecret([{ ...finding({}), explanation: 'The registry refuses.' }], [], [new Secret('registry')], [host])
  );
  assert.ok(!holdsSecret([finding({ check: objectArg('abc') })], [], [new Secret('abc')], []), 'too short to tell');
});
