import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegistryReport } from './report.ts';
import { asksNobody, confirmingPython, healthyPhrases } from './words.ts';

const HOST = 'registry.test:5000';

const registry: RegistryReport = {
  host: HOST,
  verdict: 'ok',
  consumers: { sdk: 'ok', builder: 'ok', nodes: 'unknown' },
  basis: { sdk: 'tested', builder: 'predicted', nodes: 'none' },
  sdkWitness: { status: 'confirmed', python: '3.11.7' },
  logins: []
};
const failing: RegistryReport = { ...registry, verdict: 'problem', consumers: { ...registry.consumers, sdk: 'fails' } };

test('Python confirms a verdict on the certificate, and no other', () => {
  assert.equal(confirmingPython(registry, []), '3.11');
  const certificate = { subject: HOST, check: 'tls.chain', consumers: { sdk: 'fails' } } as const;
  assert.equal(confirmingPython(failing, [certificate]), '3.11');
  assert.equal(confirmingPython(failing, [{ ...certificate, check: 'reg.login' }]), null);
  assert.equal(confirmingPython(failing, [{ ...certificate, subject: 'another.test' }]), null);
});

test('a registry that asks nobody for a login has not shown that the login works', () => {
  const findings = [{ code: 'KR-REG-026', subject: HOST }] as const;
  assert.ok(asksNobody(findings, HOST));
  assert.ok(!asksNobody(findings, 'another.test'));
  for (const pushTested of [false, true]) {
    const { title, text } = healthyPhrases(registry, pushTested, true);
    assert.doesNotMatch(`${title} ${text}`, /[Ll]ogin.* work/);
    assert.match(healthyPhrases(registry, pushTested, false).title, /^Login/);
  }
});
