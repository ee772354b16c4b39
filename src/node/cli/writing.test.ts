import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import type { WriteFault } from '../fix/place.ts';
import { NO_CONTACTS } from '../../common/contacts.ts';
import { parseArguments } from './arguments.ts';
import { refusalProblem } from './caText.ts';
import { problemText } from './problem.ts';
import { styleFor } from './style.ts';
import { writingProblem, type Writing } from './writing.ts';

const style = styleFor({}, undefined);

const login: Writing = {
  kind: 'login',
  host: 'my.private.registry:5000',
  path: '/home/kubeflow/.docker/config.json',
  folder: '/home/kubeflow/.docker',
  exists: true,
  home: '/home/kubeflow',
  namespace: 'team-a',
  accept: null,
  from: null
};
const ca: Writing = {
  ...login,
  kind: 'ca',
  path: '/home/kubeflow/.tls/certificate.crt',
  folder: '/home/kubeflow/.tls',
  exists: false,
  accept: 'AB:CD'
};

const FAULTS: WriteFault[] = [
  'secret',
  'file-mount',
  'read-only',
  'no-right',
  'no-folder',
  'directory',
  'special',
  'dangling-link',
  'unreadable',
  'too-large',
  'full',
  'locked',
  'changing',
  'not-granted',
  'other'
];

for (const fault of FAULTS) {
  test(`${fault}: says that nothing was written, and what to do`, () => {
    for (const writing of [login, ca]) {
      const problem = writingProblem(fault, writing, 'EXAMPLE', '/home/kubeflow/.docker/.config.json.lock');
      assert.match(problem.explanation, /Nothing was written/);
      assert.ok(problem.steps.length > 0);
      assert.doesNotMatch(problemText(problem, style, NO_CONTACTS), /undefined|null|\[object/);
    }
  });
}

test('a mounted Secret: copy, change the copy, write it back; what else the Secret holds stays', () => {
  const commands = writingProblem('secret', login, null).steps.flatMap(step => step.commands ?? []);
  assert.deepEqual(commands, [
    'install -m 600 /home/kubeflow/.docker/config.json /home/kubeflow/config.json',
    'kaptain-registry login my.private.registry:5000 --to-file /home/kubeflow/config.json',
    'kubectl create secret generic docker-secret -n team-a --from-file=config.json=/home/kubeflow/config.json --dry-run=client -o yaml | kubectl apply -f -'
  ]);
});

test('a folder that was named as the file: the file in it is offered', () => {
  const named = { ...login, path: '/home/kubeflow/.docker', folder: '/home/kubeflow' };
  const commands = writingProblem('directory', named, null).steps.flatMap(step => step.commands ?? []);
  assert.equal(
    commands.at(-1),
    'kaptain-registry login my.private.registry:5000 --to-file /home/kubeflow/.docker/config.json'
  );
});

test('the same for the CA, of which there is no file yet', () => {
  const commands = writingProblem('secret', ca, null).steps.flatMap(step => step.commands ?? []);
  assert.deepEqual(commands, [
    'kaptain-registry ca my.private.registry:5000 --accept AB:CD --to-file /home/kubeflow/certificate.crt',
    'kubectl create secret generic docker-registry-certificate -n team-a --from-file=certificate.crt=/home/kubeflow/certificate.crt --dry-run=client -o yaml | kubectl apply -f -'
  ]);
});

test('the mark of a process that was stopped is named, so that it can be removed', () => {
  const { steps } = writingProblem('locked', login, 'EEXIST', '/home/a b/.config.json.lock');
  assert.deepEqual(steps.at(-1)?.commands, ["rm '/home/a b/.config.json.lock'"]);
});

test('every command for a registry with a name like an option is read as it was meant', () => {
  const host = '--accept';
  const path = "/home/a b/it's \u202e.crt";
  const named = { ...ca, host, path, accept: 'AB'.repeat(32) };
  const problems = [...FAULTS.map(fault => writingProblem(fault, named, null)), refusalProblem('server', host)];
  const commands = problems.flatMap(({ steps }) => steps.flatMap(step => step.commands ?? []));
  const own = commands.filter(line => line.startsWith('kaptain-registry '));
  assert.ok(own.length > 5);
  for (const line of own) {
    const words = execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
      .split('\0')
      .slice(1, -1);
    const read = parseArguments(words);
    assert.ok('host' in read && read.host === host, line);
    assert.ok(!('accept' in read) || read.accept === null || read.accept.startsWith('AB:'), line);
  }
});
