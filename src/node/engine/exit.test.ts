import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HIDDEN } from '../../common/args.ts';
import { Secret, Vault } from '../secret.ts';
import { ExitGuard } from './exit.ts';

const PASSWORD = 'p\u00e4ss"word/canary';
const PAIR = `robot$kaptain:${PASSWORD}`;

function guard(secrets: readonly string[], openly: readonly string[] = []): ExitGuard {
  const vault = new Vault();
  secrets.forEach(secret => vault.remember(new Secret(secret)));
  return new ExitGuard(vault, openly);
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const percent = (text: string): string =>
  [...Buffer.from(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** Forms in which a server, or a program of ours, could write a password down that it got. */
const forms: Readonly<Record<string, string>> = {
  'as it is': PASSWORD,
  'in capitals': PASSWORD.toUpperCase(),
  'in small letters': PASSWORD.toLowerCase(),
  base64: base64(PASSWORD),
  'base64 without its end': base64(PASSWORD).replace(/=+$/, ''),
  'base64 for addresses': Buffer.from(PASSWORD).toString('base64url'),
  'base64 in small letters': base64(PASSWORD).toLowerCase(),
  'base64 in labels': base64(PASSWORD).replace(/.{5}/g, '$&.'),
  'base64 of a pair': base64(PAIR),
  'base64 of a pair with another start': base64(`x${PAIR}`),
  'base64 of a line around it': base64(JSON.stringify({ auth: PAIR, more: 1 })),
  'the start of base64': base64(PASSWORD).slice(0, 14),
  'the end of base64': base64(PASSWORD).slice(-14),
  hexadecimal: Buffer.from(PASSWORD).toString('hex'),
  'hexadecimal with colons': Buffer.from(PASSWORD)
    .toString('hex')
    .replace(/..(?=.)/g, '$&:')
    .toUpperCase(),
  'percent-encoded': encodeURIComponent(PASSWORD),
  'percent-encoded in small letters': encodeURIComponent(PASSWORD).toLowerCase(),
  'every byte percent-encoded': percent(PASSWORD),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(PASSWORD)),
  'percent-encoded, the signs dropped': encodeURIComponent(PASSWORD).replaceAll('%', ''),
  'a field of a form': new URLSearchParams({ password: PASSWORD }).toString(),
  'a string of JSON': JSON.stringify(PASSWORD),
  'JSON in ASCII': JSON.stringify(PASSWORD).replaceAll('\u00e4', '\\u00e4'),
  'UTF-8 read as Latin-1': Buffer.from(PASSWORD).toString('latin1'),
  'other characters replaced': PASSWORD.replaceAll(/[^a-z/]/g, '\uFFFD'),
  punycode: 'xn--pssword-canary-5hb'
};

for (const [says, form] of Object.entries(forms)) {
  test(`hides a password ${says}, wherever it stands`, () => {
    const exit = guard([PASSWORD]);
    const finding = {
      title: 'ours',
      args: { host: `x.${form}.y`, hosts: ['fine', form], label: form },
      evidence: [{ label: 'seen', value: form }]
    };
    assert.deepEqual(exit.clean(finding), {
      title: 'ours',
      args: { host: HIDDEN, hosts: ['fine', HIDDEN], label: HIDDEN },
      evidence: [{ label: 'seen', value: HIDDEN }]
    });
    assert.ok(exit.holds(finding));
    assert.ok(!exit.holds(exit.clean(finding)));
  });
}

test('hides what was cut over the texts of a list', () => {
  const pieces = base64(PASSWORD).match(/.{1,6}/g) ?? [];
  const cleaned = guard([PASSWORD]).clean(pieces);
  assert.deepEqual(new Set(cleaned), new Set([HIDDEN]));
});

test('tells of a secret in a number and in a name, which cannot be hidden', () => {
  assert.ok(guard(['31415926']).holds({ args: { seconds: 31415926 } }));
  assert.ok(guard(['Zk7canaryQ9']).holds({ summaries: { 'net.name Zk7canaryQ9': {} } }));
});

test('knows what became a secret while the run lasted', () => {
  const vault = new Vault();
  const exit = new ExitGuard(vault, []);
  assert.equal(exit.clean('eyJ0eXAi.token-7'), 'eyJ0eXAi.token-7');
  vault.remember(new Secret('eyJ0eXAi.token-7'));
  assert.equal(exit.clean('eyJ0eXAi.token-7'), HIDDEN);
});

test('a password that is an ordinary word of the host, a path or our texts is no leak', () => {
  const host = 'registry.test:5000';
  const exit = guard(['registry', 'kubeflow', 'certificate'], [host, '/home/kubeflow/.docker']);
  const finding = {
    check: 'tls.certificate',
    title: 'The registry refuses the certificate.',
    args: { host, folder: '/home/kubeflow/.docker', seconds: 5 },
    fix: [{ text: 'Ask the owner of the registry.', by: 'you', command: 'kubectl get certificate' }]
  };
  assert.deepEqual(exit.clean(finding), finding);
  assert.ok(!exit.holds(finding));
});

test('what is not enough to be a secret stays: short passwords, words that two texts share, digits', () => {
  const exit = guard(['abc12', 'my-private-registry-password-7', 'b7e2c41d9f3a5b6c7d8e9f00']);
  for (const text of [
    'abc12',
    'CN=Private Registry CA',
    'registry.example.com',
    '2026-11-28T12:24:00Z',
    'b7e2c41d9f3a:0000',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
  ]) {
    assert.equal(exit.clean(text), text);
  }
});

test('a host that the person gave does not hide what stands around it', () => {
  const exit = guard([PASSWORD], ['registry.test']);
  const encoded = base64(PASSWORD);
  assert.equal(exit.clean(`${encoded.slice(0, 6)}.registry.test.${encoded.slice(6)}`), HIDDEN);
});

test('thousands of secrets are known in little time and room', () => {
  const secrets = Array.from({ length: 3000 }, (_, index) => `S3cret-${index}-${index * 7919}-x`);
  const exit = guard(secrets);
  assert.equal(exit.clean(base64(secrets[2999] ?? '')), HIDDEN);
  const text = 'CN=registry.example.com, O=Example Company';
  assert.equal(exit.clean(text), text);
});
