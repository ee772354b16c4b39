import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { Vault } from '../secret.ts';
import { readDockerConfig, unavailableConfig } from './config.ts';
import type { DockerConfigFacts, EntryFacts } from './facts.ts';
import { privateHosts } from './hosts.ts';
import { resolveLogin } from './resolve.ts';

const HOST = 'r.test:5000';
const PASSWORD = 'Tr0ub4dor&3-canary';
const basic = (user: string, password: string): string => Buffer.from(`${user}:${password}`).toString('base64');
const AUTH = basic('ann', PASSWORD);
const GOOD = JSON.stringify({ auths: { [HOST]: { auth: AUTH } } });

function read(content: string | Uint8Array | object, vault = new Vault()): DockerConfigFacts {
  const bytes =
    content instanceof Uint8Array
      ? content
      : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  return readDockerConfig(bytes, '/home/kubeflow/.docker/config.json', vault);
}

function entry(value: unknown, key = HOST): EntryFacts {
  const [first] = read({ auths: { [key]: value } }).entries;
  assert.ok(first !== undefined);
  return first;
}

describe('state of the document', () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  const rows: [name: string, content: string | Uint8Array | object, state: string, hosts: string[]][] = [
    ['good', GOOD, 'ok', [HOST]],
    ['CRLF', GOOD.replaceAll(',', ',\r\n'), 'ok', [HOST]],
    ['empty', '', 'empty', []],
    ['blank', ' \r\n\t', 'blank', []],
    ['null', 'null\n', 'null', []],
    ['byte-order mark', `\uFEFF${GOOD}`, 'bom', [HOST]],
    ['UTF-16 with mark', utf16(`\uFEFF${GOOD}`), 'utf16', [HOST]],
    ['UTF-16 without mark', utf16(GOOD), 'utf16', [HOST]],
    ['UTF-16, big-endian', utf16(`\uFEFF${GOOD}`).swap16(), 'utf16', [HOST]],
    ['base64', Buffer.from(GOOD).toString('base64'), 'base64', [HOST]],
    ['base64 on lines', `${Buffer.from(GOOD).toString('base64').replace(/.{20}/g, '$&\n')}\n`, 'base64', [HOST]],
    [
      'Secret',
      { kind: 'Secret', data: { '.dockerconfigjson': Buffer.from(GOOD).toString('base64') } },
      'secret',
      [HOST]
    ],
    ['Secret with stringData', { kind: 'Secret', stringData: { 'config.json': GOOD } }, 'secret', [HOST]],
    ['Secret without data', { kind: 'Secret' }, 'secret', []],
    ['Secret in YAML', `apiVersion: v1\nkind: Secret\ndata:\n  config.json: ${AUTH}\n`, 'secret-text', []],
    ['wrapped', { '.dockerconfigjson': Buffer.from(GOOD).toString('base64') }, 'wrapped', [HOST]],
    ['wrapped, plain', { '.dockerconfigjson': JSON.parse(GOOD) as object }, 'wrapped', []],
    ['old layout', { [HOST]: { auth: AUTH, email: 'a@b.test' } }, 'legacy', [HOST]],
    ['array', '[]', 'not-an-object', []],
    ['string', '"auths"', 'not-an-object', []],
    ['number', '5', 'not-an-object', []],
    ['cut off', GOOD.slice(0, -3), 'syntax', []],
    ['YAML', 'auths:\n  r.test: {}\n', 'syntax', []],
    ['other object', { version: 1 }, 'ok', []]
  ];
  for (const [name, content, state, hosts] of rows) {
    test(name, () => {
      const facts = read(content);
      assert.equal(facts.document.state, state);
      assert.deepEqual(facts.hosts, hosts);
    });
  }

  test('a syntax fault has its place', () => {
    assert.deepEqual(read('{"auths": {\n  "a": }}').document, { state: 'syntax', fault: 'other', line: 2, column: 8 });
  });

  test('what follows the document is seen', () => {
    const facts = read(`${GOOD}\n${GOOD}`);
    assert.deepEqual([facts.document.state, facts.trailing], ['ok', { line: 2, column: 1 }]);
  });

  test('a file that was not read has no entries and every program goes without a login', () => {
    const facts = unavailableConfig('/x');
    assert.deepEqual([facts.document.state, facts.entries.length, facts.path], ['unavailable', 0, '/x']);
    assert.deepEqual(
      new Set(resolveLogin(facts, HOST, 'kaniko-1.3.0').readers.map(one => one.kind)),
      new Set(['anonymous'])
    );
  });
});

describe('facts of an entry', () => {
  const jwt = `h.${Buffer.from('{"sub":"x","exp":1700000000}').toString('base64url')}.s`;
  const rows: [name: string, value: unknown, expected: Partial<EntryFacts>][] = [
    [
      'good',
      { auth: AUTH },
      { auth: 'ok', user: 'present', password: 'present', finalBreak: false, placeholder: false, invisible: false }
    ],
    ['no field', {}, { auth: 'absent', user: 'absent', password: 'absent' }],
    ['null', null, { auth: 'absent' }],
    ['empty auth', { auth: '' }, { auth: 'empty', user: 'absent' }],
    ['two fields', { username: 'u', password: 'p' }, { auth: 'absent', user: 'present', password: 'present' }],
    ['number', { auth: 5 }, { auth: 'wrong-type' }],
    ['string', AUTH, { auth: 'wrong-type' }],
    ['padding missing', { auth: AUTH.replace(/=+$/, '') }, { auth: AUTH.endsWith('=') ? 'padding' : 'ok' }],
    ['padding too long', { auth: `${basic('user', 'passw')}=` }, { auth: 'padding' }],
    ['other alphabet', { auth: Buffer.from('user:p\u00ff?>~\u00fb').toString('base64url') }, { auth: 'url-safe' }],
    ['blank at the end', { auth: `${AUTH} ` }, { auth: 'blanks' }],
    ['stars', { auth: 'a*b' }, { auth: 'characters' }],
    ['not encoded', { auth: 'ann:secret-word' }, { auth: 'characters', placeholder: false }],
    ['escaped line breaks', { auth: `${AUTH.slice(0, 8)}\n${AUTH.slice(8)}\r\n` }, { auth: 'ok', finalBreak: false }],
    ['no colon', { auth: Buffer.from('annpass!').toString('base64') }, { auth: 'no-colon' }],
    ['encoded twice', { auth: Buffer.from(AUTH).toString('base64') }, { auth: 'encoded-twice' }],
    ['line break', { auth: basic('ann', 'pass\n') }, { auth: 'ok', finalBreak: true, invisible: false }],
    ['CRLF', { auth: basic('ann', 'pass\r\n') }, { finalBreak: true, invisible: false }],
    ['colon in the password', { auth: basic('ann', 'a:b:c') }, { auth: 'ok', finalBreak: false }],
    ['no user', { auth: basic('', 'pass') }, { user: 'empty', password: 'present' }],
    ['no password', { auth: basic('ann', '') }, { user: 'present', password: 'empty' }],
    ['JSON key', { auth: basic('_json_key', '{\n\t"a": 1\n}\n') }, { finalBreak: false, invisible: false }],
    ['UTF-16', { auth: Buffer.from('ann:pass', 'utf16le').toString('base64') }, { invisible: true }],
    ['mark inside', { auth: basic('\uFEFFann', 'pass') }, { invisible: true }],
    [
      'Latin-1',
      { auth: Buffer.from('ann:p\u00e4ss', 'latin1').toString('base64') },
      { notUtf8: true, invisible: false }
    ],
    ['UTF-8', { auth: basic('ann', 'päß') }, { notUtf8: false, invisible: false }],
    ['example of the guide', { auth: '<username and password in base64>' }, { placeholder: true }],
    ['dots', { auth: '...' }, { placeholder: true }],
    ['variable', { auth: '${AUTH}' }, { placeholder: true }],
    ['changeme', { auth: basic('ann', 'changeme') }, { placeholder: true }],
    ['words of a hint', { auth: basic('user', 'password') }, { placeholder: true }],
    ['user named user', { auth: basic('user', 'Xk29fz') }, { placeholder: false }],
    [
      'identity token',
      { auth: basic('<token>', ''), identitytoken: 'tok' },
      { identityToken: true, placeholder: false }
    ],
    ['registry token that ends', { registrytoken: jwt }, { registryToken: true, tokenExpires: 1_700_000_000_000 }],
    ['two logins', { auth: AUTH, username: 'bob', password: PASSWORD }, { conflict: true }],
    ['the same login twice', { auth: AUTH, username: 'ann', password: PASSWORD }, { conflict: false }],
    ['cloud', { auth: basic('AWS', 'eyJx') }, { shortLived: true }]
  ];
  for (const [name, value, expected] of rows) {
    test(name, () => {
      const facts = entry(value);
      for (const [field, wanted] of Object.entries(expected)) {
        assert.equal(facts[field as keyof EntryFacts], wanted, field);
      }
    });
  }
});

test('Go merges what Python does not', () => {
  const facts = read(
    `{"Auths": {"a.test": {"Auth": "${AUTH}"}}, "auths": {"b.test": {}}, "credHelpers": {"c.test": "pass"}}`
  );
  assert.deepEqual(facts.hosts, ['a.test', 'b.test', 'c.test']);
  assert.deepEqual(
    facts.entries.map(one => one.logins.docker.kind),
    ['login', 'anonymous']
  );
  assert.deepEqual(
    facts.pythonEntries?.map(one => one.key),
    ['b.test']
  );
  assert.deepEqual(facts.miscased, ['auth']);
  assert.deepEqual(read('{"AUTHS": {}}').miscased, ['auths']);
});

test('a repeated key counts once, with its last value', () => {
  const facts = read(`{"auths": {"a.test": {"auth": "${AUTH}"}, "a.test": {}}}`);
  assert.deepEqual(
    facts.entries.map(one => [one.key, one.repeated, one.auth]),
    [['a.test', true, 'absent']]
  );
});

test('fields of the wrong type are named with the programs that stop at them', () => {
  const wrong = read(
    '{"auths": {},\n "detachKeys": 5, "proxies": {"default": "x"}, "HttpHeaders": {"a": null, "b": 1}}'
  ).wrongTypes;
  assert.deepEqual(
    wrong.map(({ field, expected, line }) => [field, expected, line]),
    [
      ['HttpHeaders', 'object', 2],
      ['detachKeys', 'text', 2],
      ['proxies', 'object', 2]
    ]
  );
  assert.ok(wrong[0]?.families.includes('kubelet') && wrong[1]?.families.includes('containers-image') === false);
});

test('hubs come last and patterns are no registries', () => {
  const facts = read({
    auths: { 'https://index.docker.io/v1/': {}, '*.corp.test': {}, 'B.test:5000/team': {}, 'a.test': {} }
  });
  assert.deepEqual(facts.hosts, ['B.test:5000', 'a.test', 'index.docker.io']);
  assert.deepEqual(privateHosts(facts), ['B.test:5000', 'a.test']);
});

describe('the login that is tried', () => {
  const login = (auths: object, host = HOST, builder = 'kaniko-1.3.0'): string | null => {
    const vault = new Vault();
    const { credential } = resolveLogin(read({ auths }, vault), host, builder);
    return credential === null ? null : (vault.credential(credential.handle)?.username.reveal() ?? 'lost');
  };
  const of = (user: string): object => ({ auth: basic(user, 'p4ss') });
  const rows: [name: string, auths: object, user: string | null][] = [
    ['exact', { [HOST]: of('a') }, 'a'],
    ['address with slash', { [`https://${HOST}/`]: of('a') }, 'a'],
    ['only what docker knows', { [`HTTPS://${HOST}`]: of('a') }, 'a'],
    ['exact before address', { [`https://${HOST}/`]: of('a'), [HOST]: of('b') }, 'b'],
    ['another port', { 'r.test:5001': of('a') }, null],
    ['no port', { 'r.test': of('a') }, null],
    ['capital letters', { 'R.test:5000': of('a') }, null],
    ['another entry damaged', { [HOST]: of('a'), 'x.test': { auth: '*' } }, 'a'],
    ['itself damaged', { [HOST]: { auth: '*' } }, null],
    ['not UTF-8', { [HOST]: { auth: Buffer.from('a:\u00e4', 'latin1').toString('base64') } }, null],
    ['empty', { [HOST]: {} }, null]
  ];
  for (const [name, auths, user] of rows) {
    test(name, () => assert.equal(login(auths), user));
  }
  test('a builder that was not measured is read like crane', () => {
    assert.equal(login({ [`oci://${HOST}`]: of('a') }, HOST, 'kaniko-1.23.2'), 'a');
  });
  test('Docker Hub by any of its names', () => {
    assert.equal(login({ 'https://index.docker.io/v1/': of('a') }, 'docker.io'), 'a');
  });
});

describe('what stands near', () => {
  test('another port, another spelling, helper, damage', () => {
    const facts = read({
      auths: { 'r.test': {}, 'R.TEST:5000': {}, ' r.test:05000 ': {}, 'x.test': { auth: '*' } },
      credHelpers: { [HOST]: 'ecr-login' },
      credsStore: 'desktop'
    });
    const login = resolveLogin(facts, HOST, 'kaniko-1.3.0');
    assert.equal(login.entry, null);
    assert.deepEqual(
      login.otherPort.map(one => one.key),
      ['r.test']
    );
    assert.deepEqual(
      login.otherSpelling.map(one => one.host),
      ['R.TEST:5000', 'r.test:05000']
    );
    assert.deepEqual(
      login.damagedOthers.map(one => one.key),
      ['x.test']
    );
    assert.equal(login.helper, 'ecr-login');
    const { sdk, builder, nodes } = login.consumers;
    assert.deepEqual([sdk.finds, builder.finds, nodes.finds], ['unknown', 'error', 'unknown']);
    assert.equal(resolveLogin(facts, 'q.test', 'kaniko-1.3.0').helper, 'desktop');
  });
  test('the SDK is sure of the spellings that are documented', () => {
    const sdk = (auths: object): string => resolveLogin(read({ auths }), HOST, 'kaniko-1.3.0').consumers.sdk.finds;
    assert.equal(sdk({ [HOST]: { auth: AUTH } }), 'found');
    assert.equal(sdk({ [`https://${HOST}/`]: { auth: AUTH } }), 'found');
    assert.equal(sdk({ [`https://${HOST}`]: { auth: AUTH } }), 'found');
    assert.equal(sdk({ [`${HOST}/`]: { auth: AUTH } }), 'unknown');
    assert.equal(sdk({ [`https://${HOST}/v2/`]: { auth: AUTH } }), 'unknown');
    assert.equal(sdk({ [HOST]: { identitytoken: 'tok' } }), 'unknown');
    assert.equal(sdk({ [HOST]: { username: 'ann', password: 'x' } }), 'unknown');
    assert.equal(sdk({ [HOST]: {} }), 'none');
    assert.equal(sdk({ 'q.test': { auth: AUTH } }), 'none');
  });
});

/** Every form in which a secret could leave. */
function forms(secret: string): string[] {
  return [
    secret,
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1)
  ];
}

describe('no secret in facts', () => {
  const places: [name: string, content: string | object][] = [
    ['auth', { auths: { [HOST]: { auth: AUTH } } }],
    [
      'fields',
      {
        auths: { [HOST]: { username: PASSWORD, password: PASSWORD, identitytoken: PASSWORD, registrytoken: PASSWORD } }
      }
    ],
    ['key', { auths: { [PASSWORD]: {}, [`ann:${PASSWORD}`]: {}, [AUTH]: { auth: 'x' } } }],
    ['user information', { auths: { [`https://ann:${encodeURIComponent(PASSWORD)}@${HOST}/v2/?t=${PASSWORD}`]: {} } }],
    ['user information without scheme', { auths: { [`ann:${PASSWORD}@${HOST}`]: {} } }],
    ['path', { auths: { [`${HOST}/${PASSWORD}`]: {} } }],
    ['entry', { auths: { [HOST]: PASSWORD } }],
    ['damaged', { auths: { [HOST]: { auth: `${PASSWORD}*` } } }],
    ['headers', { auths: {}, HttpHeaders: { Authorization: `Basic ${AUTH}`, [PASSWORD]: '1' } }],
    ['proxies', { proxies: { default: { httpProxy: `http://ann:${PASSWORD}@p.test:3128` } } }],
    ['helper', { credsStore: PASSWORD, credHelpers: { [PASSWORD]: PASSWORD } }],
    ['unknown field', { [PASSWORD]: PASSWORD, auths: { [PASSWORD]: { [PASSWORD]: [PASSWORD] } } }],
    ['old layout', { [HOST]: { auth: AUTH }, [PASSWORD]: { auth: PASSWORD } }],
    ['Secret', { kind: 'Secret', data: { [PASSWORD]: Buffer.from(GOOD).toString('base64') } }],
    ['syntax', `{"auths": {"${HOST}": {"auth": "${AUTH}" "x": "${PASSWORD}"}}}`],
    ['base64', Buffer.from(`${GOOD.slice(0, -1)}, "${PASSWORD}": 1}`).toString('base64')]
  ];
  for (const [name, content] of places) {
    test(name, () => {
      const facts = read(content);
      const login = resolveLogin(facts, HOST, 'kaniko-1.3.0');
      const exits = [JSON.stringify([facts, login]), inspect([facts, login], { depth: Infinity })].join('\n');
      for (const form of [...forms(PASSWORD), ...forms(AUTH)]) {
        assert.equal(exits.includes(form), false, form);
      }
    });
  }

  test('the guard knows every form that a program would send', () => {
    const vault = new Vault();
    read(
      { auths: { [HOST]: { auth: AUTH }, 'q.test': { auth: 'damaged-value' }, [`https://u:in-the-key@z.test`]: {} } },
      vault
    );
    const known = vault.secrets().map(secret => secret.reveal());
    for (const secret of [PASSWORD, AUTH, 'damaged-value', 'u:in-the-key', 'in-the-key']) {
      assert.ok(known.includes(secret), secret);
    }
  });

  test('the same login is kept once', () => {
    const vault = new Vault();
    const { entries } = read({ auths: { 'a.test': { auth: AUTH }, 'b.test': { auth: AUTH } } }, vault);
    const handles = entries
      .flatMap(one => Object.values(one.logins))
      .map(one => (one.kind === 'login' ? one.credential.handle : ''));
    assert.equal(new Set(handles).size, 1);
  });
});
