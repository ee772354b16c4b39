import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { RunResult } from '../../src/common/protocol.ts';
import type { RunOptions } from '../../src/node/collect/types.ts';
import { runEngine } from '../../src/node/engine/engine.ts';
import { checks, collectors } from '../../src/node/engine/parts.ts';
import { defaultOptions, readEnvironment } from '../../src/node/options.ts';
import { pem } from '../gauntlet/pki.ts';
import { nexus } from '../gauntlet/registries.ts';
import { startServer, type Behaviour, type Registry } from '../gauntlet/server.ts';

const home = mkdtempSync(join(tmpdir(), 'once-'));
after(() => rmSync(home, { recursive: true }));

function writeLogin({ host, user }: Registry, password: string): void {
  mkdirSync(join(home, '.docker'), { recursive: true });
  const auth = Buffer.from(`${user}:${password}`).toString('base64');
  writeFileSync(join(home, '.docker', 'config.json'), JSON.stringify({ auths: { [host]: { auth } } }), { mode: 0o600 });
  mkdirSync(join(home, '.tls'), { recursive: true });
  writeFileSync(join(home, '.tls', 'certificate.crt'), pem('root'));
}

/** One run of the engine in this process, as the sidecar makes it. */
function run({ host, port }: Registry, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return runEngine(
    { collectors, checks },
    {
      id: 'once',
      registries: [host],
      all: false,
      only: null,
      options: {
        ...defaultOptions(readEnvironment({ HOME: home })),
        resolve: [{ host: 'registry.test', port, address: '127.0.0.1' }],
        ...options
      },
      budgetMs: 8000,
      signal: new AbortController().signal,
      emit: () => undefined
    }
  );
}

function variantOf({ report }: RunResult, code: string): string | undefined {
  return report.findings.find(item => item.code === code)?.variant;
}

for (const [says, behaviour, options] of [
  ['Basic', {}, {}],
  ['a login service', { auth: 'bearer' }, {}],
  ['a registry that asks only in a repository', nexus, { images: ['team/img:latest'] }]
] satisfies [string, Behaviour, Partial<RunOptions>][]) {
  test(`after a 401 the same login is not sent again, by ${says}`, async () => {
    const registry = await startServer(['leaf'], behaviour);
    try {
      const images = (options.images ?? []).map(image => `${registry.host}/${image}`);
      writeLogin(registry, 'yesterday-Pa55word');
      const first = await run(registry, { images });
      assert.ok(first.report.findings.some(({ code, rootCause }) => code === 'KR-REG-010' && rootCause));
      assert.equal(registry.logins, 1);

      // Another panel, a timer, an audit: nobody clicked.
      const second = await run(registry, { images });
      const third = await run(registry, { images });
      assert.equal(registry.logins, 1);
      for (const again of [second, third]) {
        assert.ok(again.report.findings.some(({ code }) => code === 'KR-REG-010'));
      }
      if (images.length === 0) {
        assert.equal(variantOf(second, 'KR-REG-010'), 'not-repeated');
      }

      await run(registry, { images, clicked: true });
      assert.equal(registry.logins, 2);

      writeLogin(registry, registry.password);
      const mended = await run(registry, { images });
      assert.equal(variantOf(mended, 'KR-REG-010'), undefined);
      assert.equal(mended.report.verdict, 'ok');
    } finally {
      await registry.close();
    }
  });
}

test('a click sends a refused login once more, not once for each image', async () => {
  const registry = await startServer(['leaf'], nexus);
  try {
    writeLogin(registry, 'yesterday-Pa55word');
    const images = [`${registry.host}/team/img:latest`, `${registry.host}/team/img:1.0`];
    const { report } = await run(registry, { images, push: true, clicked: true });
    assert.equal(variantOf({ report } as RunResult, 'KR-REG-010'), 'repository');
    assert.equal(registry.logins, 1);
    assert.equal(registry.uploads.begun, 0);
  } finally {
    await registry.close();
  }
});

test('a right login that lacks a right is no refusal: it is sent again', async () => {
  const registry = await startServer(['leaf'], { repositories: { 'team/img': { tags: ['latest'], pull: false } } });
  try {
    writeLogin(registry, registry.password);
    const images = [`${registry.host}/team/img:latest`];
    for (const logins of [2, 4]) {
      const { report } = await run(registry, { images });
      assert.ok(report.findings.some(({ code }) => code === 'KR-REG-015'));
      assert.equal(registry.logins, logins);
    }
  } finally {
    await registry.close();
  }
});
