import { resolve } from 'node:path';
import type { WitnessHost } from '../witness/host.ts';
import type { CheckArguments } from './arguments.ts';

/** Variable in which the launcher names the Python that the command is installed in. */
const PYTHON_VARIABLE = 'KAPTAIN_REGISTRY_PYTHON';

/** Variable in which it names the one of these that it has started already. */
const STARTED_VARIABLE = 'KAPTAIN_REGISTRY_WITNESS';

/**
 * Starts the Python that confirms what is found, so that it loads while the command does; undefined when nothing of
 * this run would ask it. The caller ends it.
 */
export async function startWitness(
  { python, noPython, offline, only }: CheckArguments,
  environment: Readonly<Record<string, string | undefined>>
): Promise<WitnessHost | undefined> {
  // It is started in another folder; a bare name is looked for on the PATH.
  const named = python?.includes('/') === true ? resolve(python) : python;
  const interpreter = named ?? environment[PYTHON_VARIABLE] ?? '';
  const asked = only === null || only.includes('TLS') || only.includes('REG');
  if (noPython || offline || !asked || interpreter === '') {
    return undefined;
  }
  const [{ CommandWitness }, { adoptPython, spawnPython }, { witnessEnvironment }] = await Promise.all([
    import('../witness/command.ts'),
    import('../witness/running.ts'),
    import('../witness/environment.ts')
  ]);
  const started = python === null ? (environment[STARTED_VARIABLE] ?? '') : '';
  const running = started === '' ? spawnPython(interpreter, witnessEnvironment(environment)) : adoptPython(started);
  return new CommandWitness(running, environment);
}
