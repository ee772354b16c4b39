import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_CONTACTS } from './contacts.ts';
import { GUIDE, manifestFile, manifestSteps } from './manifests.ts';
import { contactLink, handover, messageFor, type MessageParts } from './message.ts';

const PARTS: MessageParts = {
  code: 'KR-TLS-004',
  subject: 'my.private.registry:5000',
  title: "The registry's CA is not the one in your file",
  explanation: 'Same name, another key.',
  evidence: [{ label: 'SHA-256', value: 'AA:BB' }],
  fix: [
    { text: 'Send the CA file.', by: 'registry-owner', command: 'openssl x509 -in ca.crt' },
    { text: 'Put it into the Secret.', by: 'you', command: 'kubectl create secret' },
    { text: 'Roll the Secret out.', by: 'cluster-admin' }
  ],
  since: '2026-11-24T12:05:00Z',
  registry: 'my.private.registry:5000'
};
const CONTACTS = { clusterAdmin: null, registryOwner: 'registry@corp.example' };

describe('a message to whoever has to act', () => {
  it('says what happens, since when, what exactly, which step, and how to tell that it worked', () => {
    assert.equal(
      messageFor('registry-owner', PARTS, CONTACTS),
      [
        'To the registry owner (registry@corp.example)',
        '',
        "The registry's CA is not the one in your file (my.private.registry:5000, KR-TLS-004).",
        'Same name, another key.',
        'Seen since 2026-11-24T12:05:00Z, from a notebook.',
        '',
        'What was seen:',
        '- SHA-256: AA:BB',
        '',
        'Please:',
        '- Send the CA file.',
        '    openssl x509 -in ca.crt',
        '',
        'It worked when this command in the notebook no longer shows KR-TLS-004:',
        '    kaptain-registry check my.private.registry:5000'
      ].join('\n')
    );
  });

  it('holds the steps of the one who is asked, and no others', () => {
    const text = messageFor('cluster-admin', PARTS, CONTACTS);
    assert.match(text, /^To the cluster admin\n/);
    assert.match(text, /Roll the Secret out/);
    assert.doesNotMatch(text, /kubectl create secret|Send the CA file|registry@corp/);
  });

  it('leaves out what is not known', () => {
    const text = messageFor('cluster-admin', { ...PARTS, since: null, registry: null, evidence: [] }, NO_CONTACTS);
    assert.doesNotMatch(text, /Seen since|What was seen/);
    assert.match(text, / {4}kaptain-registry check$/);
  });

  it('is written in the language of the reader', () => {
    const text = messageFor('cluster-admin', PARTS, NO_CONTACTS, (said, ...values) => `<${said}|${values.join(',')}>`);
    assert.match(text, /<To the %1\|cluster admin>/);
  });
});

it('hands the PodDefault over, with the tick by which it is known to work', () => {
  const values = { ...GUIDE, namespace: 'team-a' };
  const [, ...steps] = manifestSteps(values, 'poddefault.yaml');
  const text = handover(
    { namespace: 'team-a', description: values.description, file: manifestFile(values, 'yaml'), steps },
    { clusterAdmin: 'room 12', registryOwner: null }
  );
  assert.match(text, /^To the cluster admin \(room 12\)\n/);
  assert.match(text, /kind: PodDefault/);
  assert.match(text, /kubectl create -f poddefault\.yaml -n team-a/);
  assert.match(text, /shows "Private Docker Registry" under Configurations/);
});

describe('a contact', () => {
  for (const [text, link] of [
    ['https://help.example/registry', 'https://help.example/registry'],
    ['mailto:registry@corp.example', 'mailto:registry@corp.example'],
    ['registry@corp.example', 'mailto:registry@corp.example'],
    ['platform team, room 12', null],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)//https://x', null],
    ['data:text/html,x', null],
    ['https://help.example/"onmouseover="x', null],
    ['call https://help.example', null]
  ] as const) {
    it(`${text} is ${link === null ? 'text' : 'a link'}`, () => assert.equal(contactLink(text), link));
  }
});
