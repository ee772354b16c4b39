/** What stands behind each `npm run NAME`: the parts that it needs, and the program that it then is. */
import { labParts, witnessParts } from './environments.mjs';

/**
 * @typedef {object} Command
 * @property {(args: string[]) => string[]} parts
 * @property {string[]} run program and its first arguments
 */

/** @param {...string} parts */
const always =
  (...parts) =>
  () =>
    parts;

const UNIT = [
  'src/{common,node}/**/*.test.ts',
  'tests/{gauntlet,cli,hostile,kube,network,witness,demo,log,lowest,setup}/**/*.test.{ts,mjs}'
];

/** @type {Record<string, Command>} */
export const COMMANDS = {
  start: { parts: always('wheel', 'registry'), run: ['node', 'scripts/demo/main.mjs'] },
  // Which parts: those of the steps that it takes. It makes them before the first one.
  test: { parts: always('python', 'npm'), run: ['node', 'scripts/test-all.mjs'] },
  build: { parts: always('wheel'), run: ['true'] },
  contracts: {
    parts: always('npm'),
    run: ['node', '--test', 'tests/wall.test.mjs', 'tests/contracts/red.test.mjs']
  },
  'lint:ts': { parts: always('npm'), run: ['eslint', '.'] },
  'lint:types': {
    parts: always('npm', 'lowest'),
    run: ['sh', '-c', 'tsc -b && tsc -p tests && tsc -p ui-tests && tsc -p tests/lowest']
  },
  'lint:format': { parts: always('npm'), run: ['prettier', '--check', '.'] },
  'lint:style': { parts: always('npm'), run: ['stylelint', 'style/**/*.css'] },
  'lint:python': {
    parts: always('python'),
    run: ['sh', '-c', 'ruff check . && ruff format --check . && mypy jupyterlab_kaptain_registry hatch_build.py']
  },
  format: {
    parts: always('npm'),
    run: ['sh', '-c', 'prettier --write . && eslint --fix . && ruff format . && ruff check --fix .']
  },
  codes: { parts: always('npm'), run: ['node', 'scripts/codes.mjs'] },
  pins: { parts: always('python'), run: ['node', 'scripts/setup/pins.mjs'] },
  'test:unit': {
    parts: () => ['wheel', 'registry', ...witnessParts()],
    run: ['node', '--test', '--test-concurrency=2', ...UNIT]
  },
  'test:lab': { parts: always('npm'), run: ['vitest', 'run'] },
  'test:python': {
    parts: always(
      'wheel',
      'registry',
      'lab:wheel',
      'lab-4.0:wheel',
      'lab3:wheel',
      'lab36:wheel',
      'python38:wheel',
      'kernel37',
      'kernel38'
    ),
    run: ['python', '-m', 'pytest']
  },
  'test:ui': {
    parts: always('wheel', 'registry', 'browser'),
    run: ['playwright', 'test', '--config', 'ui-tests/playwright.config.ts']
  },
  'test:galata': {
    parts: always('wheel', 'registry', 'browser'),
    run: ['playwright', 'test', '--config', 'ui-tests/galata.config.ts']
  },
  'test:versions': {
    parts: () => ['wheel', 'registry', 'browser', ...labParts(), 'collaboration:wheel'],
    run: ['playwright', 'test', '--config', 'ui-tests/versions.config.ts']
  },
  gauntlet: {
    parts: args => ['wheel', 'registry', ...(args.includes('--peers') ? ['crane'] : [])],
    run: ['node', 'tests/gauntlet/main.ts']
  },
  bench: { parts: always('wheel', 'registry', 'crane'), run: ['node', 'scripts/bench/main.mjs'] }
};
