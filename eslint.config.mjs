import js from '@eslint/js';
import jupyter from '@jupyter/eslint-plugin';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '.venv/**',
      '.cache/**',
      'node_modules/**',
      'lib/**',
      'dist/**',
      'jupyterlab_kaptain_registry/**',
      'ui-tests/test-results/**'
    ]
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      // Control characters are what the readers of foreign text look for.
      'no-control-regex': 'off'
    }
  },
  {
    files: ['src/lab/**', 'src/index.ts'],
    extends: [{ plugins: { jupyter } }, ...[jupyter.configs.recommended].flat()],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: 'src/lab/tsconfig.json', tsconfigRootDir: import.meta.dirname }
    },
    rules: {
      // Properties of a component stand in its namespace, as in JupyterLab itself.
      '@typescript-eslint/no-namespace': 'off',
      // Titles of checks and texts of findings come from the catalogue, which is the source of the translation keys.
      'jupyter/no-dynamic-translation': 'off'
    }
  },
  { files: ['src/lab/testing/**'], rules: { 'jupyter/no-untranslated-string': 'off' } },
  {
    // One module reads ASN.1; its library would accept what no client does.
    files: ['src/node/**'],
    ignores: ['src/node/x509/asn1.ts', 'src/node/**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['node-forge', 'node-forge/*'] }] }
  },
  {
    files: ['scripts/**', 'ui-tests/**', '*.mjs', '*.config.ts', 'tests/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        document: 'readonly',
        window: 'readonly'
      }
    },
    rules: { 'no-console': 'off' }
  }
);
