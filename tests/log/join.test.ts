import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../src/common/log/classify.ts';
import { explain, type Explanation } from '../../src/common/log/explanation.ts';
import { sentenceText } from '../../src/common/log/sentence.ts';
import type { Classification } from '../../src/common/log/types.ts';
import type { Report } from '../../src/common/report.ts';
import { play } from '../gauntlet/play.ts';
import { scenarios } from '../gauntlet/scenarios.ts';
import { textOf } from './fixtures.ts';

const HOST = 'my.private.registry:5000';
const all = new Map(await scenarios());

/** The report of a scenario, as if its registry had the name that the texts use. */
async function reportOf(name: string): Promise<Report> {
  const scenario = all.get(name);
  assert.ok(scenario !== undefined, name);
  const { result, registry } = await play(scenario);
  return JSON.parse(JSON.stringify(result.report).replaceAll(registry.host, HOST)) as Report;
}

async function join(
  text: string,
  scenario: string
): Promise<{ said: Classification; explained: Explanation; headline: string }> {
  const said = classify(textOf(text));
  const explained = explain(said, await reportOf(scenario));
  return { said, explained, headline: sentenceText(explained.headline) };
}

const JOINED: readonly [text: string, scenario: string, headline: string][] = [
  [
    'kaniko: unknown authority on push',
    'tls/other-ca',
    'The image builder refused the certificate of the registry, because your CA file holds another CA.'
  ],
  [
    'kaniko: unknown authority on push',
    'fil/ca-missing',
    'The image builder refused the certificate of the registry, because there is no CA file.'
  ],
  [
    'kaniko: unknown authority on push',
    'crt/twice-encoded',
    'The image builder refused the certificate of the registry, because your CA file was encoded twice.'
  ],
  [
    'kaniko: unknown authority on push',
    'tls/interception',
    'The image builder refused the certificate of the registry, because a security product opens the connection and signs with its own CA.'
  ],
  [
    'urllib3 1.26: local issuer',
    'tls/intermediate-not-sent',
    'This notebook refused the certificate of the registry, because the registry does not send its intermediate CA.'
  ],
  [
    'dxf: unauthorized',
    'reg/wrong-password',
    'This notebook was not let in by the registry, because the registry refuses this login.'
  ],
  [
    'dxf: unauthorized',
    'cfg/other-port',
    'This notebook was not let in by the registry, because the login in the Docker config is for another address.'
  ],
  [
    'kaniko: unauthorized with scope',
    'cfg/line-break-in-password',
    'The image builder was not let in by the registry to push, because the password in the Docker config ends with a line break.'
  ],
  [
    'kaniko: expired',
    'tls/leaf-expired',
    "The image builder refused the certificate of the registry, because the registry's certificate has expired."
  ],
  [
    'kaniko: connection refused',
    'net/refused',
    'The image builder does not reach the registry, because nothing listens at that address and port.'
  ],
  [
    'kaniko: handshake timeout',
    'net/policy-for-notebooks',
    'The image builder does not reach the registry, because a network policy of the namespace keeps the image builder from the registry.'
  ],
  [
    'kaniko: a whole list of CAs is sent',
    'tls/ca-list-too-long',
    'The image builder ended the greeting of the registry, because the registry sends too many certificates.'
  ],
  [
    'containerd: expired',
    'tls/leaf-expired',
    "A training machine refused the certificate of the registry, because the registry's certificate has expired."
  ]
];

test('text and checks say one sentence: who met it, and why', async () => {
  for (const [text, scenario, headline] of JOINED) {
    const { explained, headline: told } = await join(text, scenario);
    assert.equal(told, headline, `${text}, ${scenario}`);
    assert.equal(explained.state, 'joined');
    assert.equal(explained.finding?.code, all.get(scenario)?.first);
    assert.equal(explained.next, null);
    assert.ok(explained.causes.some(({ state }) => state === 'found'));
  }
});

test('without a report nothing is decided: every cause is open, and the sentence names none', () => {
  const explained = explain(classify(textOf('kaniko: unknown authority on push')));
  assert.equal(explained.state, 'said');
  assert.equal(
    sentenceText(explained.headline),
    'The image builder refused the certificate of the registry. It does not know who signed the certificate.'
  );
  assert.ok(explained.causes.length > 5 && explained.causes.every(({ state }) => state === 'open'));
});

test('a report about another registry decides nothing', async () => {
  const report = JSON.parse(JSON.stringify(await reportOf('tls/other-ca')).replaceAll(HOST, 'other.test:1')) as Report;
  const explained = explain(classify(textOf('kaniko: unknown authority on push')), report);
  assert.equal(explained.state, 'said');
  assert.equal(explained.finding, null);
});

test('a registry that is fine now: the text is older, or something that no check can see', async () => {
  const gone = await join('kaniko: expired', 'healthy/basic');
  assert.equal(gone.explained.state, 'gone');
  assert.match(gone.headline, /The checks find nothing of the kind now: mended since, or it comes and goes\.$/);
  assert.ok(gone.explained.causes.every(({ state }) => state === 'not-found'));
  const left = await join('kaniko: unknown authority on push', 'healthy/basic');
  assert.equal(left.explained.state, 'left');
  assert.match(
    left.headline,
    /What they cannot see: the Config of the cell names no CA for exactly this host and port\.$/
  );
});

test('what only the machines know is left to who can look there', async () => {
  const { explained, headline } = await join('containerd: unknown authority', 'healthy/basic');
  assert.equal(explained.state, 'left');
  assert.match(headline, /the training machines do not know the CA of the registry\.$/);
  assert.equal(explained.next?.by, 'cluster-admin');
});

test('another fault is named as another one, never as the cause', async () => {
  const { explained, headline } = await join('kaniko: expired', 'reg/wrong-password');
  assert.equal(explained.state, 'other');
  assert.match(headline, /another problem, which need not be behind it\.$/);
  assert.equal(explained.finding?.code, 'KR-REG-010');
});

test('checks that were not made leave their causes open', async () => {
  const { explained, headline } = await join('kaniko: Harbor says unauthorized for a right', 'healthy/basic');
  assert.equal(explained.state, 'open');
  assert.match(headline, /cannot be told from here\.$/);
  const open = explained.causes.filter(({ state }) => state === 'open').map(({ code }) => code);
  assert.ok(open.includes('KR-REG-016'));
  assert.ok(!open.includes('KR-CFG-011'));
});

test('a fault with which the program of the text has no trouble is not its cause', async () => {
  // The builder of the SDK still accepts a name in the old place alone.
  const { explained } = await join('kaniko: no names', 'tls/common-name-only');
  assert.notEqual(explained.finding?.consumers?.builder, 'ok');
});

test('an unknown text stays unknown, whatever the checks find', async () => {
  const said = classify(textOf('pandas: file missing'));
  const explained = explain(said, await reportOf('tls/other-ca'));
  assert.equal(explained.state, 'unknown');
  assert.equal(explained.causes.length, 0);
  assert.equal(explained.finding?.code, 'KR-TLS-003');
});

test('every sentence can be said in another language: whole texts are translated, then put together', async () => {
  const { explained } = await join('kaniko: unknown authority on push', 'tls/other-ca');
  const heard: string[] = [];
  const told = sentenceText(explained.headline, text => {
    heard.push(text);
    return `[${text}]`;
  });
  assert.deepEqual(heard, [
    '{said}, because {why}.',
    '{who} refused the certificate of the registry',
    'The image builder',
    'your CA file holds another CA'
  ]);
  assert.equal(
    told,
    '[[[The image builder] refused the certificate of the registry], because [your CA file holds another CA].]'
  );
});
