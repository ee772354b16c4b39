/** Programs that the product is compared with; the set-up builds them from their own source. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_CRANE } from '../../scripts/setup/golang.mjs';
import { MissingPart } from '../../scripts/setup/missing.mjs';

/**
 * crane (go-containerregistry), in the version of go.mod beside this file.
 * @returns {string} path of the program
 * @throws {MissingPart} when the set-up has not built it
 */
export function crane() {
  if (!existsSync(BUILT_CRANE)) {
    throw new MissingPart('There is no crane yet: "npm run setup -- crane" builds it.');
  }
  return BUILT_CRANE;
}

/** Version of crane, from go.mod. */
export function craneVersion() {
  const text = readFileSync(join(import.meta.dirname, 'go.mod'), 'utf8');
  return /go-containerregistry v(\S+)/.exec(text)?.[1] ?? 'unknown';
}
