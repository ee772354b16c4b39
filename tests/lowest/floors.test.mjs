// What package.json promises of JupyterLab's versions: one floor, said in three places.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = path => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const { dependencies, jupyterlab } = read('../../package.json');
const lowest = read('./package.json');

/** Packages that the page gets from JupyterLab; the other one is part of the helper. */
const shared = Object.entries(dependencies).filter(([name]) => name !== 'node-forge');

test('the browser is content with every version that the dependencies allow', () => {
  // Without it the builder asks for the version that it was built with, and older ones log a warning for each package.
  assert.deepEqual(
    jupyterlab.sharedPackages,
    Object.fromEntries(shared.map(([name, requiredVersion]) => [name, { requiredVersion }]))
  );
});

test('types are checked against the lowest minor version that the dependencies allow', () => {
  const minor = version => version.replace('^', '').split('.').slice(0, 2).join('.');
  const ofJupyterLab = shared.filter(([name]) => name.startsWith('@jupyterlab/'));
  assert.ok(ofJupyterLab.length > 10);
  assert.deepEqual(
    Object.fromEntries(ofJupyterLab.map(([name]) => [name, minor(lowest.dependencies[name] ?? 'none')])),
    Object.fromEntries(ofJupyterLab.map(([name, range]) => [name, minor(range)]))
  );
});
