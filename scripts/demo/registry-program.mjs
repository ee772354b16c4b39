/**
 * The registry program: `$REGISTRY`, else `docker-registry` or `registry` on PATH, else the one that the set-up has built
 * from the Go module in tests/registry. Run by itself it prints the program's path.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { BUILT_REGISTRY, installedRegistry } from '../setup/golang.mjs';
import { MissingPart } from './missing.mjs';

/**
 * @returns {string} absolute path of a program that speaks `serve CONFIG`
 * @throws {MissingPart} when there is none
 */
export function registryProgram() {
  const installed = installedRegistry();
  if (installed !== null) {
    return resolve(installed);
  }
  if (!existsSync(BUILT_REGISTRY)) {
    throw new MissingPart('There is no registry program yet: "npm run setup -- registry" builds it.');
  }
  return BUILT_REGISTRY;
}
