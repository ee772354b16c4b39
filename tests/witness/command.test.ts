/** The command with its witness, as a person starts it and with the rights that the launcher gives. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Report } from '../../src/common/report.ts';
import { command, inHome, SOURCE } from '../cli/command.ts';
import { pem } from '../gauntlet/pki.ts';
import { startServer, type Registry } from '../gauntlet/server.ts';
import { OWN_PYTHON } from './environments.ts';

const schema = new URL('../../src/common/report.schema.json', import.meta.url);
const validate = new Ajv2020().compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

let registry: Registry;
before(async () => {
  registry = await startServer(['leaf'], {});
});
after(() => registry.close());

const arguments_ = (...more: string[]): string[] => [
  'check',
  registry.host,
  '--resolve',
  `${registry.host}:127.0.0.1`,
  ...more
];
const config = (): object => ({
  auths: { [registry.host]: { auth: Buffer.from(`${registry.user}:${registry.password}`).toString('base64') } }
});
const healthy = (run: (home: string) => Promise<void>): Promise<void> =>
  inHome({ config: config(), ca: pem('root') }, run);

test('--python: the verdict says who confirmed it', () =>
  healthy(async home => {
    const { status, out, err } = await command(arguments_('--python', OWN_PYTHON), { home });
    assert.equal(status, 0, out);
    assert.equal(err, '');
    assert.match(out, /This notebook\s+works, tested from here, confirmed by Python 3\.\d+\n/);
    assert.match(out, /\? Kaptain SDK: not found/);
  }));

test('the Python that the command is installed in is the default; the report names its versions', () =>
  healthy(async home => {
    const env = { KAPTAIN_REGISTRY_PYTHON: OWN_PYTHON };
    const { status, out } = await command(arguments_('--format', 'json'), { home, env });
    const report = JSON.parse(out) as Report;
    assert.equal(status, 0);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    const { sdkWitness } = report.registries[0] ?? {};
    assert.equal(sdkWitness?.status, 'confirmed');
    assert.match(sdkWitness.urllib3 ?? '', /^2\./);
  }));

test('--no-python starts none', () =>
  healthy(async home => {
    const env = { KAPTAIN_REGISTRY_PYTHON: OWN_PYTHON };
    const { status, out } = await command(arguments_('--no-python', '--format', 'json'), { home, env });
    const report = JSON.parse(out) as Report;
    assert.equal(status, 0);
    assert.deepEqual(report.registries[0]?.sdkWitness, { status: 'none' });
    assert.ok(report.checks.every(item => item.id !== 'sdk.package'));
  }));

test('a Python that is not there changes no verdict', () =>
  healthy(async home => {
    const { status, out } = await command(arguments_('--python', '/nowhere/python'), { home });
    assert.equal(status, 0, out);
    assert.match(out, /Confirmed by Python: not confirmed: Python could not be started/);
  }));

/** With the flags of the launcher. */
function restricted(flags: readonly string[], args: readonly string[], home: string): Promise<string> {
  const own = ['--permission', '--allow-fs-read=*', '--disable-warning=ExperimentalWarning', ...flags];
  const env = { HOME: home, KAPTAIN_REGISTRY_PYTHON: OWN_PYTHON };
  return new Promise(resolve =>
    execFile(process.execPath, [...own, SOURCE, ...args], { env }, (_, stdout) => resolve(stdout))
  );
}

test('with the rights that the launcher gives the witness can be started, without them nothing breaks', () =>
  healthy(async home => {
    const with_ = await restricted(['--allow-child-process'], arguments_(), home);
    assert.match(with_, /confirmed by Python 3/);
    const without = await restricted([], arguments_(), home);
    assert.match(without, /✓ Login and certificate work here/);
    assert.match(without, /not confirmed: Python could not be started/);
  }));
