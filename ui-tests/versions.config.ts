/** The panel in every version of JupyterLab and Notebook that people run, one after the other, as Kubeflow starts it. */
import { defineConfig } from '@playwright/test';
import { browserOptions } from './browser.ts';
import { COLLABORATION, VERSIONS } from './versions/table.ts';

export default defineConfig<object, { environment: string }>({
  testDir: 'versions',
  outputDir: 'test-results/versions',
  reporter: 'list',
  // One registry, one home and one JupyterLab at a time: they start with the first test of a version.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: browserOptions(),
    trace: 'retain-on-failure',
    video: 'off'
  },
  projects: [
    ...VERSIONS.map(({ name }) => ({ name, testMatch: 'everyday.spec.ts', use: { environment: name } })),
    { name: COLLABORATION, testMatch: 'together.spec.ts', use: { environment: COLLABORATION } }
  ]
});
