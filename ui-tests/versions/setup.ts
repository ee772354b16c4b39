/** What takes long and is no test: the registry's program, and the wheel in each environment. */
import { registryProgram } from '../../scripts/demo/registry-program.mjs';
import { COLLABORATION, environmentOf, VERSIONS } from './table.ts';
import { installWheel } from './wheel.ts';

export default async function setUp(): Promise<void> {
  await registryProgram({ say: line => void process.stderr.write(`[ui-tests] ${line}\n`) });
  // The build itself installs the wheel into the project's own environment.
  for (const name of [...VERSIONS.map(version => version.name).filter(name => name !== 'newest'), COLLABORATION]) {
    installWheel(environmentOf(name));
  }
}
