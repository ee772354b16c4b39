import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { manifestsOutput } from '../../src/node/cli/manifests.ts';
import { parseManifests } from '../../src/node/cli/args/manifests.ts';
import { command } from './command.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(read('../fixtures/poddefault.schema.json')) as object
);

interface PodDefault {
  metadata: { name: string; namespace: string };
  spec: {
    selector: { matchLabels: Record<string, string> };
    desc: string;
    volumeMounts: { name: string; mountPath: string }[];
    volumes: { name: string; secret: { secretName: string } }[];
  };
}

async function podDefault(...more: string[]): Promise<{ object: PodDefault; note: string }> {
  const { status, out, err } = await command(['manifests', '--format', 'json', '--namespace', 'team-a', ...more]);
  assert.equal(status, 0, err);
  const object = JSON.parse(out) as PodDefault;
  assert.ok(validate(object), JSON.stringify(validate.errors));
  return { object, note: err };
}

/** The PodDefault of the guide to private registries. */
const GUIDE = {
  apiVersion: 'kubeflow.org/v1alpha1',
  kind: 'PodDefault',
  metadata: { name: 'notebook-configuration', namespace: 'team-a' },
  spec: {
    selector: { matchLabels: { 'notebook-configuration': 'true' } },
    desc: 'Private Docker Registry',
    volumeMounts: [
      { name: 'docker-secret-volume', mountPath: '/home/kubeflow/.docker/' },
      { name: 'docker-registry-certificate', mountPath: '/home/kubeflow/.tls/' }
    ],
    volumes: [
      { name: 'docker-secret-volume', secret: { secretName: 'docker-secret' } },
      { name: 'docker-registry-certificate', secret: { secretName: 'docker-registry-certificate' } }
    ]
  }
};

const GUIDE_COMMANDS = [
  'kubectl create secret generic docker-secret -n team-a --from-file=config.json',
  'kubectl create secret generic docker-registry-certificate -n team-a --from-file=certificate.crt'
];

describe('manifests', () => {
  test("without wishes: the guide's PodDefault and its two commands", async () => {
    const { object, note } = await podDefault();
    assert.deepEqual(object, GUIDE);
    for (const line of GUIDE_COMMANDS) {
      assert.ok(
        note.split('\n').some(text => text.trim() === line),
        note
      );
    }
  });

  test('as YAML: one file for kubectl, with the steps as comments', async () => {
    const { status, out, err } = await command(['manifests', '--namespace', 'team-a']);
    assert.deepEqual([status, err], [0, '']);
    assert.equal(out, read('../golden/manifests/guide.yaml'));
  });

  test("with the person's names, everywhere the same", async () => {
    const { object, note } = await podDefault(
      ...['--name', 'corp-registry', '--description', 'Corp registry: "on" for all', '--secret-name', 'corp.login'],
      ...['--ca-secret-name', 'corp-ca', '--docker-config', '/data/my docker.json', '--ca-file', 'corp.pem'],
      ...['--home', '/home/jovyan/', '--contact-cluster-admin', 'https://help.corp.example/k8s']
    );
    assert.deepEqual(object.metadata, { name: 'corp-registry', namespace: 'team-a' });
    assert.deepEqual(object.spec, {
      selector: { matchLabels: { 'corp-registry': 'true' } },
      desc: 'Corp registry: "on" for all',
      volumeMounts: [
        { name: 'corp-login-volume', mountPath: '/home/jovyan/.docker/' },
        { name: 'corp-ca', mountPath: '/home/jovyan/.tls/' }
      ],
      volumes: [
        { name: 'corp-login-volume', secret: { secretName: 'corp.login' } },
        { name: 'corp-ca', secret: { secretName: 'corp-ca' } }
      ]
    });
    assert.ok(
      note.includes(
        "kubectl create secret generic corp.login -n team-a --from-file='config.json=/data/my docker.json'\n"
      )
    );
    assert.ok(note.includes('kubectl create secret generic corp-ca -n team-a --from-file=certificate.crt=corp.pem\n'));
    assert.ok(note.includes('tick "Corp registry: "on" for all" under Configurations'));
    assert.ok(note.includes('the cluster admin (https://help.corp.example/k8s)'));
  });

  test('a publicly trusted registry has no CA', async () => {
    const { object, note } = await podDefault('--no-ca');
    assert.deepEqual(object.spec.volumes, GUIDE.spec.volumes.slice(0, 1));
    assert.doesNotMatch(note, /certificate/);
  });

  test('in a pod the namespace is its own, unless another is named', () => {
    const given = (...options: [string, string][]): ReturnType<typeof parseManifests> =>
      parseManifests({ operands: [], options: new Map(options.map(([name, value]) => [name, [value]])) });
    assert.match(manifestsOutput(given(), 'team-pod').file, /\n {2}namespace: team-pod\n/);
    assert.match(manifestsOutput(given(['namespace', 'team-b']), 'team-pod').file, /\n {2}namespace: team-b\n/);
  });

  test('outside of a pod it has to be named', () =>
    assert.throws(
      () => manifestsOutput(parseManifests({ operands: [], options: new Map() }), null),
      /--namespace team-a/
    ));
});

describe("the guides' mistakes are not repeated", () => {
  test('every kubectl command has its namespace, and files stand behind -f', async () => {
    const { note } = await podDefault();
    const commands = note.match(/kubectl .*/g) ?? [];
    assert.ok(commands.length >= 5);
    for (const line of commands) {
      assert.match(line, / -n team-a\b/);
      assert.doesNotMatch(line, / -f -n /);
    }
  });

  test('the label is its own, alone, with the value "true" as a text: the only one that can be ticked', async () => {
    for (const more of [[], ['--name', 'other'], ['--label', 'corp.example/registry']]) {
      const { object } = await podDefault(...more);
      const { matchLabels } = object.spec.selector;
      assert.deepEqual(Object.values(matchLabels), ['true']);
    }
    const { object } = await podDefault('--name', 'other');
    assert.deepEqual(Object.keys(object.spec.selector.matchLabels), ['other'], 'not that of another PodDefault');
  });

  test('the keys of the Secrets are the names that the SDK looks for, whatever the files are called', async () => {
    const { note } = await podDefault('--docker-config', 'auth.json', '--ca-file', 'ca.pem');
    assert.match(note, /--from-file=config\.json=auth\.json/);
    assert.match(note, /--from-file=certificate\.crt=ca\.pem/);
    const same = await podDefault('--docker-config', 'x/config.json', '--ca-file', 'x/certificate.crt');
    assert.match(same.note, /--from-file=x\/config\.json\n/);
  });

  test('mount paths end in a slash, as in the guide: another spelling would be stacked on it unnoticed', async () => {
    for (const home of ['/home/x', '/home/x/']) {
      const { object } = await podDefault('--home', home);
      assert.deepEqual(
        object.spec.volumeMounts.map(({ mountPath }) => mountPath),
        ['/home/x/.docker/', '/home/x/.tls/']
      );
    }
  });

  test('a Secret for the login, no ConfigMap; each mount has its volume, each volume its Secret', async () => {
    const { object, note } = await podDefault();
    assert.doesNotMatch(JSON.stringify(object) + note, /configmap/i);
    assert.deepEqual(
      object.spec.volumeMounts.map(({ name }) => name),
      object.spec.volumes.map(({ name }) => name)
    );
  });
});

describe('what Kubernetes would refuse is wrong usage', () => {
  const WRONG: string[][] = [
    ['--namespace', 'Team'],
    ['--namespace', 'a'.repeat(64)],
    ['--name', 'Upper'],
    ['--name', 'a..b'],
    ['--secret-name', 'with space'],
    ['--secret-name', 'same', '--ca-secret-name', 'same'],
    ['--secret-name', 'same', '--ca-secret-name', 'same-volume'],
    ['--label', 'a/b/c'],
    ['--label', '-a'],
    ['--description', ' '],
    ['--description', 'two\nlines'],
    ['--home', 'relative'],
    ['--home', '/a/../b'],
    ['--home', '/a:b'],
    ['--docker-config', 'a=b'],
    ['--format', 'toml'],
    ['--no-ca', '--ca-file', 'x'],
    ['registry.test']
  ];
  for (const args of WRONG) {
    test(args.join(' ').slice(0, 50), async () => {
      const namespace = args.includes('--namespace') ? [] : ['--namespace', 'team-a'];
      const { status, out, err } = await command(['manifests', ...namespace, ...args]);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.equal(err.trimEnd().split('\n').length, 1);
    });
  }
});
