import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { severityOf, textsOf, type FindingDraft } from '../../common/finding.ts';
import { readDockerConfig, unavailableConfig } from '../docker/config.ts';
import { resolveLogin } from '../docker/resolve.ts';
import type { EnvironmentFacts, FactName } from '../facts.ts';
import type { PingFacts, SessionFacts } from '../registry/facts.ts';
import { Vault } from '../secret.ts';
import { cfgChecks } from './cfg.ts';
import type { CheckInput, Judgement } from './types.ts';

const PATH = '/home/kubeflow/.docker/config.json';
const HOST = 'r.test:5000';
const PASSWORD = 'canary-pa55word';
const basic = (user = 'ann', password = PASSWORD): string => Buffer.from(`${user}:${password}`).toString('base64');
const GOOD = { auth: basic() };

const environment: EnvironmentFacts = {
  home: '/home/kubeflow',
  inPod: true,
  namespace: 'team-a',
  awsCredentials: false,
  missingBundle: null,
  variables: {}
};
const ping = (status: number): PingFacts => ({ outcome: 'answered', status }) as PingFacts;

function judge(
  id: string,
  content: string | object,
  optional: object = {},
  host = HOST,
  at = Date.UTC(2026, 10, 24)
): Judgement {
  const found = cfgChecks.find(one => one.id === id);
  assert.ok(found !== undefined);
  const config = readDockerConfig(
    Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    PATH,
    new Vault()
  );
  const login = resolveLogin(config, host, 'kaniko-1.3.0');
  const subject = found.subject === 'registry' ? host : PATH;
  const facts = { 'config.content': config, environment, login, ...optional };
  const judgement = found.run({
    facts,
    subject,
    at,
    builder: 'kaniko-1.3.0',
    tested: [],
    leftOut: 0
  } as unknown as CheckInput<FactName>);
  for (const finding of judgement.findings) {
    assert.ok(found.emits.includes(finding.code), finding.code);
    const exits = JSON.stringify([finding, textsOf(finding)]) + inspect(finding, { depth: Infinity });
    assert.doesNotMatch(JSON.stringify(textsOf(finding)), /\{[a-zA-Z]\w*\}/);
    assert.equal(exits.includes(PASSWORD) || exits.includes(basic()), false, finding.code);
  }
  return judgement;
}

const says = (findings: readonly FindingDraft[]): string[] =>
  findings.map(one => [one.code, one.variant, severityOf(one)].filter(part => part !== undefined).join(' '));

const format = (content: string | object): string[] => says(judge('cfg.format', content).findings);
const others = (content: string | object): string[] => says(judge('cfg.entries', content).findings);
const login = (auths: object, optional: object = { ping: ping(401) }, host = HOST): string[] =>
  says(judge('cfg.login', { auths }, optional, host).findings);

describe('the document', () => {
  const text = JSON.stringify({ auths: { [HOST]: GOOD } });
  const rows: [name: string, content: string | object, expected: string[]][] = [
    ['good', text, []],
    ['good, with line ends of Windows', text.replaceAll(':{', ':\r\n{'), []],
    ['empty: said of the file', '', []],
    ['cut off', text.slice(0, -5), ['KR-CFG-001 truncated error']],
    ['a comma too many', `${text.slice(0, -1)},}`, ['KR-CFG-001 comma error']],
    ['other quotes', text.replaceAll('"', "'"), ['KR-CFG-001 quotes error']],
    ['a comment', `// x\n${text}`, ['KR-CFG-001 comment error']],
    ['text behind', `${text}\nEOF`, ['KR-CFG-001 after-end error']],
    ['nested', '['.repeat(1000), ['KR-CFG-001 too-deep error']],
    ['a list', [], ['KR-CFG-001 not-an-object error']],
    ['YAML', 'auths:\n', ['KR-CFG-001 error']],
    ['binary', '\u0001\u0002', ['KR-CFG-001 error']],
    ['base64', Buffer.from(text).toString('base64'), ['KR-CFG-002 error']],
    ['byte-order mark', `\uFEFF${text}`, ['KR-CFG-003 error']],
    ['UTF-16', Buffer.from(text, 'utf16le').toString('latin1'), ['KR-CFG-003 utf16 error']],
    ['old layout', { [HOST]: GOOD }, ['KR-CFG-004 error']],
    ['login on two lines', text.replace(basic(), `${basic().slice(0, 5)}\n${basic().slice(5)}`), ['KR-CFG-012 error']],
    ['blanks', ' \n', ['KR-CFG-025 error']],
    ['null', 'null', ['KR-CFG-025 null error']],
    ['Secret', { kind: 'Secret', data: {} }, ['KR-CFG-026 error']],
    ['Secret in YAML', 'kind: Secret\n', ['KR-CFG-026 error']],
    ['wrapped', { '.dockerconfigjson': Buffer.from(text).toString('base64') }, ['KR-CFG-026 wrapped error']],
    ['a field of the wrong kind', { auths: {}, detachKeys: 5 }, ['KR-CFG-027 error']],
    ['a list of logins that is none', { auths: [] }, ['KR-CFG-027 auths error']],
    ['two sections', `{"auths": {"${HOST}": {"auth": "${basic()}"}}, "auths": {}}`, ['KR-CFG-018 section warning']],
    ['capital letters', { Auths: { [HOST]: { Auth: basic() } } }, ['KR-CFG-028 warning', 'KR-CFG-028 warning']]
  ];
  for (const [name, content, expected] of rows) {
    test(name, () => assert.deepEqual(format(content), expected));
  }

  test('bytes that are no UTF-8', () => {
    const bytes = Buffer.from(`{"auths": {}, "psFormat": "\u00e4"}`, 'latin1');
    const found = cfgChecks.find(one => one.id === 'cfg.format');
    const facts = { 'config.content': readDockerConfig(bytes, PATH, new Vault()), environment };
    const findings = found?.run({ facts } as unknown as CheckInput<FactName>).findings ?? [];
    assert.deepEqual(says(findings), ['KR-CFG-003 not-utf8 error']);
  });

  test('a file that was replaced after it was found', () => {
    const found = cfgChecks.find(one => one.id === 'cfg.format');
    const facts = { 'config.content': unavailableConfig(PATH, 'changing'), environment };
    const findings = found?.run({ facts } as unknown as CheckInput<FactName>).findings ?? [];
    assert.deepEqual(says(findings), ['KR-FIL-010 changing warning']);
  });

  test('a fault has its place and the file as subject', () => {
    const [finding] = judge('cfg.format', '{\n "a": x}').findings;
    assert.deepEqual([finding?.subject, finding?.args['line'], finding?.args['column']], [PATH, 2, 7]);
  });

  test('what cannot be read leaves the other checks without a verdict', () => {
    for (const id of ['cfg.entries', 'cfg.login']) {
      for (const content of ['{', 'null', '', { kind: 'Secret' }]) {
        const judgement = judge(id, content);
        assert.deepEqual([judgement.findings, judgement.unknown], [[], true]);
      }
    }
    assert.equal(judge('cfg.login', { auths: [] }).unknown, true);
  });
});

describe('the login of a registry that asks for one', () => {
  const jwt = `h.${Buffer.from('{"exp":1700000000}').toString('base64url')}.s`;
  const rows: [name: string, auths: object, expected: string[]][] = [
    ['exact', { [HOST]: GOOD }, []],
    ['as in the guide', { [`https://${HOST}/`]: GOOD }, []],
    ['beside Docker Hub', { [HOST]: GOOD, 'https://index.docker.io/v1/': { auth: basic('hub', 'x1') } }, []],
    ['beside an empty entry', { [HOST]: GOOD, 'q.test': {} }, []],
    ['a token', { [HOST]: { auth: basic('<token>', ''), identitytoken: 'tok' } }, ['KR-CFG-008 token info']],
    ['a password with colon and umlaut', { [HOST]: { auth: basic('ann', 'a:ß') } }, []],
    ['nothing at all', {}, ['KR-CFG-005 error']],
    ['another registry', { 'q.test': GOOD }, ['KR-CFG-006 error']],
    ['capital letters', { 'R.test:5000': GOOD }, ['KR-CFG-006 spelling error']],
    ['a blank', { [`${HOST} `]: GOOD }, ['KR-CFG-006 spelling error']],
    ['a pattern', { '*.test:5000': GOOD }, ['KR-CFG-006 pattern error']],
    ['an empty entry before the login', { [HOST]: {}, [`https://${HOST}`]: GOOD }, ['KR-CFG-014 hides error']],
    ['a token alone', { [HOST]: { identitytoken: 'tok' } }, ['KR-CFG-008 token info']],
    ['another port', { 'r.test:5001': GOOD }, ['KR-CFG-007 error']],
    ['no port', { 'https://r.test/v2/': GOOD }, ['KR-CFG-007 error']],
    ['a slash at the end', { [`${HOST}/`]: GOOD }, ['KR-CFG-008 info']],
    ['another scheme', { [`oci://${HOST}`]: GOOD }, ['KR-CFG-008 builder warning']],
    ['two fields', { [HOST]: { username: 'ann', password: PASSWORD } }, ['KR-CFG-008 two-fields info']],
    ['not encoded', { [HOST]: { auth: `ann:${PASSWORD}` } }, ['KR-CFG-009 error']],
    ['padding', { [HOST]: { auth: `${basic('ann', 'x')}=` } }, ['KR-CFG-009 padding error']],
    [
      'other alphabet',
      { [HOST]: { auth: Buffer.from('user:p\u00ff?>~\u00fb').toString('base64url') } },
      ['KR-CFG-009 url-safe error']
    ],
    ['blanks', { [HOST]: { auth: ` ${basic()}` } }, ['KR-CFG-009 blanks error']],
    ['a number', { [HOST]: { auth: 7 } }, ['KR-CFG-009 not-text error']],
    ['a wrong e-mail', { [HOST]: { ...GOOD, email: 7 } }, ['KR-CFG-009 not-text error']],
    ['no colon', { [HOST]: { auth: Buffer.from('annpass!').toString('base64') } }, ['KR-CFG-010 error']],
    [
      'encoded twice',
      { [HOST]: { auth: Buffer.from(basic()).toString('base64') } },
      ['KR-CFG-010 encoded-twice error']
    ],
    ['line break', { [HOST]: { auth: basic('ann', `${PASSWORD}\n`) } }, ['KR-CFG-011 error']],
    ['placeholder', { [HOST]: { auth: '<username and password in base64>' } }, ['KR-CFG-013 error']],
    ['empty', { [HOST]: {} }, ['KR-CFG-014 error']],
    ['no user', { [HOST]: { auth: basic('') } }, ['KR-CFG-014 user error']],
    ['no password', { [HOST]: { auth: basic('ann', '') } }, ['KR-CFG-014 password error']],
    ['two logins in one', { [HOST]: { ...GOOD, username: 'bob' } }, ['KR-CFG-015 warning']],
    ['token that ended', { [HOST]: { registrytoken: jwt } }, ['KR-CFG-017 error']],
    ['two keys, two logins', { [HOST]: GOOD, [`https://${HOST}/`]: { auth: basic('bob') } }, ['KR-CFG-018 warning']],
    ['two keys, one login', { [HOST]: GOOD, [`https://${HOST}/`]: GOOD }, ['KR-CFG-018 same-login info']],
    ['password in the key', { [`https://ann:${PASSWORD}@${HOST}`]: {} }, ['KR-CFG-019 error', 'KR-CFG-014 error']],
    [
      'password in the key, without scheme',
      { [`ann:${PASSWORD}@${HOST}`]: {} },
      ['KR-CFG-019 error', 'KR-CFG-006 spelling error']
    ],
    ['cloud', { [HOST]: { auth: basic('AWS') } }, ['KR-CFG-021 warning']],
    ['another entry damaged', { [HOST]: GOOD, 'q.test': { auth: '*' } }, ['KR-CFG-023 error']],
    ['both damaged', { [HOST]: { auth: '*' }, 'q.test': { auth: '*' } }, ['KR-CFG-009 error', 'KR-CFG-023 error']],
    ['one folder', { [`${HOST}/team`]: GOOD }, ['KR-CFG-024 warning']],
    ['one folder beside the registry', { [HOST]: GOOD, [`${HOST}/team`]: { auth: basic('bob') } }, []],
    [
      'Latin-1',
      { [HOST]: { auth: Buffer.from('ann:p\u00e4ss', 'latin1').toString('base64') } },
      ['KR-CFG-029 warning']
    ],
    [
      'UTF-16',
      { [HOST]: { auth: Buffer.from('ann:pass', 'utf16le').toString('base64') } },
      ['KR-CFG-029 invisible error']
    ]
  ];
  for (const [name, auths, expected] of rows) {
    test(name, () => assert.deepEqual(login(auths), expected));
  }

  test('443 is the usual port for a browser only', () => {
    const asked = (key: string, host: string): string[] => login({ [key]: GOOD }, { ping: ping(401) }, host);
    assert.deepEqual(asked('r.test', 'r.test:443'), ['KR-CFG-007 default-port error']);
    assert.deepEqual(asked('r.test:443', 'r.test'), ['KR-CFG-007 default-port error']);
  });

  test('the entry as it should read: other fields stay, values are dots', () => {
    const entry = (auths: object): string | undefined =>
      judge('cfg.login', { auths }, { ping: ping(401) })
        .findings.map(one => textsOf(one).fix.map(step => step.text))
        .flat()
        .map(text => /"[^"]*": \{.*\}/.exec(text)?.[0])
        .find(text => text !== undefined);
    const dots = `"${HOST}": {"auth": "•••"}`;
    assert.equal(entry({ 'r.test': { ...GOOD, email: 'a@b.test' } }), `"${HOST}": {"auth": "•••", "email": "•••"}`);
    assert.equal(entry({ 'R.test:5000': GOOD }), dots);
    assert.equal(entry({ [HOST]: { ...GOOD, username: 'bob', password: 'x' } }), dots);
    assert.equal(entry({ [HOST]: GOOD, [`https://${HOST}/`]: { auth: basic('bob') } }), dots);
    assert.equal(entry({ [`https://ann:${PASSWORD}@${HOST}`]: {} }), dots);
    assert.equal(entry({ [`${HOST}/team`]: GOOD }), dots);
    assert.equal(entry({ [HOST]: GOOD, 'q.test': { auth: '*' } }), '"q.test": {"auth": "•••"}');
    assert.equal(
      entry({ [HOST]: { identitytoken: `h.${Buffer.from('{"exp":1}').toString('base64url')}.s` } }),
      `"${HOST}": {"identitytoken": "•••"}`
    );
  });

  test('a login that is missing or damaged is typed, tried and written by the command, into the file that was read', () => {
    const commands = (auths: object): (string | undefined)[] =>
      judge('cfg.login', { auths }, { ping: ping(401) }).findings.flatMap(one =>
        textsOf(one).fix.map(step => step.command)
      );
    for (const auths of [
      {},
      { 'q.test': GOOD },
      { [HOST]: { auth: '*', email: '' } },
      { [`https://${HOST}/`]: { auth: '*' } },
      { [HOST]: { auth: basic('ann', `${PASSWORD}\n`) } }
    ]) {
      assert.ok(
        commands(auths).some(command => command === `kaptain-registry login ${HOST} --to-file ${PATH}`),
        JSON.stringify(commands(auths))
      );
    }
  });

  test('a key that stands twice', () => {
    const { findings } = judge('cfg.login', `{"auths": {"${HOST}": {}, "${HOST}": {"auth": "${basic()}"}}}`, {
      ping: ping(401)
    });
    assert.deepEqual(says(findings), ['KR-CFG-018 same-key warning']);
  });

  test('a helper', () => {
    const found = (content: object): FindingDraft | undefined =>
      judge('cfg.login', content, { ping: ping(401) }).findings[0];
    const store = found({ auths: { [HOST]: {} }, credsStore: 'desktop' });
    assert.deepEqual(
      [store?.code, store?.args['helper'], store?.consumers],
      ['KR-CFG-016', 'desktop', { sdk: 'fails', builder: 'fails' }]
    );
    const both = found({ auths: { [HOST]: GOOD }, credHelpers: { [HOST]: 'ecr-login' } });
    assert.deepEqual(
      [both?.code, both?.args['helper'], both?.consumers],
      ['KR-CFG-016', 'ecr-login', { builder: 'fails' }]
    );
    assert.deepEqual(
      says(judge('cfg.login', { auths: { [HOST]: GOOD }, credHelpers: { 'q.test': 'x' } }).findings),
      []
    );
  });

  test('the name of the damaged entry is said, the subject stays the registry', () => {
    const [finding] = judge('cfg.login', { auths: { [HOST]: GOOD, 'q.test': { auth: '*' }, 'z.test': 'x' } }).findings;
    assert.deepEqual(
      [finding?.subject, finding?.args['key'], finding?.consumers],
      [HOST, 'q.test', { builder: 'fails' }]
    );
    assert.deepEqual(finding?.evidence, [{ label: 'Also damaged', value: 'z.test' }]);
  });

  test('known registries are named without what stands before an @', () => {
    const [finding] = judge('cfg.login', {
      auths: { [`https://ann:${PASSWORD}@q.test`]: {}, [PASSWORD]: {} }
    }).findings;
    assert.deepEqual([finding?.code, finding?.args['hosts']], ['KR-CFG-006', ['q.test', 'entry-2']]);
  });
});

describe('whether a missing login is a fault', () => {
  const session = (outcome: SessionFacts['outcome']): SessionFacts => ({ outcome }) as SessionFacts;
  const rows: [name: string, optional: object, expected: string][] = [
    ['the registry asks', { ping: ping(401) }, 'error'],
    ['the registry asks nobody', { ping: ping(200) }, 'not-needed info'],
    ['its login service lets everybody in', { ping: ping(401), session: session('not-needed') }, 'not-needed info'],
    ['its login service does not', { ping: ping(401), session: session('no-login') }, 'error'],
    ['it was not reached', {}, 'may-be-needed warning'],
    ['it gave no answer', { ping: { outcome: 'silent', status: 0 } }, 'may-be-needed warning'],
    ['it says something else', { ping: ping(404) }, 'may-be-needed warning']
  ];
  for (const [name, optional, expected] of rows) {
    test(name, () => {
      assert.deepEqual(login({}, optional), [`KR-CFG-005 ${expected}`]);
      assert.deepEqual(login({ 'q.test': GOOD }, optional), [`KR-CFG-006 ${expected}`]);
      assert.deepEqual(login({ 'r.test': GOOD }, optional), [`KR-CFG-007 ${expected}`]);
      assert.deepEqual(login({ [HOST]: {} }, optional), [`KR-CFG-014 ${expected}`]);
    });
  }
  test('damage is a fault in any case', () => {
    assert.deepEqual(login({ [HOST]: { auth: '*' } }, {}), ['KR-CFG-009 error']);
    assert.deepEqual(login({ [HOST]: { auth: basic('ann', 'x\n') } }, {}), ['KR-CFG-011 error']);
  });
});

describe('the other entries', () => {
  const HUB = 'https://index.docker.io/v1/';
  const rows: [name: string, content: object, expected: string[]][] = [
    ['none', { auths: { [HOST]: GOOD } }, []],
    ['Docker Hub', { auths: { [HOST]: GOOD, [HUB]: GOOD } }, []],
    ['Docker Hub, empty as docker login leaves it', { auths: { [HUB]: {} } }, []],
    ['Docker Hub by another name', { auths: { 'docker.io': GOOD } }, ['KR-CFG-020 info']],
    ['Docker Hub by two names', { auths: { 'docker.io': GOOD, [HUB]: GOOD } }, []],
    ['a line break', { auths: { [HUB]: { auth: basic('a', 'b\n') } } }, ['KR-CFG-011 warning']],
    ['a placeholder', { auths: { 'ghcr.io': { auth: basic('a', 'changeme') } } }, ['KR-CFG-013 warning']],
    ['damage shows at the registry', { auths: { [HOST]: GOOD, [HUB]: { auth: '*' } } }, []],
    ['damage without a registry', { auths: { [HUB]: { auth: '*' } } }, ['KR-CFG-009 error']],
    [
      'no colon, without a registry',
      { auths: { 'entry of no form': { auth: Buffer.from('abc!').toString('base64') } } },
      ['KR-CFG-010 error']
    ],
    ['no password', { auths: { [HUB]: { auth: basic('ann', '') } } }, ['KR-CFG-014 password warning']],
    [
      'token that ended',
      { auths: { 'quay.io': { registrytoken: `h.${Buffer.from('{"exp":1}').toString('base64url')}.s` } } },
      ['KR-CFG-017 warning']
    ],
    ['invisible', { auths: { 'quay.io': { auth: basic('\uFEFFann') } } }, ['KR-CFG-029 invisible warning']],
    [
      'password in a key',
      { auths: { [`https://ann:${PASSWORD}@index.docker.io/v1/`]: GOOD } },
      ['KR-CFG-019 error', 'KR-CFG-020 info']
    ],
    ['password in a key that names nothing', { auths: { [`ann:${PASSWORD}@x`]: GOOD } }, ['KR-CFG-019 error']],
    ['headers', { HttpHeaders: { Authorization: `Basic ${basic()}`, 'X-Meta': 'a' } }, ['KR-CFG-019 headers warning']],
    ['harmless headers', { HttpHeaders: { 'User-Agent': 'x' } }, []],
    [
      'proxy with login',
      { proxies: { default: { httpProxy: `http://ann:${PASSWORD}@p:1` } } },
      ['KR-CFG-019 proxy warning', 'KR-CFG-022 info']
    ],
    ['proxy', { proxies: { default: { httpProxy: 'http://p:1' } } }, ['KR-CFG-022 info']]
  ];
  for (const [name, content, expected] of rows) {
    test(name, () => assert.deepEqual(others(content), expected));
  }

  test('what has no name has the file as subject, and fails nobody who does not need it', () => {
    const [finding] = judge('cfg.entries', { auths: { [PASSWORD]: { auth: basic('a', 'changeme') } } }).findings;
    assert.deepEqual([finding?.subject, finding?.args['key'], finding?.consumers], [PATH, 'entry-1', {}]);
  });
});
