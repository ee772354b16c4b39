// Makes one sheet of those in style/, without comments and blanks: the page gets it as text in its program.
import { build } from 'esbuild';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

await build({
  absWorkingDir: resolve(dirname(fileURLToPath(import.meta.url)), '..'),
  entryPoints: ['style/index.css'],
  outfile: 'lib/style/index.css',
  bundle: true,
  minify: true,
  logLevel: 'warning'
});
