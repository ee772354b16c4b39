/**
 * The demo keeps its word: with the healthy set-up the command finds nothing and the SDK (its stand-in) builds; with each
 * fault the build fails, and the command names that fault first.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { freePort } from '../../scripts/demo/demo.mjs';
import { FAULTS, filesOf, partsWith } from '../../scripts/demo/faults.mjs';
import { makeHome, mount } from '../../scripts/demo/home.mjs';
import { startRegistry } from '../../scripts/demo/registry.mjs';

const root = resolve(import.meta.dirname, '../..');

const BUILD = `
import sys
from kaptain.config import Config
from kaptain.model.frameworks import ModelFramework
from kaptain.model.models import Model
from kaptain.platform.config.certificates import DockerRegistryCertificateProvider

config = Config.default()
config.docker_registry_url = sys.argv[1]
config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.default()
Model(
    id="demo", name="demo", description="", version="1", framework=ModelFramework.SKLEARN, framework_version="1",
    main_file="trainer.py", image_name=sys.argv[1] + "/demo:1", base_image="base", config=config,
).build()
`;

/** @param {string | null} fault @param {import('node:test').TestContext} t */
async function scene(fault, t) {
  const parts = partsWith(fault);
  const registry = parts.running ? await startRegistry({ tls: parts.tls }) : null;
  const folder = mkdtempSync(join(tmpdir(), 'demo-faults-'));
  t.after(async () => {
    await registry?.close();
    rmSync(folder, { recursive: true });
  });
  const host = `localhost:${registry?.port ?? (await freePort(20_000))}`;
  const home = makeHome(folder, host);
  mount(home.path, filesOf(parts, host));
  const environment = { ...home.environment, PYTHONPATH: join(root, 'tests', 'standin-sdk') };
  const run = (command, args) => output(command, args, home.path, environment);
  const [build, check] = await Promise.all([
    run('python', ['-c', BUILD, host]),
    run('kaptain-registry', ['check', host, '--format', 'json', '--no-cluster'])
  ]);
  return { build, check, report: JSON.parse(check.stdout) };
}

/** @returns {Promise<{ status: number, stdout: string, stderr: string }>} */
function output(command, args, cwd, env) {
  return new Promise((answer, fail) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => (stdout += chunk));
    child.stderr.on('data', chunk => (stderr += chunk));
    child.on('error', fail);
    child.on('close', status => answer({ status, stdout, stderr }));
  });
}

describe('the demo', { concurrency: 2 }, () => {
  test('healthy: nothing is found, the build succeeds', async t => {
    const { build, check, report } = await scene(null, t);
    assert.equal(build.status, 0, build.stderr);
    assert.equal(report.verdict, 'ok', JSON.stringify(report.findings, null, 2));
    assert.equal(check.status, 0);
  });

  for (const [fault, { title, code }] of Object.entries(FAULTS)) {
    test(`${fault}: ${code} stands first, the build fails (${title})`, async t => {
      const { build, check, report } = await scene(fault, t);
      assert.notEqual(build.status, 0);
      assert.equal(report.findings[0]?.code, code, JSON.stringify(report.findings.map(item => item.code)));
      assert.equal(check.status, 1);
    });
  }
});
