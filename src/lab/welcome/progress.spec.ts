import { StateDB } from '@jupyterlab/statedb';
import { expect, it } from 'vitest';
import { WelcomeProgress } from './progress.ts';
import { namespaceIn } from './services.ts';

it('continues where the person was, until the end', async () => {
  const state = new StateDB();
  const first = new WelcomeProgress(state);
  expect([first.started, first.way]).toEqual([false, 'now']);
  first.choose('for-good');
  const second = new WelcomeProgress(state);
  await second.ready;
  expect([second.started, second.way]).toEqual([true, 'for-good']);
  second.end();
  const third = new WelcomeProgress(state);
  await third.ready;
  expect(third.started).toBe(false);
});

it('holds what a person chose before the kept values were read, and works with no place to keep them', async () => {
  const state = new StateDB();
  new WelcomeProgress(state).choose('for-good');
  const early = new WelcomeProgress(state);
  early.begin();
  await early.ready;
  expect([early.started, early.way]).toEqual([true, 'now']);
  const alone = new WelcomeProgress(null);
  alone.begin();
  await alone.ready;
  expect(alone.started).toBe(true);
});

it.each([
  ['https://host/notebook/team-a/my-notebook/', 'team-a'],
  ['http://localhost:8888/', null],
  ['https://host/notebook/Not_A_Namespace/x/', null]
])('reads the namespace in %s', (url, namespace) => {
  expect(namespaceIn(url)).toBe(namespace);
});
