import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pem } from '../gauntlet/pki.ts';
import { startServer, type Behaviour, type Registry } from '../gauntlet/server.ts';
import { command, inHome, type Ran } from './command.ts';

let registry: Registry;
before(async () => {
  registry = await startServer(['leaf'], {});
});
beforeEach(() => {
  registry.logins = 0;
});
after(() => registry.close());

interface Wishes {
  at?: Registry;
  password?: string;
  more?: string[];
}

async function login(home: string, { at = registry, password = at.password, more = [] }: Wishes = {}): Promise<Ran> {
  const args = ['login', at.host, '--resolve', `${at.host}:127.0.0.1`, '--username', at.user, '--password-stdin'];
  const ran = await command([...args, ...more], { home, input: password });
  for (const form of [password, Buffer.from(password).toString('base64'), encodeURIComponent(password)]) {
    assert.ok(password === '' || !(ran.out + ran.err).includes(form), 'the password is never shown');
  }
  return ran;
}

const configOf = (home: string): string => join(home, '.docker', 'config.json');
const encoded = (at = registry): string => Buffer.from(`${at.user}:${at.password}`).toString('base64');

async function withRegistry(behaviour: Behaviour, run: (at: Registry) => Promise<void>): Promise<void> {
  const at = await startServer(['leaf'], behaviour);
  try {
    await run(at);
  } finally {
    await at.close();
  }
}

const nothingBut = (home: string, names: string[]): Promise<void> =>
  readdir(join(home, '.docker')).then(found => assert.deepEqual(found.sort(), names));

describe('a login that is accepted', () => {
  test('into a new file that only its owner can read, with the command for the Secret', () =>
    inHome({ config: null, ca: pem('root') }, async home => {
      const { status, out, err } = await login(home, { password: `${registry.password}\n` });
      assert.equal(status, 0, out + err);
      assert.match(out, /^✓ registry\.test:\d+ accepts this login\n/);
      assert.ok(
        out.includes(
          `kubectl create secret generic docker-secret -n YOUR-NAMESPACE --from-file=config.json=${configOf(home)} --dry-run=client -o yaml | kubectl apply -f -`
        )
      );
      assert.equal(err, '');
      assert.deepEqual(JSON.parse(readFileSync(configOf(home), 'utf8')), {
        auths: { [registry.host]: { auth: encoded() } }
      });
      assert.equal((await stat(configOf(home))).mode & 0o777, 0o600);
      assert.equal((await stat(join(home, '.docker'))).mode & 0o777, 0o700);
      await nothingBut(home, ['config.json']);
      assert.equal(registry.logins, 1);
      const check = await command(['check', registry.host, '--resolve', `${registry.host}:127.0.0.1`], { home });
      assert.equal(check.status, 0, check.out);
    }));

  test('into a file that is there: every other byte stays, the old login goes', () => {
    const text = `{\n  "HttpHeaders": {"X": "1"},\n  "auths" : {\n    "https://index.docker.io/v1/": {"auth": "dTpw"},\n    "${registry.host}": {\n      "auth": "b2xkOm9sZA=="\n    }\n  },\n  "psFormat": "table"\n}`;
    return inHome({ config: text, ca: pem('root') }, async home => {
      await chmod(configOf(home), 0o644);
      const { status, out } = await login(home);
      assert.equal(status, 0, out);
      assert.match(out, /The login that was\s+there for this registry was replaced/);
      assert.equal(readFileSync(configOf(home), 'utf8'), text.replace('b2xkOm9sZA==', encoded()));
      assert.equal((await stat(configOf(home))).mode & 0o777, 0o600);
    });
  });

  test('through a login service', () =>
    withRegistry({ auth: 'bearer' }, at =>
      inHome({ config: null, ca: pem('root') }, async home => {
        assert.equal((await login(home, { at })).status, 0);
        assert.equal(at.logins, 1);
        assert.ok(readFileSync(configOf(home), 'utf8').includes(encoded(at)));
      })
    ));

  test('to another file: the default one is not touched, and the cell is named', () =>
    inHome({ config: '{}', ca: pem('root') }, async home => {
      const { status, out } = await login(home, { more: ['--to-file', join(home, 'mine.json')] });
      assert.equal(status, 0, out);
      assert.match(out, /only when the Config cell names the file/);
      assert.equal(readFileSync(configOf(home), 'utf8'), '{}');
      assert.ok(readFileSync(join(home, 'mine.json'), 'utf8').includes(encoded()));
    }));

  test('a registry that asks nobody: written, and said that it was not tried', () =>
    withRegistry({ auth: 'none' }, at =>
      inHome({ config: null, ca: pem('root') }, async home => {
        const { status, out } = await login(home, { at });
        assert.equal(status, 0);
        assert.match(out, /asks nobody for a login here, so this one was not tried/);
        assert.match(out, /check --image REF --push/);
        assert.equal(at.logins, 0);
        assert.ok(existsSync(configOf(home)));
      })
    ));

  test('what keeps programs from the login all the same is said: a credential helper', () =>
    inHome({ config: { auths: {}, credsStore: 'desktop' }, ca: pem('root') }, async home => {
      const { status, out } = await login(home);
      assert.equal(status, 0);
      assert.match(out, /accepts this login[\s\S]*KR-CFG-016|accepts this login[\s\S]*helper/);
    }));
});

describe('a login that is not written', () => {
  const kept = '{"auths":{"other.test":{"auth":"dTpw"}}}';

  const untouched = async (home: string): Promise<void> => {
    assert.equal(readFileSync(configOf(home), 'utf8'), kept);
    await nothingBut(home, ['config.json']);
  };

  test('a wrong password: sent once, said who can help and how to reach them', () =>
    inHome({ config: kept, ca: pem('root') }, async home => {
      const { status, out } = await login(home, {
        password: 'canary-wrong-9',
        more: ['--contact-registry-owner', 'registry@corp.example']
      });
      assert.equal(status, 1);
      assert.match(out, /^✕ Problem: registry\.test:\d+ refuses this user name and password/);
      assert.match(out, /\[Registry owner: registry@corp\.example\]/);
      assert.equal(registry.logins, 1);
      await untouched(home);
    }));

  for (const [name, ca, code] of [
    ['another CA', 'other-root', /KR-TLS-003/],
    ['no CA', null, /KR-FIL-008/]
  ] as const) {
    test(`a registry that is not trusted gets nothing: ${name}`, () =>
      inHome({ config: kept, ca: ca === null ? null : pem(ca) }, async home => {
        const { status, out } = await login(home);
        assert.equal(status, 1);
        assert.match(out, code);
        assert.match(out, /No login was sent and nothing was written/);
        assert.match(out, /kaptain-registry ca registry\.test/);
        assert.equal(registry.logins, 0);
        await untouched(home);
      }));
  }

  const LOST: [string, Behaviour, RegExp][] = [
    ['refuses', { kind: 'refuses' }, /KR-NET-006/],
    ['speaks plain HTTP', { kind: 'plain-http' }, /KR-TLS-001/],
    [
      'is lost with the login on its way',
      {
        answer: request => {
          const withLogin = request.headers.authorization !== undefined;
          if (withLogin) {
            request.socket.destroy();
          }
          return withLogin;
        }
      },
      /Nothing was written/
    ],
    [
      'has a fault once it has read the login',
      {
        answer: (request, response) => {
          const withLogin = request.headers.authorization !== undefined;
          if (withLogin) {
            response.writeHead(500).end();
          }
          return withLogin;
        }
      },
      /KR-REG-003/
    ],
    [
      'forbids access',
      {
        answer: (request, response) => {
          const withLogin = request.headers.authorization !== undefined;
          if (withLogin) {
            response.writeHead(403).end();
          }
          return withLogin;
        }
      },
      /KR-REG-012/
    ]
  ];
  for (const [name, behaviour, text] of LOST) {
    test(`a connection that ${name}`, () =>
      withRegistry(behaviour, at =>
        inHome({ config: kept, ca: pem('root') }, async home => {
          const { status, out } = await login(home, { at });
          assert.equal(status, 1, out);
          assert.match(out, text);
          assert.match(out, /nothing was written/i);
          assert.ok(at.logins <= 1);
          await untouched(home);
        })
      ));
  }

  test('a file that cannot be read as JSON is not guessed at, before anything is sent', () =>
    inHome({ config: '{\n"auths":{,}}', ca: pem('root') }, async home => {
      const before = registry.connections;
      const { status, out } = await login(home);
      assert.equal(status, 1);
      assert.match(out, /not valid JSON \(line 2\)[\s\S]*kaptain-registry check --offline/);
      assert.equal(registry.connections, before);
      assert.equal(readFileSync(configOf(home), 'utf8'), '{\n"auths":{,}}');
    }));
});

describe('wrong usage of login is one line, exit status 2, and repeats no password', () => {
  const USAGE: [string[], string, RegExp][] = [
    [['registry.test', '--password', 'canary-arg'], '', /a password is never an argument/],
    [['registry.test', '--password=canary-arg'], '', /a password is never an argument/],
    [['registry.test', '-pcanary-arg'], '', /a password is never an argument/],
    [['me:canary-arg@registry.test'], '', /carries a login; leave it out/],
    [['registry.test', 'canary-arg'], '', /exactly one registry is needed/],
    [['registry.test', '--secret=canary-arg'], '', /there is no option "--secret"/],
    [['registry.test', '--password-stdin'], 'canary-arg', /--password-stdin needs --username/],
    [['registry.test'], '', /there is no terminal to ask on/],
    [['registry.test', '--username', 'a:canary-arg', '--password-stdin'], '', /cannot hold a colon/],
    [['registry.test', '--username', 'me', '--password-stdin'], '', /standard input is empty/],
    [['registry.test', '--username', 'me', '--password-stdin'], 'canary-arg\nx', /more than one line/],
    [['registry.test', '--username', 'me', '--password-stdin'], 'canary-arg'.repeat(2000), /more than a password/],
    [['docker.io'], '', /Docker Hub is not a private registry/],
    [['registry.test', '--contact-registry-owner', 'a\u001b[2J'], '', /takes one line/]
  ];
  for (const [args, input, message] of USAGE) {
    test(`login ${args.join(' ').slice(0, 60)}`, () =>
      inHome({ config: null, ca: null }, async home => {
        const { status, out, err } = await command(['login', ...args], { home, input });
        assert.equal(status, 2, err);
        assert.equal(out, '');
        assert.match(err, message);
        assert.doesNotMatch(err, /canary-arg/);
        assert.equal(err.trimEnd().split('\n').length, 1);
        assert.ok(!existsSync(join(home, '.docker')));
      }));
  }
});
