import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  baseImage,
  CellError,
  cellPlan,
  differences,
  imageOn,
  meansDockerHub,
  modelValues,
  moveImage,
  pythonString,
  readValues,
  refusal,
  renderCell,
  requestedValues,
  usesFrameworkEnum,
  type CellValues
} from './cell.ts';
import type { CellContext } from './protocol.ts';

interface Scenario {
  name: string;
  values: CellValues;
}

const golden = new URL('../../tests/golden/cell/', import.meta.url);
const scenarios = JSON.parse(readFileSync(new URL('scenarios.json', golden), 'utf8')) as Scenario[];

function fault(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof CellError);
    assert.match(error.message, /^[A-Z].*[.…]$/);
    return error.fault;
  }
  return 'none';
}

for (const { name, values } of scenarios) {
  test(`golden file ${name}`, () => {
    assert.equal(`${renderCell(values)}\n`, readFileSync(new URL(`${name}.py`, golden), 'utf8'));
    assert.equal(renderCell(structuredClone(values)), renderCell(values));
  });

  test(`values of ${name} survive metadata`, () => {
    assert.deepEqual(readValues(JSON.parse(JSON.stringify(values))), values);
  });
}

test('default places give the code of the guide', () => {
  assert.equal(
    renderCell({
      registry: 'my.private.registry:5000',
      caFile: { need: 'default' },
      dockerConfig: { need: 'default' }
    }),
    [
      'from kaptain.config import Config',
      'from kaptain.platform.config.certificates import DockerRegistryCertificateProvider',
      '',
      'config = Config.default()',
      'config.docker_registry_url = "my.private.registry:5000"',
      'config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.default()'
    ].join('\n')
  );
});

test('a literal is one line of harmless characters whatever it holds', () => {
  // A fixed generator: the same texts in every run.
  let state = 20261124;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const escape = /^\\(?:[\\"nrt]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})/;
  for (let round = 0; round < 5000; round += 1) {
    const text = Array.from({ length: next(20) }, () =>
      String.fromCharCode(next(4) === 0 ? next(0x10000) : next(0x80))
    ).join('');
    const literal = pythonString(text);
    assert.ok(literal.startsWith('"') && literal.endsWith('"'));
    let rest = literal.slice(1, -1);
    let read = '';
    while (rest !== '') {
      const match = escape.exec(rest);
      if (match === null) {
        const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
        assert.match(character, /^[ -~\p{L}]$/u);
        assert.doesNotMatch(character, /["\\]/);
        read += character;
        rest = rest.slice(character.length);
      } else {
        const short = { '\\': '\\', '"': '"', n: '\n', r: '\r', t: '\t' }[match[0].slice(1)];
        read += short ?? String.fromCodePoint(Number.parseInt(match[0].slice(2), 16));
        rest = rest.slice(match[0].length);
      }
    }
    assert.equal(read, text);
  }
});

test('the framework is a text up to SDK 0.4 and an enum from 1.0', () => {
  assert.deepEqual(
    ['0.3', '0.4', '0.4.0', '1.0', '1.0.1', '1.3', '2'].map(sdk => usesFrameworkEnum(sdk)),
    [false, false, false, true, true, true, true]
  );
  for (const sdk of ['', 'new', '1.', '-1', '1.0; import os', '١.٠']) {
    assert.equal(
      fault(() => usesFrameworkEnum(sdk)),
      'sdk'
    );
  }
});

test('an image is on the registry of the cell or refused', () => {
  const registry = 'my.private.registry:5000';
  assert.equal(imageOn(registry, 'team/mnist:1'), `${registry}/team/mnist:1`);
  assert.equal(imageOn(registry, ` ${registry}/team/mnist `), `${registry}/team/mnist`);
  assert.equal(imageOn('registry', 'registry/team/mnist'), 'registry/team/mnist');
  assert.equal(imageOn('[fd00::15]:5000', '[fd00::15]:5000/a'), '[fd00::15]:5000/a');
  const cases: Record<string, string> = {
    '': 'image-missing',
    ' ': 'image-missing',
    [`${registry}/`]: 'image-missing',
    'other.registry/team/mnist': 'image-elsewhere',
    'docker.io/team/mnist': 'image-elsewhere',
    [`${registry}0/team/mnist`]: 'image-elsewhere',
    'localhost/mnist': 'image-elsewhere',
    'Team/MNIST': 'image-name',
    'team//mnist': 'image-name',
    'team/mnist:': 'image-name',
    'team/mnist:a b': 'image-name',
    '"; import os #': 'image-name',
    'https://my.private.registry:5000/team/mnist': 'image-name',
    'user:password@my.private.registry/team': 'image-name',
    [`team/mnist@sha256:${'0'.repeat(64)}`]: 'image-name',
    [`team/${'a'.repeat(600)}`]: 'image-name'
  };
  for (const [image, expected] of Object.entries(cases)) {
    assert.equal(
      fault(() => imageOn(registry, image)),
      expected,
      image
    );
  }
});

test('the base image is asked for, kept as typed, and Docker Hub is never meant in silence', () => {
  assert.equal(
    fault(() => baseImage(' ')),
    'base-image-missing'
  );
  for (const image of ['a b', 'https://x/y', 'user:pw@host/x', 'x@sha256:12', 'A/b', 'host:99999/x']) {
    assert.equal(
      fault(() => baseImage(image)),
      'base-image',
      image
    );
  }
  assert.equal(baseImage(' mesosphere/kubeflow:2.2.0-base '), 'mesosphere/kubeflow:2.2.0-base');
  assert.equal(meansDockerHub('mesosphere/kubeflow:2.2.0-base'), true);
  assert.equal(meansDockerHub('my.private.registry:5000/mesosphere/kubeflow:2.2.0-base'), false);
  assert.equal(meansDockerHub('localhost/x'), false);
});

test('a model takes what its base image tells and makes up no image', () => {
  const base = 'r.example/mesosphere/kubeflow:2.2.0-pytorch-1.11.0';
  const model = modelValues('r.example', { image: 'team/m', baseImage: base });
  assert.deepEqual(
    [model.framework, model.frameworkVersion, model.imageName, model.sdk],
    ['pytorch', '1.11.0', 'r.example/team/m', '1.3']
  );
  assert.equal(
    modelValues('r.example', { image: 'm', baseImage: base, framework: 'sklearn' }).frameworkVersion,
    '0.24.2'
  );
  const faults = [
    { baseImage: base },
    { image: 'team/m' },
    { image: 'team/m', baseImage: base, sdk: 'x' },
    { image: 'team/m', baseImage: base, sdk: '0.4', framework: 'sklearn' as const },
    { image: 'team/m', baseImage: base, name: ' ' },
    { image: 'team/m', baseImage: base, mainFile: 'x'.repeat(501) }
  ].map(request => fault(() => modelValues('r.example', request)));
  assert.deepEqual(faults, ['image-missing', 'base-image-missing', 'sdk', 'framework', 'text', 'text']);
});

test('wishes of the command line become values', () => {
  const home = '/home/kubeflow';
  assert.deepEqual(requestedValues({ registry: 'r:5000', home }), {
    registry: 'r:5000',
    caFile: { need: 'default' },
    dockerConfig: { need: 'default' }
  });
  assert.deepEqual(
    requestedValues({ registry: 'r', home, noCa: true, dockerConfig: '/home/kubeflow/.docker/config.json' }),
    {
      registry: 'r',
      caFile: { need: 'none' },
      dockerConfig: { need: 'default' }
    }
  );
  assert.deepEqual(
    requestedValues({ registry: 'r', home: '/root/', caFile: '/root/.tls/certificate.crt', dockerConfig: '/x' }),
    {
      registry: 'r',
      caFile: { need: 'default' },
      dockerConfig: { need: 'from_file', path: '/x' }
    }
  );
  assert.equal(
    fault(() => requestedValues({ registry: 'https://r/', home })),
    'registry'
  );
  assert.equal(
    fault(() => requestedValues({ registry: 'r', home, caFile: 'ca.crt' })),
    'path'
  );
});

test('a plan says the places of the run, or why there is no cell', () => {
  const context = (over: Partial<Extract<CellContext, { ok: true }>>): CellContext => ({
    ok: true,
    caFile: { need: 'default', path: '/home/kubeflow/.tls/certificate.crt' },
    dockerConfig: { need: 'default', path: '/home/kubeflow/.docker/config.json' },
    awsCredentials: false,
    ...over
  });
  assert.deepEqual(cellPlan('r:5000', context({})), {
    ok: true,
    values: { registry: 'r:5000', caFile: { need: 'default' }, dockerConfig: { need: 'default' } }
  });
  const elsewhere = { need: 'from_file', path: '/srv/config.json' } as const;
  assert.deepEqual(
    cellPlan('r:5000', context({ dockerConfig: elsewhere, awsCredentials: true, caFile: { need: 'none', path: '' } })),
    {
      ok: true,
      values: { registry: 'r:5000', caFile: { need: 'none' }, dockerConfig: elsewhere }
    }
  );
  const reasons = [
    cellPlan(null, context({})),
    cellPlan('r', { ok: false, reason: 'no-registry' }),
    cellPlan('https://r', context({})),
    cellPlan('r', context({ caFile: { need: 'from_file', path: 'relative' } })),
    cellPlan('r', context({ dockerConfig: elsewhere }))
  ].map(plan => (plan.ok ? 'ok' : plan.reason));
  assert.deepEqual(reasons, ['no-registry', 'no-registry', 'bad-registry', 'bad-path', 'no-storage']);
  for (const reason of ['no-registry', 'bad-registry', 'bad-path', 'no-storage'] as const) {
    const { text } = refusal(reason);
    assert.match(text, /^[A-Z].*\.$/);
    // Toasts are cut at 140 characters.
    assert.ok(text.length <= 140, `${text.length}: ${text}`);
  }
});

test('metadata of strangers is read or refused, never trusted', () => {
  const good = scenarios.find(scenario => scenario.name === 'model-sdk-1.3')?.values;
  assert.ok(good?.model !== undefined);
  const bad: unknown[] = [
    null,
    [],
    'text',
    {},
    { ...good, registry: 5 },
    { ...good, registry: 'x'.repeat(5000) },
    { ...good, caFile: { need: 'from_file' } },
    { ...good, caFile: { need: 'constructor' } },
    { ...good, dockerConfig: { need: 'none' } },
    { ...good, dockerConfig: null },
    { ...good, model: null },
    { ...good, model: [] },
    { ...good, model: { ...good.model, sdk: 'newest' } },
    { ...good, model: { ...good.model, framework: 'toString' } },
    { ...good, model: { ...good.model, name: undefined } }
  ];
  for (const value of bad) {
    assert.equal(readValues(value), null, JSON.stringify(value));
  }
  assert.deepEqual(readValues({ ...good, extra: 'dropped', caFile: { need: 'none', path: '/dropped' } }), {
    ...good,
    caFile: { need: 'none' }
  });
});

test('differences are named in the order of the cell', () => {
  const [a, b] = [
    scenarios.find(item => item.name === 'default-places'),
    scenarios.find(item => item.name === 'both-elsewhere')
  ];
  const model = scenarios.find(item => item.name === 'model-sdk-1.3')?.values.model;
  assert.ok(a !== undefined && b !== undefined && model !== undefined);
  assert.deepEqual(differences(a.values, a.values), []);
  assert.deepEqual(differences(a.values, { ...b.values, model }), ['registry', 'dockerConfig', 'caFile', 'model']);
  assert.deepEqual(differences({ ...a.values, model }, { ...a.values, model: { ...model, mainFile: 'x.py' } }), [
    'model'
  ]);
});

test('an image moves with its registry, others stay', () => {
  assert.equal(moveImage('a:1/x', 'a:1', 'b:2'), 'b:2/x');
  assert.equal(moveImage('a:10/x', 'a:1', 'b:2'), 'a:10/x');
});
