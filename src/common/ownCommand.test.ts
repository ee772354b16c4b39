import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownCommand } from './ownCommand.ts';

test('our command is called as it can be found; others stay', () => {
  const line = 'kaptain-registry check my.registry:5000';
  assert.equal(ownCommand(line, 'kaptain-registry'), line);
  assert.equal(ownCommand(line, '/opt/a/kaptain-registry'), '/opt/a/kaptain-registry check my.registry:5000');
  assert.equal(ownCommand(line, '/my tools/kaptain-registry'), "'/my tools/kaptain-registry' check my.registry:5000");
  assert.equal(ownCommand('kubectl get secret kaptain-registry', '/x'), 'kubectl get secret kaptain-registry');
  assert.equal(ownCommand('kaptain-registry-x y', '/x'), 'kaptain-registry-x y');
});
