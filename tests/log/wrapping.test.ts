import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Classifier, classify } from '../../src/common/log/classify.ts';
import type { Classification } from '../../src/common/log/types.ts';
import { fixtures, scoreOf, textOf } from './fixtures.ts';

/** What a wrapping may not change. */
function gist({ kind, consumer, cause, hosts, images }: Classification): object {
  return { kind, consumer, cause, hosts, images };
}

const known = fixtures.filter(({ unknown }) => unknown !== true);

/** Changes every text, known or not, and compares what is said. */
function same(change: (text: string) => string): void {
  for (const { name, text } of fixtures) {
    assert.deepEqual(gist(classify(change(text))), gist(classify(text)), name);
  }
}

test('colours of a terminal change nothing, even within words', () => {
  same(text =>
    text.replace(/\S+/g, word => `\u001b[1;31m${word.slice(0, 3)}\u001b[0m\u001b[38;5;204m${word.slice(3)}\u001b[0m`)
  );
});

test('links and titles of a terminal change nothing', () => {
  same(text => `\u001b]0;title\u0007\u001b]8;;http://elsewhere.test/v2/\u001b\\${text}\u001b]8;;\u001b\\`);
});

test('Windows line ends change nothing', () => {
  same(text => text.replaceAll('\n', '\r\n'));
});

test('progress bars in front change nothing', () => {
  const bar = Array.from(
    { length: 200 },
    (_, index) => `\rPushing ${index / 2}%|${'#'.repeat(index / 10)} | 1.2MB/s`
  ).join('');
  same(text => `${bar}\n${text}`);
});

test('NULs and other control characters change nothing', () => {
  same(text => text.replace(/ /g, ' \u0000\u0008\u007f'));
});

test('a saved notebook holds the same text as JSON', () => {
  same(text => JSON.stringify({ cells: [{ outputs: [{ output_type: 'stream', text }] }] }, null, 1));
});

test('times in front, as of kubectl or a log collector, change nothing', () => {
  same(text => text.replace(/^(?=.)/gm, '2026-11-25T10:00:00.123456789Z stderr F '));
});

test('text that comes in pieces of one character is the same text', () => {
  for (const { name, text } of fixtures) {
    const classifier = new Classifier();
    [...text].forEach(letter => classifier.push(letter));
    assert.deepEqual(classifier.end(), classify(text), name);
  }
});

test('harmless lines around change nothing', () => {
  const before = 'INFO[0007] Taking snapshot of files...\nEpoch 3/5 loss: 0.2\n'.repeat(200);
  for (const { name, text, unknown } of fixtures) {
    const said = classify(`${before}${text}${'Collecting numpy\n'.repeat(200)}`);
    assert.equal(said.cause, classify(text).cause, name);
    assert.equal(said.kind === 'unknown', unknown === true, name);
  }
});

/** Ways in which a message comes to stand on several lines. */
const BREAKS: Readonly<Record<string, (text: string) => string>> = {
  'after each colon': text => text.replaceAll(': ', ': \n'),
  'folded as YAML': text => text.replace(/(?=\S)(.{60,100}) (?=\S)/g, '$1\n          ')
};

test('messages that a terminal, a mail or YAML broke: who says it stays, and hardly a cause is lost', context => {
  for (const [name, change] of Object.entries(BREAKS)) {
    const spoken = known.filter(({ consumer }) => consumer !== 'sdk' && consumer !== 'program');
    const said = spoken.map(item => ({ item, said: classify(change(item.text)) }));
    const others = said.filter(({ item, said: { consumer } }) => consumer !== null && consumer !== item.consumer);
    const same = said.filter(({ item, said: { cause } }) => cause === item.cause);
    context.diagnostic(`${name}: ${same.length} of ${spoken.length} the same`);
    assert.deepEqual(
      others.map(({ item }) => item.name),
      [],
      name
    );
    assert.ok(same.length > 0.9 * spoken.length, name);
  }
});

test('a line that goes on with nothing is a message of its own', () => {
  const open = 'error pushing image: failed to push to destination my.private.registry:5000/team/mnist:1:\n';
  const said = classify(`${open}Warning  Failed  1s  kubelet  ${textOf('CRI-O: unknown authority')}`);
  assert.deepEqual([said.consumer, said.cause], ['nodes', 'untrusted']);
  assert.equal(classify(`${open}Traceback (most recent call last):\nValueError: 401 Unauthorized\n`).kind, 'unknown');
});

test('a long log of the builder, and the error at its end', () => {
  const steps = 'INFO[0007] Taking snapshot of files...\nINFO[0008] Retrieving image manifest python:3.11\n'.repeat(
    20_000
  );
  const said = classify(steps + textOf('kaniko: bad gateway'));
  assert.deepEqual([said.consumer, said.cause, said.hosts], ['builder', 'fault', ['my.private.registry:5000']]);
});

test('5 MB: one line, many lines, and the text at the end', () => {
  const text = textOf('kaniko: other name');
  for (const filler of [
    'x',
    'Get "https://',
    '\u001b[',
    'Pushed to to to in in for for ',
    'a.b.c/',
    '"\\"',
    'x509: ',
    '1 | ',
    '(Mirrors also failed: [',
    'unexpected status code ',
    `error building image: \n${`          ${'x'.repeat(300)}: \n`.repeat(12)}`
  ]) {
    const long = filler.repeat(Math.ceil(5_000_000 / filler.length));
    assert.equal(classify(`${long}\n${text}`).cause, 'other-name', filler);
  }
});

test('the first cause counts, not the last line', () => {
  const first = textOf('kaniko: unknown authority on push');
  const said = classify(`${first}${textOf('kaniko: general line alone')}${textOf('kubelet: back-off alone')}`);
  assert.deepEqual([said.consumer, said.cause], ['builder', 'untrusted']);
  const turned = classify(`${textOf('kubelet: back-off alone')}${textOf('containerd: not found')}`);
  assert.equal(turned.cause, 'image-missing');
});

test('each of two known causes in one output: the first one is said', () => {
  const sure = known.filter(
    item => item.consumer === 'builder' && !/general|build-failed/.test(item.cause ?? item.name)
  );
  const last = textOf('containerd: not found');
  for (const item of sure) {
    const said = classify(`${item.text}${last}`);
    assert.notEqual(scoreOf({ ...item, codes: [] }, said), 'wrong', item.name);
  }
});

test('chained failures of Python: the cause stands first, the last line wraps it', () => {
  const ssl =
    "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'my.private.registry'. (_ssl.c:1006)";
  const chain = (between: string): string =>
    [
      'Traceback (most recent call last):',
      '  File "/opt/conda/lib/python3.11/site-packages/urllib3/connectionpool.py", line 467, in _make_request',
      '    self._validate_conn(conn)',
      ssl,
      '',
      between,
      '',
      'Traceback (most recent call last):',
      '  File "/opt/conda/lib/python3.11/site-packages/dxf/__init__.py", line 302, in _request',
      '    r = self._session.request(method, url)',
      `requests.exceptions.SSLError: HTTPSConnectionPool(host='my.private.registry', port=5000): Max retries exceeded with url: /v2/team/mnist/manifests/1 (Caused by SSLError(SSLCertVerificationError(1, "${ssl}")))`,
      '',
      'The above exception was the direct cause of the following exception:',
      '',
      'Traceback (most recent call last):',
      '  File "/opt/conda/lib/python3.11/site-packages/kaptain/model/models.py", line 10, in build',
      'kaptain.exceptions.ImageBuildException: Image build failed',
      ''
    ].join('\n');
  for (const between of [
    'During handling of the above exception, another exception occurred:',
    'The above exception was the direct cause of the following exception:'
  ]) {
    const said = classify(chain(between));
    assert.deepEqual([said.consumer, said.cause], ['sdk', 'no-name']);
    assert.deepEqual(said.hosts, ['my.private.registry:5000']);
    assert.deepEqual(said.images, ['my.private.registry:5000/team/mnist:1']);
  }
});

test('a known text that was overcome, and then a failure of something else: nothing is said', () => {
  for (const { name, text } of known.filter(item => item.consumer === 'builder')) {
    const said = classify(
      `${text}Traceback (most recent call last):\n  File "/work/train.py", line 3, in <module>\n    x = d["a"]\nKeyError: 'a'\n`
    );
    assert.equal(said.kind, 'unknown', name);
  }
});

test('what the code of a traceback says is not what the program says', () => {
  const said = classify(
    [
      '---------------------------------------------------------------------------',
      'ValueError                                Traceback (most recent call last)',
      'Cell In[3], line 2',
      '      1 # Get "https://my.private.registry:5000/v2/": x509: certificate signed by unknown authority',
      '----> 2 raise ValueError("no")',
      '',
      'ValueError: no',
      ''
    ].join('\n')
  );
  assert.equal(said.kind, 'unknown');
});

test('a cell that runs a program: what the program said counts, not that it failed', () => {
  const failed = `Traceback (most recent call last):\n  File "/work/cell.py", line 3, in <module>\n    subprocess.run(command, check=True)\n  File "/opt/conda/lib/python3.11/subprocess.py", line 571, in run\n    raise CalledProcessError(retcode, process.args,\nsubprocess.CalledProcessError: Command '['crane', 'push']' returned non-zero exit status 1.\n`;
  const said = classify(`${textOf('skopeo: unknown authority')}${failed}`);
  assert.deepEqual([said.consumer, said.cause], ['program', 'untrusted']);
  assert.equal(classify(failed).kind, 'unknown');
});
