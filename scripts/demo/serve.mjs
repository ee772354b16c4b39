// A registry for tests in other languages: `node scripts/demo/serve.mjs [FAULT]` starts one with its CA and login, prints
// one line of JSON (host, ca, username, password, files: caFile and dockerConfig), and ends when its standard input does.
import { FAULTS, filesOf, partsWith } from './faults.mjs';
import { MissingPart } from './missing.mjs';
import { LOGIN, startRegistry } from './registry.mjs';

const fault = process.argv[2] ?? null;
try {
  if (fault !== null && !Object.hasOwn(FAULTS, fault)) {
    throw new MissingPart(`There is no fault "${fault}".`);
  }
  const parts = partsWith(fault);
  const registry = await startRegistry({ tls: parts.tls });
  if (!parts.running) {
    await registry.close();
  }
  const host = `localhost:${registry.port}`;
  const { username, password } = LOGIN;
  const known = { host, ca: parts.authority.pem, username, password, files: filesOf(parts, host) };
  process.stdout.write(`${JSON.stringify(known)}\n`);
  process.stdin.resume().on('close', registry.close);
} catch (error) {
  if (!(error instanceof MissingPart)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 3;
}
