/**
 * Finds a Chromium for the browser tests: `$CHROMIUM`, else one that is installed, else the npm package
 * @sparticuz/chromium, which needs neither root nor a package manager but is made for serverless functions; what it does
 * not do outside of them is done here.
 */
import type { LaunchOptions } from '@playwright/test';
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const packages = resolve(import.meta.dirname, '..', 'node_modules');
const cache = join(packages, '.cache', 'chromium');

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Never add @sparticuz/chromium's own `args`: they switch web security off, and every XSRF and CORS test would pass.
 * Without a sandbox because root has none, and neither have users where user namespaces are off.
 */
const ARGS = ['--no-sandbox'];

/**
 * Launch options for Playwright. What the browser needs of the environment goes here and not into the process: servers
 * started by the tests would inherit it.
 * @throws {Error} with one sentence when there is no browser
 */
export async function browserOptions(): Promise<LaunchOptions> {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!isExecutable(named)) {
      throw new Error(`The variable CHROMIUM names "${named}", which is no program.`);
    }
    return { executablePath: resolve(named), args: ARGS };
  }
  const installed = [...onPath(INSTALLED), chromium.executablePath()].find(isExecutable);
  if (installed) {
    return { executablePath: installed, args: ARGS };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser tests need Chromium: install it, run "npx playwright install chromium", or name one in the variable CHROMIUM.'
    );
  }
  return packaged();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap(name => folders.map(folder => join(folder, name)));
}

async function packaged(): Promise<LaunchOptions> {
  const { version } = JSON.parse(readFileSync(join(packages, '@sparticuz/chromium/package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(cache, version);
  if (!existsSync(folder)) {
    await unpack(folder);
  }
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(fonts, fontsConfiguration(join(folder, 'fontconfig')));
  const executablePath = join(folder, 'chromium');
  const libraries = missesLibraries(executablePath) ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {};
  return {
    executablePath,
    args: ARGS,
    env: { ...process.env, ...libraries, FONTCONFIG_FILE: fonts } as Record<string, string>
  };
}

/** The package unpacks into the temporary folder and trusts whatever it finds there: it gets one of its own. */
async function unpack(folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = fresh;
  try {
    const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
    await sparticuz.executablePath();
    await inflate(join(packages, '@sparticuz/chromium/bin/al2023.tar.br'));
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
  // Whole or not at all, also when two processes unpack at the same time.
  if (existsSync(folder)) {
    rmSync(fresh, { recursive: true });
  } else {
    renameSync(fresh, folder);
  }
}

/** Without a font Chromium draws no text, and menus have no width. The same fonts everywhere make the same pictures. */
function fontsConfiguration(cacheFolder: string): string {
  const families = {
    'DejaVu Sans': ['sans-serif', 'system-ui', 'Segoe UI', 'Helvetica', 'Arial'],
    'DejaVu Serif': ['serif'],
    'DejaVu Sans Mono': ['monospace', 'ui-monospace', 'Menlo', 'Consolas']
  };
  const aliases = Object.entries(families).flatMap(([font, names]) =>
    names.map(
      name => `  <alias binding="same"><family>${name}</family><prefer><family>${font}</family></prefer></alias>`
    )
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${join(packages, 'dejavu-fonts-ttf', 'ttf')}</dir>`,
    `  <cachedir>${cacheFolder}</cachedir>`,
    // Taken for every unknown family otherwise, being first in the alphabet.
    '  <selectfont><rejectfont><glob>*MathTeXGyre*</glob></rejectfont></selectfont>',
    ...aliases,
    '</fontconfig>',
    ''
  ].join('\n');
}

function missesLibraries(program: string): boolean {
  const listed = spawnSync('ldd', [program], { encoding: 'utf8' });
  return listed.error !== undefined || listed.stdout.includes('not found');
}
