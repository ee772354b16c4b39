/**
 * The Python environments of the witness's tests, as the set-up has made them: the project's own Python with urllib3 1.26
 * and with urllib3 2, and every Python from 3.7 to 3.14 that the machine has, with the newest urllib3 that it can have.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { witnessParts } from '../../scripts/setup/environments.mjs';
import { askInterpreter } from '../../scripts/setup/interpreters.mjs';
import { environmentFolder, PYTHON } from '../../scripts/setup/place.mjs';

/** The project's own Python, with the packages of the set-up. */
export const OWN_PYTHON = PYTHON;

export interface Environment {
  name: string;
  /** Path of its interpreter. */
  python: string;
}

/** The interpreter that the project's environment was made with. */
export function basePython(): { minor: number; path: string } {
  const own = askInterpreter(OWN_PYTHON);
  if (own === null) {
    throw new Error('The project has no Python yet: "npm run setup -- python" makes it.');
  }
  return own;
}

/** Every environment. */
export function environments(): readonly Environment[] {
  return witnessParts().map(name => {
    const python = join(environmentFolder(name), 'bin', 'python');
    if (!existsSync(python)) {
      throw new Error(`There is no Python environment "${name}" yet: "npm run setup -- ${name}" makes it.`);
    }
    return { name, python };
  });
}
