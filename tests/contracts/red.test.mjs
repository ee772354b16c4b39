/** What must not pass in silence: each of these changes is a mistake that the compiler or a lint rule stops. */
import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import { test } from 'node:test';
import { compile } from './overlay.mjs';

/** @param {string} from @param {string} to @returns {(text: string) => string} */
const replacing = (from, to) => text => text.replace(from, to);

/** @type {[mistake: string, path: string, change: (text: string) => string, says: RegExp][]} */
const MISTAKES = [
  [
    'a check raises a code that it does not declare',
    'node/check/policies.ts',
    replacing("emits: ['KR-NET-015']", "emits: ['KR-NET-014']"),
    /"KR-NET-015"' is not assignable to type '"KR-NET-014"'/
  ],
  [
    'a check reads a fact that it does not declare',
    'node/check/policies.ts',
    replacing(", 'connection', 'environment']", ", 'connection']"),
    /'environment' does not exist|'environment' is missing/
  ],
  [
    'a check judges a fact that it does not need',
    'node/check/policies.ts',
    replacing("judges: 'policies'", "judges: 'session'"),
    /"session"' is not assignable/
  ],
  [
    'a fact has no scope',
    'node/facts.ts',
    replacing("  policies: { per: 'run' },\n", ''),
    /Property 'policies' is missing/
  ],
  [
    'a fact has a scope that there is not',
    'node/facts.ts',
    replacing("policies: { per: 'run' }", "policies: { per: 'namespace' }"),
    /"namespace"' is not assignable/
  ],
  [
    'a check is not in the table of checks',
    'node/check/policies.ts',
    replacing("id: 'net.policies'", "id: 'net.rules'"),
    /"net.rules"' is not assignable/
  ],
  [
    'a verb names a check that there is not',
    'node/cli/look.ts',
    replacing("'net.address'", "'net.adress'"),
    /"net.adress"' is not assignable/
  ]
];

for (const [mistake, path, change, says] of MISTAKES) {
  test(mistake, () => {
    assert.match(compile('node', { [path]: change }).join('\n'), says);
  });
}

/** @type {[mistake: string, change: (text: string) => string, says: RegExp][]} */
const TABLE = [
  [
    'a check stands in a section that there is not',
    replacing("area: 'CRT', section: 'files'", "area: 'CRT', section: 'certificates'"),
    /"certificates"' is not assignable/
  ],
  ['a check is about nothing', replacing(", subject: 'ca-file'", ''), /Property 'subject' is missing/],
  ['a check has no cost', replacing(", cost: 'cluster'", ''), /Property 'cost' is missing/]
];

for (const [mistake, change, says] of TABLE) {
  test(mistake, () => {
    assert.match(compile('common', { 'common/checks.ts': change }).join('\n'), says);
  });
}

test('another module than the one for ASN.1 reads it with the library', async () => {
  const [result] = await new ESLint().lintText(
    "import * as asn1 from 'node-forge/lib/asn1.js';\nexport const one = asn1;\n",
    {
      filePath: 'src/node/x509/pem.ts'
    }
  );
  assert.deepEqual(
    result.messages.map(({ ruleId }) => ruleId),
    ['no-restricted-imports']
  );
});

test('none of this is said of the sources as they are', () => {
  assert.deepEqual(compile('node', {}), []);
  assert.deepEqual(compile('common', {}), []);
});
