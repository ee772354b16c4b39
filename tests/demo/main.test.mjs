/** The demo's command line: what it says when it cannot start, that it starts, and that Ctrl-C leaves nothing behind. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { FAULTS } from '../../scripts/demo/faults.mjs';

const main = resolve(import.meta.dirname, '../../scripts/demo/main.mjs');

/** @param {...string} args */
function refused(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.doesNotMatch(stderr, /\n +at /);
  return stderr;
}

test('--broken without a word lists every fault', () => {
  const text = refused('--broken');
  for (const [fault, { title }] of Object.entries(FAULTS)) {
    assert.match(text, new RegExp(`^ +${fault} +${title.replaceAll(/[()]/g, '.')}$`, 'm'));
  }
});

test('an unknown fault, option or port is refused in one sentence', () => {
  assert.match(refused('--broken', 'nothing-of-the-kind'), /^There is no fault "nothing-of-the-kind"/);
  assert.match(refused('--frobnicate'), /^Unknown option '--frobnicate'/);
  assert.match(refused('--port', 'eighty'), /^"eighty" is not a port/);
});

test('it starts, serves the notebook, and Ctrl-C ends everything', async () => {
  const child = spawn(process.execPath, [main, '--no-browser', '--broken', 'wrong-ca'], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const ended = new Promise(end => child.on('close', end));
  let text = '';
  const address = await new Promise((found, fail) => {
    child.stdout.setEncoding('utf8').on('data', chunk => {
      text += chunk;
      const match = /JupyterLab +(http\S+)/.exec(text);
      if (match && /ends the demo/.test(text)) {
        found(new URL(match[1]));
      }
    });
    ended.then(() => fail(new Error(`The demo ended before it was ready: ${text}`)));
  });
  const [, registry] = /Registry +(\S+) \(broken: (.+)\)/.exec(text) ?? [];
  const [, home] = /Home +(\S+)/.exec(text) ?? [];
  assert.ok(registry && home && existsSync(home));
  // Whoever follows the panel's steps needs what only the registry's owner knows.
  assert.match(text, /Login +demo \/ not-a-secret\n/);
  const sent = new X509Certificate(readFileSync(join(home, /Its CA +(\S+)/.exec(text)?.[1] ?? '')));
  assert.ok(text.includes(sent.fingerprint256));
  const served = await fetch(`${address.origin}/api/contents/demo.ipynb?token=${address.searchParams.get('token')}`);
  assert.match(await served.text(), new RegExp(`${registry}/kubeflow:mnist-sdk-example`));

  child.kill('SIGINT');
  assert.equal(await ended, 0);
  assert.equal(existsSync(home), false);
  await assert.rejects(fetch(address));
  await assert.rejects(fetch(`http://${registry}/v2/`));
});
