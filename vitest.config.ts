import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      // The bundler hands icons over as text.
      name: 'svg-as-text',
      enforce: 'pre',
      load: id => (id.endsWith('.svg') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))};` : null)
    }
  ],
  test: {
    include: ['src/lab/**/*.spec.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: ['src/lab/testing/setup.ts'],
    server: { deps: { inline: [/@jupyterlab\//, /@jupyter\//, /@lumino\//] } },
    restoreMocks: true
  }
});
