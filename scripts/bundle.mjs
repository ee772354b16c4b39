// Bundles the Node half into jupyterlab_kaptain_registry/sidecar: one folder, no node_modules, licences beside it.
import { build } from 'esbuild';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'jupyterlab_kaptain_registry', 'sidecar');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Names of chunks change with their content: old ones would go into the wheel.
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
/**
 * Node's `http` as a plain object. Imported as an ECMAScript module, every one of its exports is read, and with them
 * Node loads its whole fetch and WebSocket client: 12 ms of each start, for nothing.
 */
const lazyHttp = {
  name: 'lazy-http',
  setup(builder) {
    builder.onResolve({ filter: /^node:http$/ }, ({ path }) => ({ path, namespace: 'lazy-http' }));
    builder.onLoad({ filter: /.*/, namespace: 'lazy-http' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`
    }));
  }
};

await build({
  absWorkingDir: root,
  entryPoints: { sidecar: 'src/node/sidecar.ts', cli: 'src/node/main.ts' },
  outdir: out,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunk-[hash]',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  splitting: true,
  minify: true,
  legalComments: 'linked',
  plugins: [lazyHttp],
  define: { __VERSION__: JSON.stringify(version) },
  // CommonJS dependencies call require for Node's own modules.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  logLevel: 'warning'
});
copyFileSync(join(root, 'src', 'common', 'report.schema.json'), join(out, 'report.schema.json'));
cpSync(join(root, 'src', 'node', 'witness', 'python'), join(out, 'python'), {
  recursive: true,
  filter: path => !path.endsWith('__pycache__')
});
const forge = readFileSync(join(root, 'node_modules', 'node-forge', 'LICENSE'), 'utf8');
writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), `node-forge\n==========\n\n${forge}`);
