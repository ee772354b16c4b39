import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { severityOf, textsOf, type FindingDraft } from '../../common/finding.ts';
import type { EnvironmentFacts, FactName, FileFacts } from '../facts.ts';
import type { TrustFacts } from '../x509/facts.ts';
import { filChecks } from './fil.ts';
import type { CheckInput, Judgement } from './types.ts';

const CONFIG = '/home/kubeflow/.docker/config.json';
const CA = '/home/kubeflow/.tls/certificate.crt';

const environment: EnvironmentFacts = {
  home: '/home/kubeflow',
  inPod: true,
  namespace: 'team-a',
  awsCredentials: false,
  missingBundle: null,
  variables: {}
};

interface Changes extends Partial<Omit<FileFacts, 'folder'>> {
  folder?: Partial<FileFacts['folder']>;
}

/** A mounted Secret with the file, and what is different. */
function file(path: string, { folder, ...changes }: Changes = {}): FileFacts {
  return {
    path,
    origin: 'default',
    isDefault: true,
    state: 'file',
    size: 100,
    tooLarge: false,
    changedAt: 0,
    errorClass: null,
    mode: 0o644,
    isMountPoint: false,
    elsewhere: null,
    ...changes,
    folder: {
      path: path.slice(0, path.lastIndexOf('/')),
      exists: true,
      isProjection: true,
      isMountPoint: true,
      isReadOnly: false,
      isClosed: false,
      names: [path.slice(path.lastIndexOf('/') + 1)],
      ...folder
    }
  };
}

const HAND_MADE = { isProjection: false, isMountPoint: false };

function judge(id: string, facts: object, subject = CONFIG): Judgement {
  const found = filChecks.find(one => one.id === id);
  assert.ok(found !== undefined);
  const judgement = found.run({ facts, subject, at: 0, builder: 'kaniko-1.3.0' } as CheckInput<FactName>);
  for (const finding of judgement.findings) {
    assert.ok(found.emits.includes(finding.code), finding.code);
    const texts = textsOf(finding);
    assert.doesNotMatch(JSON.stringify(texts), /\{[a-zA-Z]\w*\}/);
  }
  return judgement;
}

const says = (findings: readonly FindingDraft[]): string[] =>
  findings.map(one => [one.code, one.variant, severityOf(one)].filter(part => part !== undefined).join(' '));

const config = (changes: Changes, other: Partial<EnvironmentFacts> = {}): string[] =>
  says(
    judge('fil.config', { 'config.file': file(CONFIG, changes), environment: { ...environment, ...other } }).findings
  );

const ca = (changes: Changes): string[] =>
  says(judge('fil.ca', { 'ca.file': file(CA, changes), environment }, CA).findings);

describe('the Docker config', () => {
  const missing = { state: 'missing', size: 0 } as const;
  const rows: [name: string, changes: Changes, expected: string[]][] = [
    ['mounted', {}, []],
    ['missing, no folder', { ...missing, folder: { exists: false, names: [], ...HAND_MADE } }, ['KR-FIL-001 error']],
    [
      'missing where it was named',
      { ...missing, origin: 'option', isDefault: false, folder: HAND_MADE },
      ['KR-FIL-001 given error']
    ],
    [
      'missing where the setting says',
      { ...missing, origin: 'setting', folder: HAND_MADE },
      ['KR-FIL-001 given error']
    ],
    ['mounted, but empty', { ...missing, folder: { names: [] } }, ['KR-FIL-001 empty-mount error']],
    ['another key', { ...missing, folder: { names: ['.dockerconfigjson'] } }, ['KR-FIL-002 error']],
    [
      'another key, copied',
      { ...missing, folder: { names: ['.dockerconfigjson'], ...HAND_MADE } },
      ['KR-FIL-002 error']
    ],
    [
      "an unrelated file of one's own",
      { ...missing, folder: { names: ['daemon.json'], ...HAND_MADE } },
      ['KR-FIL-001 error']
    ],
    ['a folder', { state: 'directory' }, ['KR-FIL-003 error']],
    ['a pipe', { state: 'special' }, ['KR-FIL-004 special error']],
    ['no right', { state: 'unreadable', errorClass: 'EACCES' }, ['KR-FIL-004 error']],
    ['empty', { size: 0 }, ['KR-FIL-005 error']],
    ['too large', { size: 70_000, tooLarge: true }, ['KR-FIL-006 warning']],
    [
      'another home',
      { path: '/home/kubeflow/.docker/config.json', origin: 'kubeflow-home', isDefault: false },
      ['KR-FIL-007 error']
    ],
    ['another home, and empty', { origin: 'kubeflow-home', size: 0 }, ['KR-FIL-007 error', 'KR-FIL-005 error']],
    ['mount not complete', { state: 'dangling-link' }, ['KR-FIL-010 error']],
    ['link to nothing', { state: 'dangling-link', folder: HAND_MADE }, ['KR-FIL-010 link error']],
    ['changing', { state: 'changing' }, ['KR-FIL-010 changing warning']],
    ['a copy', { mode: 0o600, folder: HAND_MADE }, ['KR-FIL-011 warning']],
    ['a copy for everyone', { mode: 0o644, folder: HAND_MADE }, ['KR-FIL-011 warning', 'KR-FIL-015 warning']],
    ['a copy that was named', { origin: 'option', folder: HAND_MADE }, []],
    ['a mounted folder of another kind', { folder: { isProjection: false } }, []],
    ['mounted with subPath', { isMountPoint: true, folder: HAND_MADE }, ['KR-FIL-012 warning']]
  ];
  for (const [name, changes, expected] of rows) {
    test(name, () => assert.deepEqual(config(changes), expected));
  }

  test('a copy is normal outside a pod', () => {
    assert.deepEqual(config({ folder: HAND_MADE }, { inPod: false }), []);
  });

  test('commands have the namespace of the pod, or a word to replace', () => {
    const command = (namespace: string | null): string | undefined => {
      const { findings } = judge('fil.config', {
        'config.file': file(CONFIG, { state: 'missing', folder: { names: ['dockerconfig.json'] } }),
        environment: { ...environment, namespace }
      });
      return findings
        .flatMap(one => textsOf(one).fix.map(step => step.command ?? ''))
        .find(text => text.startsWith('kubectl create'));
    };
    assert.equal(
      command('team-a'),
      'kubectl create secret generic docker-secret -n team-a --from-file=config.json="$HOME/config.json" --dry-run=client -o yaml | kubectl apply -f -'
    );
    assert.match(command(null) ?? '', / -n YOUR-NAMESPACE /);
  });

  test('a file that was set aside is not taken for a copy', () => {
    const codes = (names: string[]): string[] =>
      judge('fil.config', {
        'config.file': file(CONFIG, { state: 'missing', folder: { ...HAND_MADE, names } }),
        environment
      }).findings.map(one => `${one.code} ${one.variant ?? ''}`);
    assert.deepEqual(codes(['config.json.old']), ['KR-FIL-002 copy']);
    assert.deepEqual(codes(['config.json.unusable']), ['KR-FIL-001 ']);
  });

  test('names from outside are data', () => {
    const { findings } = judge('fil.config', {
      'config.file': file(CONFIG, { state: 'missing', folder: { names: ['\u001b[31mconfig.json\u202e'] } }),
      environment
    });
    const shown = JSON.stringify(findings);
    // Written out, not as they are.
    assert.match(shown, /\\\\u001b\[31mconfig\.json\\\\u202e/);
    assert.doesNotMatch(shown, /(?<!\\)\\u001b|\u202e/);
  });

  test('what no program can read fails for both consumers that read it', () => {
    for (const state of ['missing', 'directory', 'special', 'unreadable', 'dangling-link'] as const) {
      const { findings } = judge('fil.config', { 'config.file': file(CONFIG, { state }), environment });
      assert.deepEqual(findings[0]?.consumers, { sdk: 'fails', builder: 'fails' }, state);
    }
  });
});

describe('the CA file', () => {
  const missing = { state: 'missing', size: 0 } as const;
  const rows: [name: string, changes: Changes, expected: string[]][] = [
    ['mounted', {}, []],
    ['missing is no fault of itself', { ...missing, folder: { exists: false, names: [] } }, []],
    [
      'missing where it was named',
      { ...missing, origin: 'option', folder: { names: [] } },
      ['KR-FIL-008 no-file error']
    ],
    ['another key', { ...missing, folder: { names: ['ca.crt'] } }, ['KR-FIL-009 error']],
    [
      'another ending',
      { ...missing, folder: { names: ['readme.txt', 'corp.pem'], ...HAND_MADE } },
      ['KR-FIL-009 error']
    ],
    ['something else', { ...missing, folder: { names: ['readme.txt'] } }, []],
    ['a folder', { state: 'directory' }, ['KR-FIL-003 error']],
    ['no right', { state: 'unreadable', errorClass: 'EACCES' }, ['KR-FIL-004 error']],
    ['empty', { size: 0 }, ['KR-FIL-005 ca error']],
    ['too large', { size: 2_000_000, tooLarge: true }, ['KR-FIL-006 ca warning']],
    ['another home', { origin: 'kubeflow-home' }, ['KR-FIL-007 ca error']],
    ['mount not complete', { state: 'dangling-link' }, ['KR-FIL-010 error']]
  ];
  for (const [name, changes, expected] of rows) {
    test(name, () => assert.deepEqual(ca(changes), expected));
  }

  const trust = {
    publiclyTrusted: false,
    consumers: { sdk: 'fails', builder: 'fails', nodes: 'unknown' }
  } as TrustFacts;
  const needed = (changes: Changes, other: Partial<TrustFacts> = {}): string[] =>
    says(
      judge('ca.needed', { trust: { ...trust, ...other }, 'ca.file': file(CA, changes), environment }, 'r.test:5000')
        .findings
    );

  test('its absence is a fault where the registry has a private CA', () => {
    const folder = { exists: false, names: [], ...HAND_MADE };
    assert.deepEqual(needed({ ...missing, folder }), ['KR-FIL-008 error']);
    assert.deepEqual(needed({ ...missing, folder: { names: [] } }), ['KR-FIL-008 mounted error']);
    assert.deepEqual(needed({ ...missing, folder }, { publiclyTrusted: true }), []);
    assert.deepEqual(needed({}), []);
    assert.deepEqual(needed({ ...missing, origin: 'option', folder }), []);
  });

  test('it is said of the registry, with the verdicts of the trust analysis', () => {
    const { findings } = judge('ca.needed', { trust, 'ca.file': file(CA, missing), environment }, 'r.test:5000');
    assert.deepEqual([findings[0]?.subject, findings[0]?.consumers], ['r.test:5000', trust.consumers]);
  });
});
