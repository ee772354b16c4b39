import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_CONTACTS } from '../../common/contacts.ts';
import { parseArguments, UsageError } from './arguments.ts';

test('check takes hosts as typed and every option', () => {
  assert.deepEqual(
    parseArguments([
      'check',
      'My.Registry:5000',
      '--docker-config=a.json',
      '--ca-file',
      'ca.crt',
      '--offline',
      '--no-cluster',
      '--only',
      'tls,net',
      '--only',
      'REG',
      '--timeout',
      '2.5',
      '--format',
      'json',
      '--strict',
      '--resolve',
      'my.registry:5000:127.0.0.1',
      '--resolve',
      '[::1]:5000:[::1]',
      '--builder',
      'kaniko-1.3.0',
      '--at',
      '2027-01-01T00:00:00Z',
      '--chain',
      'chain.pem',
      '--profiles=all',
      '--image',
      'my.registry:5000/team/model:2',
      '--image=alpine',
      '--push',
      '--contact-registry-owner',
      'registry@corp.example',
      '[::1]:5000'
    ]),
    {
      command: 'check',
      hosts: ['My.Registry:5000', '[::1]:5000'],
      dockerConfig: 'a.json',
      caFile: 'ca.crt',
      offline: true,
      noCluster: true,
      only: ['TLS', 'NET', 'REG'],
      timeoutMs: 2500,
      format: 'json',
      strict: true,
      resolve: [
        { host: 'my.registry', port: 5000, address: '127.0.0.1' },
        { host: '::1', port: 5000, address: '::1' }
      ],
      builder: 'kaniko-1.3.0',
      python: null,
      noPython: false,
      at: Date.UTC(2027, 0, 1),
      chain: 'chain.pem',
      profiles: true,
      images: ['my.registry:5000/team/model:2', 'alpine'],
      push: true,
      contacts: { clusterAdmin: null, registryOwner: 'registry@corp.example' }
    }
  );
});

const wrong: [string[], RegExp][] = [
  [['frobnicate'], /no command "frobnicate"/],
  [['audit', 'registry.test'], /no command/],
  [['chekc'], /no command "chekc"\. Did you mean "check"\?/],
  [['mainfests'], /Did you mean "manifests"\?/],
  [['exp'], /Did you mean "explain"\?/],
  [['registry.test:5000'], /Did you mean "kaptain-registry check registry\.test:5000"\?/],
  [['help', 'logni'], /Did you mean "login"\?/],
  [['check', '--ofline'], /no option "--ofline"\. Did you mean "--offline"\?/],
  [['check', '--docker-cnofig=secret-word'], /^(?!.*secret).*Did you mean "--docker-config"\?/],
  [['check', '--format', 'jsn'], /not "jsn"\. Did you mean "json"\?/],
  [['frobnicate'], /^(?!.*Did you mean)/],
  [['check', 'https://registry.test'], /not a registry address; leave out the scheme.*: registry\.test\.$/],
  [['login', 'https://registry.test:5000/v2/'], /leave out the scheme.*: registry\.test:5000\.$/],
  [['ca', 'registry.test:5000/'], /leave out everything from the slash on.*: registry\.test:5000\.$/],
  [['check', 'registry.test:99999'], /not a registry address; the port .* is a number from 1 to 65535\.$/],
  [['check', 'a b'], /not a registry address; leave out the blanks\.$/],
  [['cell', ''], /not a registry address; give host or host:port\.$/],
  [['check', '--frob'], /no option "--frob"/],
  [['check', '--push'], /--push needs --image/],
  [['check', '--timeout'], /needs a value/],
  [['check', '--timeout', 'soon'], /takes seconds/],
  [['check', '--timeout', '0'], /takes seconds/],
  [['check', '--format', 'xml'], /takes text, json, markdown/],
  [['check', '--format', 'json', '--format', 'text'], /given twice/],
  [['check', '--strict=yes'], /takes no value/],
  [['check', '--python', '/usr/bin/python3', '--no-python'], /exclude each other/],
  [['check', '--only', 'XYZ'], /takes FIL/],
  [['check', '--at', 'tomorrow'], /RFC 3339/],
  [['check', '--resolve', 'registry.test:5000'], /HOST:PORT:ADDRESS/],
  [['check', '--resolve', 'registry.test:5000:other.test'], /HOST:PORT:ADDRESS/],
  [['cell', 'a.test', 'b.test'], /one registry at most/],
  [['explain'], /one code/],
  [['check', '--constructor'], /no option/],
  [['check', '\u001b[31mred'], /"\\u001b\[31mred"/]
];

for (const [argv, message] of wrong) {
  test(`wrong usage: ${JSON.stringify(argv)}`, () => {
    assert.throws(
      () => parseArguments(argv),
      (error: unknown) => error instanceof UsageError && message.test(error.message) && !error.message.includes('\n')
    );
  });
}

test('a login in an address is not repeated, with and without a scheme', () => {
  for (const address of ['me:secret-word@registry.test', 'https://me:secret-word@registry.test:5000']) {
    assert.throws(
      () => parseArguments(['check', address]),
      (error: unknown) =>
        error instanceof UsageError && /carries a login/.test(error.message) && !/secret/.test(error.message)
    );
  }
});

test('help and version', () => {
  assert.deepEqual(parseArguments(['help', 'login']), { command: 'help', of: 'login' });
  assert.deepEqual(parseArguments([]), { command: 'help', of: null });
  assert.deepEqual(parseArguments(['--help']), { command: 'help', of: null });
  assert.deepEqual(parseArguments(['check', 'x', '--help']), { command: 'help', of: 'check' });
  assert.deepEqual(parseArguments(['--version']), { command: 'version' });
  assert.deepEqual(parseArguments(['explain', 'kr-tls-004']), {
    command: 'explain',
    code: 'KR-TLS-004',
    contacts: NO_CONTACTS
  });
});

test('explain takes a code or a log, never both', () => {
  assert.deepEqual(parseArguments(['explain', 'kr-tls-004']), {
    command: 'explain',
    code: 'KR-TLS-004',
    contacts: NO_CONTACTS
  });
  assert.deepEqual(parseArguments(['explain', '--log', '-']), {
    command: 'explain-log',
    log: '-',
    contacts: NO_CONTACTS
  });
  assert.deepEqual(parseArguments(['explain', '--log=build.log']), {
    command: 'explain-log',
    log: 'build.log',
    contacts: NO_CONTACTS
  });
  for (const wrong of [
    [],
    ['--log'],
    ['--log='],
    ['KR-TLS-004', '--log', '-'],
    ['--log', '-', '--log', '-'],
    ['a', 'b']
  ]) {
    assert.throws(() => parseArguments(['explain', ...wrong]), UsageError, wrong.join(' '));
  }
});
