/** How Playwright starts the Chromium that the set-up has found or unpacked (scripts/setup/browser.mjs). */
import type { LaunchOptions } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installedBrowser, UNPACKED } from '../scripts/setup/browser.mjs';

const packages = resolve(import.meta.dirname, '..', 'node_modules');

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
export function browserOptions(): LaunchOptions {
  const installed = installedBrowser();
  if (installed !== null) {
    return { executablePath: installed, args: ARGS };
  }
  const executablePath = join(UNPACKED, 'chromium');
  if (!existsSync(executablePath)) {
    throw new Error('There is no Chromium yet: "npm run setup -- browser" unpacks one.');
  }
  const fonts = join(UNPACKED, 'fonts.conf');
  writeFileSync(fonts, fontsConfiguration(join(UNPACKED, 'fontconfig')));
  const libraries = missesLibraries(executablePath) ? { LD_LIBRARY_PATH: join(UNPACKED, 'al2023', 'lib') } : {};
  return {
    executablePath,
    args: ARGS,
    env: { ...process.env, ...libraries, FONTCONFIG_FILE: fonts } as Record<string, string>
  };
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
