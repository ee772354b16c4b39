import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readDockerConfig } from '../docker/config.ts';
import { resolveLogin } from '../docker/resolve.ts';
import type { EnvironmentFacts, FactName } from '../facts.ts';
import type { PingFacts } from '../registry/facts.ts';
import { severityOf, type FindingDraft } from '../../common/finding.ts';
import { Vault } from '../secret.ts';
import { cfgChecks } from './cfg.ts';
import type { CheckInput } from './types.ts';

interface Case {
  name: string;
  host: string;
  config_base64: string;
  expected: Record<string, { kind: string; user?: string; password?: string }[]>;
}

const cases: Case[] = readFileSync(new URL('../../../tests/fixtures/docker-configs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Case);

const environment: EnvironmentFacts = {
  home: '/home/kubeflow',
  inPod: true,
  namespace: 'team-a',
  awsCredentials: false,
  missingBundle: null,
  variables: {}
};

/** What the checks say of a file, for a registry that asks for a login. */
function findingsOf({ host, config_base64: content }: Case): FindingDraft[] {
  const config = readDockerConfig(Buffer.from(content, 'base64'), '/config.json', new Vault());
  const login = resolveLogin(config, host, 'kaniko-1.3.0');
  const ping = { outcome: 'answered', status: 401 } as PingFacts;
  const facts = { 'config.content': config, environment, login, ping };
  return cfgChecks.flatMap(check => {
    const input = {
      facts,
      subject: host,
      at: Date.UTC(2026, 10, 24),
      builder: 'kaniko-1.3.0',
      tested: [host],
      leftOut: 0
    };
    return check.run(input as unknown as CheckInput<FactName>).findings;
  });
}

/** Faults of a login that Kaniko sends as it is: the registry refuses it. */
function isRefused({ code, variant }: FindingDraft): boolean {
  return (
    ['KR-CFG-011', 'KR-CFG-013'].includes(code) ||
    (code === 'KR-CFG-014' && variant === 'password') ||
    (code === 'KR-CFG-029' && variant === 'invisible')
  );
}

describe('the builder fails in our words where Kaniko 1.3.0 was measured to find no login, and only there', () => {
  for (const item of cases) {
    test(item.name, () => {
      const findings = findingsOf(item);
      const said = findings.map(one => `${one.code} ${one.variant ?? ''} ${severityOf(one)}`).join(', ');
      const measured = item.expected['kaniko-1.3.0'] ?? [];
      const finds = measured.some(({ kind, user = '', password = '' }) =>
        kind === 'basic' ? user !== '' || password !== '' : kind.endsWith('token')
      );
      // An empty file is a matter of the file, not of its content.
      if (item.config_base64 !== '' && !findings.some(isRefused)) {
        assert.equal(
          findings.some(one => one.consumers?.builder === 'fails'),
          !finds,
          said
        );
      }
    });
  }
});

describe('the SDK is said to fail only where docker-py, the Python reader that was measured, finds no login either', () => {
  for (const item of cases) {
    test(item.name, () => {
      const findings = findingsOf(item);
      const said = findings.map(one => `${one.code} ${one.variant ?? ''} ${severityOf(one)}`).join(', ');
      const finds = (item.expected['docker-py'] ?? []).some(
        ({ kind, user = '', password = '' }) => kind.endsWith('token') || (kind === 'basic' && user + password !== '')
      );
      // An empty user name is sent as well.
      if (finds && !findings.some(one => isRefused(one) || one.variant === 'user')) {
        assert.ok(!findings.some(one => one.consumers?.sdk === 'fails'), said);
      }
    });
  }
});
