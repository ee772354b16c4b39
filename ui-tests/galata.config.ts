/** Features and pictures, with Galata: themes, sizes, keyboard. */
import { defineConfig } from '@playwright/test';
import { browserOptions } from './browser.ts';
import { servers } from './servers.ts';

export default defineConfig({
  testDir: 'features',
  globalSetup: './galata.setup.ts',
  outputDir: 'test-results/features',
  reporter: 'list',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    // Known to Playwright's workers, which read this file again after the set-up. Galata wants no slash at the end.
    baseURL: servers().url?.replace(/\/$/, ''),
    viewport: { width: 1280, height: 800 },
    launchOptions: browserOptions(),
    trace: 'retain-on-failure',
    video: 'off'
  }
});
