import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readDockerConfig } from '../docker/config.ts';
import type { ReaderOutcome } from '../docker/facts.ts';
import { readLogins } from '../docker/readers.ts';
import { Secret, Vault, type Credential } from '../secret.ts';
import { withLogin } from './dockerConfig.ts';

const HOST = 'my.private.registry:5000';
const credential: Credential = {
  kind: 'basic',
  username: new Secret('robot$team'),
  secret: new Secret('canary-Pa55/w+rd ü:"')
};
const AUTH = Buffer.from('robot$team:canary-Pa55/w+rd ü:"').toString('base64');

/** The file after the login was put in; Latin-1, one character per byte. */
function edited(before: string | null, host = HOST): string {
  const result = withLogin(before === null ? null : Buffer.from(before, 'latin1'), host, credential);
  assert.ok(result.ok, JSON.stringify(result));
  return result.bytes.toString('latin1');
}

const EDITS: [name: string, before: string, after: string][] = [
  [
    'added in the layout of its neighbours',
    '{\n  "auths": {\n    "https://other/": {\n      "auth": "eA=="\n    }\n  },\n  "credsStore": ""\n}\n',
    `{\n  "auths": {\n    "https://other/": {\n      "auth": "eA=="\n    },\n    "${HOST}": {\n      "auth": "${AUTH}"\n    }\n  },\n  "credsStore": ""\n}\n`
  ],
  [
    'added on one line',
    '{"auths":{"other":{"auth":"eA=="}}}',
    `{"auths":{"other":{"auth":"eA=="},"${HOST}":{"auth":"${AUTH}"}}}`
  ],
  [
    'added on one line with blanks',
    '{"auths": {"a.test": {"auth": "eA=="}, "b.test": {"auth": "eA=="}}}',
    `{"auths": {"a.test": {"auth": "eA=="}, "b.test": {"auth": "eA=="}, "${HOST}": {"auth": "${AUTH}"}}}`
  ],
  [
    'added with tabs and CRLF',
    '{\r\n\t"auths": {\r\n\t\t"a.test": {}\r\n\t}\r\n}\r\n',
    `{\r\n\t"auths": {\r\n\t\t"a.test": {},\r\n\t\t"${HOST}": {\r\n\t\t\t"auth": "${AUTH}"\r\n\t\t}\r\n\t}\r\n}\r\n`
  ],
  [
    'added to an empty list',
    '{\n  "auths": {},\n  "x": [1, {"}": "]"}]\n}',
    `{\n  "auths": {\n    "${HOST}": {\n      "auth": "${AUTH}"\n    }\n  },\n  "x": [1, {"}": "]"}]\n}`
  ],
  [
    'added where there is no list',
    '{\n    "proxies": {}\n}',
    `{\n    "proxies": {},\n    "auths": {\n        "${HOST}": {\n            "auth": "${AUTH}"\n        }\n    }\n}`
  ],
  ['a list that is null', '{"auths":null,"n":1e5}', `{"auths":{"${HOST}":{"auth":"${AUTH}"}},"n":1e5}`],
  ['an empty document', '{}', `{\n\t"auths": {\n\t\t"${HOST}": {\n\t\t\t"auth": "${AUTH}"\n\t\t}\n\t}\n}`],
  [
    'replaced, with the token that would have come first',
    `{"auths":{"${HOST}":{"auth":"b2xk","identitytoken":"old","email":"a@b"},"b.test":{"auth":"eA=="}}}`,
    `{"auths":{"${HOST}":{"auth":"${AUTH}"},"b.test":{"auth":"eA=="}}}`
  ],
  [
    "replaced under the guide's spelling, which every program finds",
    `{"auths":{"https://${HOST}/":{"auth":"b2xk"}}}`,
    `{"auths":{"https://${HOST}/":{"auth":"${AUTH}"}}}`
  ],
  [
    'replaced wherever an old password would stay behind',
    `{"auths":{"https://${HOST}/":{"auth":"b2xk"},"${HOST}":{"auth":"b2xk"}}}`,
    `{"auths":{"https://${HOST}/":{"auth":"${AUTH}"},"${HOST}":{"auth":"${AUTH}"}}}`
  ],
  [
    'a spelling that some programs pass over gets company',
    `{"auths":{"${HOST}/v1/":{"auth":"b2xk"}}}`,
    `{"auths":{"${HOST}/v1/":{"auth":"${AUTH}"},"${HOST}":{"auth":"${AUTH}"}}}`
  ],
  [
    "a repository's own login stays",
    `{"auths":{"${HOST}/team":{"auth":"b2xk"}}}`,
    `{"auths":{"${HOST}/team":{"auth":"b2xk"},"${HOST}":{"auth":"${AUTH}"}}}`
  ],
  [
    'another port is another registry',
    '{"auths":{"my.private.registry":{"auth":"b2xk"}}}',
    `{"auths":{"my.private.registry":{"auth":"b2xk"},"${HOST}":{"auth":"${AUTH}"}}}`
  ],
  [
    'bytes that are no UTF-8 come through',
    '{"x":"\xfc\xff","auths":{"b.test":{}}}',
    `{"x":"\xfc\xff","auths":{"b.test":{},"${HOST}":{"auth":"${AUTH}"}}}`
  ],
  ['an empty file', '', `{\n\t"auths": {\n\t\t"${HOST}": {\n\t\t\t"auth": "${AUTH}"\n\t\t}\n\t}\n}\n`]
];

describe('a login in a Docker config', () => {
  for (const [name, before, after] of EDITS) {
    test(name, () => assert.equal(edited(before), after));
  }

  test('put in twice, the file is the same as once', () => {
    for (const [, before] of EDITS) {
      const once = edited(before);
      assert.equal(edited(once), once);
    }
  });

  for (const host of [
    'registry',
    'localhost:5000',
    '10.0.0.1',
    '[::1]:5000',
    'A.b:5000',
    'registry.test.',
    'a_b.test'
  ]) {
    test(`${host} gets one entry, however often it is put in`, () => {
      const once = edited('{"auths":{}}', host);
      assert.deepEqual(JSON.parse(once), { auths: { [host]: { auth: AUTH } } });
      assert.equal(edited(once, host), once);
    });
  }

  const FAULTS: [string, string, number][] = [
    ['not-json', '{\n  "auths": {,}\n}', 2],
    ['not-json', '{"auths":{}}\n{}', 2],
    ['not-json', "{'auths':{}}", 1],
    ['encoding', '\xef\xbb\xbf{}', 1],
    ['encoding', '\xff\xfe{\0}\0', 1],
    ['not-an-object', '[]', 1],
    ['repeated', '{"auths":{},\n"auths":{}}', 2],
    ['repeated', '{"Auths":{}}', 1],
    ['auths-not-an-object', '{\n"auths":[]}', 2]
  ];
  for (const [fault, before, line] of FAULTS) {
    test(`${fault}: ${JSON.stringify(before)} is left alone`, () =>
      assert.deepEqual(withLogin(Buffer.from(before, 'latin1'), HOST, credential), { ok: false, fault, line }));
  }
});

interface Case {
  name: string;
  host: string;
  config_base64: string;
}

const WANTED = 'basic robot$team canary-Pa55/w+rd ü:"';

function loginOf({ kind, credential: found }: ReaderOutcome, vault: Vault): string {
  const login = found === null ? undefined : vault.credential(found.handle);
  return login === undefined ? kind : `${kind} ${login.username.reveal()} ${login.secret.reveal()}`;
}

/**
 * Programs stop at these files, or kubelet tries another entry as well, for a reason that the login of one registry
 * cannot mend; the checks name it.
 */
const STOPPED =
  /^(?:other-entry-|key-space-after|credsstore-missing|credhelpers-missing|auth-upper-key|proxies-wrong-type|detachkeys-number|legacy-dockercfg)/;

const cases: Case[] = readFileSync(new URL('../../../tests/fixtures/docker-configs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Case)
  .filter(({ name }) => !name.startsWith('hub-'));

describe('measured Docker configs: either left alone, or every program finds the new login', () => {
  for (const { name, host, config_base64: content } of cases) {
    test(name, () => {
      const before = Buffer.from(content, 'base64');
      const result = withLogin(before, host, credential);
      if (!result.ok) {
        return;
      }
      const after = result.bytes;
      const vault = new Vault();
      const facts = readDockerConfig(after, '/config.json', vault);
      if (!STOPPED.test(name)) {
        for (const { reader, outcomes } of readLogins(facts, host, null)) {
          assert.deepEqual([...new Set(outcomes.map(outcome => loginOf(outcome, vault)))], [WANTED], reader);
        }
      }
      const [old, fresh] = [before, after].map(bytes => {
        try {
          return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
        } catch {
          return null;
        }
      });
      if (old !== null && old !== undefined && typeof old === 'object' && !Array.isArray(old)) {
        const { auths: oldAuths, ...oldRest } = old;
        const { auths, ...rest } = fresh ?? {};
        assert.deepEqual(rest, oldRest);
        const others = (value: unknown): [string, unknown][] =>
          Object.entries((value ?? {}) as object).filter(([key]) => !key.includes(host) || key.includes('/team'));
        assert.deepEqual(others(auths), others(oldAuths));
      }
    });
  }
});
