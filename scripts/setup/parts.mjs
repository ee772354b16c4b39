/** Everything that the set-up can make, by name. What a command needs stands in commands.mjs. */
import { browser } from './browser.mjs';
import { environmentParts } from './environments.mjs';
import { crane, go, registry } from './golang.mjs';
import { npmPackages, python } from './python.mjs';
import { wheel } from './wheel.mjs';

/** @type {Record<string, import('./make.mjs').Part>} */
const ALWAYS = {
  python,
  npm: npmPackages('npm packages', '.'),
  lowest: npmPackages('types of the lowest JupyterLab', 'tests/lowest'),
  wheel,
  go,
  registry,
  crane,
  browser
};

/**
 * @param {string[]} wanted names; empty: all
 * @returns {Record<string, import('./make.mjs').Part>} at least those; the machine's interpreters are looked for only
 *   when an environment is wanted
 */
export function partsFor(wanted) {
  const isUsual = wanted.length > 0 && wanted.every(name => Object.hasOwn(ALWAYS, name));
  return isUsual ? ALWAYS : { ...ALWAYS, ...environmentParts() };
}
