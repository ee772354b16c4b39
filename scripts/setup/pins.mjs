// `npm run pins -- NAME …`: writes tests/environments/NAME.txt anew, with the versions that pip takes today.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseOf, rows } from './environments.mjs';
import { ROOT } from './place.mjs';

const known = rows();
const names = process.argv.slice(2);
const pinned = Object.keys(known).filter(name => known[name].pins?.startsWith('tests/environments/'));
const unknown = names.find(name => !pinned.includes(name));
if (names.length === 0 || unknown !== undefined) {
  console.error(`Name environments whose versions are kept: ${pinned.join(', ')}.`);
  process.exit(2);
}
for (const name of names) {
  const folder = mkdtempSync(join(tmpdir(), 'pins-'));
  try {
    const python = join(folder, 'bin', 'python');
    execFileSync(baseOf(known[name]), ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', '--quiet', '--disable-pip-version-check'];
    execFileSync(python, [...pip, 'install', ...known[name].packages], { stdio: 'inherit' });
    const versions = execFileSync(python, [...pip, 'freeze'], { encoding: 'utf8' });
    writeFileSync(join(ROOT, known[name].pins ?? ''), versions);
    console.error(`${known[name].pins}: ${versions.trim().split('\n').length} versions`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
