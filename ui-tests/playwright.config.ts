/** The product as Kubeflow runs it: plain Playwright, because Galata's own fixtures need the XSRF check off and no prefix. */
import { defineConfig } from '@playwright/test';
import { browserOptions } from './browser.ts';

export default defineConfig({
  testDir: 'kubeflow',
  globalSetup: './kubeflow.setup.ts',
  outputDir: 'test-results/kubeflow',
  reporter: 'list',
  // One home, one registry, one JupyterLab for all: the tests take turns.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: browserOptions(),
    trace: 'retain-on-failure',
    video: 'off'
  }
});
