import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Report } from '../../common/report.ts';
import { defaultOptions, readEnvironment } from '../options.ts';
import { caBytesOf, dersOf, measured, type Measured } from '../x509/measured.ts';
import { PROFILES } from '../x509/profiles.ts';
import { runEngine } from './engine.ts';
import { checks, collectors } from './parts.ts';

/** Certificates that were given are judged through the whole engine, and nothing is dialled. */
describe('every measured case through the whole engine', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chain-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function judge(row: Measured): Promise<Report> {
    const path = join(folder, `${row.name}.crt`);
    if (row.caFile === '(a folder)') {
      await mkdir(path);
    } else if (row.caFile !== null) {
      await writeFile(path, caBytesOf(row));
    }
    const { report } = await runEngine(
      { collectors, checks },
      {
        id: row.name,
        registries: [`${row.host}:5000`],
        all: true,
        only: null,
        options: {
          ...defaultOptions(readEnvironment({ HOME: folder })),
          caFile: row.caFile === null ? null : { path, origin: 'option' },
          at: Date.parse(row.validAt),
          chain: { certificates: dersOf(row.servedChain), cut: false },
          profiles: true
        },
        budgetMs: 20_000,
        signal: new AbortController().signal,
        emit: () => undefined
      }
    );
    return report;
  }

  for (const row of measured) {
    test(row.name, async () => {
      const report = await judge(row);
      const [registry] = report.registries;
      assert.ok(registry?.profiles !== undefined);
      const asVerdict = { ok: 'ok', fails: 'fails', depends: 'unknown' } as const;
      assert.equal(registry.consumers.sdk, asVerdict[row.expected.sdk]);
      assert.equal(registry.consumers.builder, asVerdict[row.expected.builder]);
      const wanted = PROFILES.map(({ name }) => [name, row.verdicts[name]?.ok === true ? 'ok' : 'fails']);
      assert.deepEqual(registry.profiles.trust, Object.fromEntries(wanted));
      const standing = report.findings.filter(({ severity }) => severity !== 'info');
      const accepted = wanted.every(([, verdict]) => verdict === 'ok');
      const refused = row.expected.sdk === 'fails' || row.expected.builder === 'fails';
      // Healthy means silent; the one exception is a private key in the file, which hurts nobody's verdict.
      const reported = standing.filter(({ code }) => code !== 'KR-CRT-003').map(({ code }) => code);
      assert.equal(reported.length > 0, !accepted && (refused || registry.consumers.sdk !== 'ok'), reported.join(', '));
      assert.equal(report.verdict === 'problem', refused || standing.some(({ severity }) => severity === 'error'));
      assert.ok(report.checks.every(({ area }) => ['FIL', 'CRT', 'TLS'].includes(area)));
      assert.ok(report.checks.every(({ outcome }) => ['pass', 'fail', 'unknown'].includes(outcome)));
    });
  }
});
