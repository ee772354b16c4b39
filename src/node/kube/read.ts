import type { EgressPolicy, EgressRule, Peer, PolicyPort, Requirement } from './facts.ts';

/** Most policies of a namespace that are looked at. */
export const MOST_POLICIES = 500;

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return list(value).filter(item => typeof item === 'string');
}

/** A list of names and texts, such as labels; everything else in it is left out. */
function pairs(value: unknown): [string, string][] {
  return Object.entries(fields(value) ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
}

/**
 * The policies of a `NetworkPolicyList` that say something about egress; null when it is no such list. What is in it that
 * Kubernetes does not have today becomes `unread`, so that nothing is concluded from it.
 *
 * @param value - parsed JSON
 */
export function readPolicies(value: unknown): { policies: EgressPolicy[]; more: boolean } | null {
  const answer = fields(value);
  if (answer === null || !Array.isArray(answer['items'])) {
    return null;
  }
  const items = answer['items'] as unknown[];
  const next = fields(answer['metadata'])?.['continue'];
  const more = items.length > MOST_POLICIES || (typeof next === 'string' && next !== '');
  return { policies: items.slice(0, MOST_POLICIES).flatMap(readPolicy), more };
}

function readPolicy(value: unknown): EgressPolicy[] {
  const spec = fields(fields(value)?.['spec']);
  const name = fields(fields(value)?.['metadata'])?.['name'];
  if (spec === null || typeof name !== 'string') {
    return [];
  }
  const rules = list(spec['egress']);
  const types = texts(spec['policyTypes']);
  // Without `policyTypes` it is about egress when it has egress rules (k8s.io/api networking/v1, NetworkPolicySpec).
  const about = types.length > 0 ? types.includes('Egress') : rules.length > 0;
  return about ? [{ name, selects: readSelector(spec['podSelector']), rules: rules.map(readRule) }] : [];
}

function readSelector(value: unknown): Requirement[] {
  const selector = fields(value);
  return [
    ...pairs(selector?.['matchLabels']).map(([key, only]): Requirement => ({ key, operator: 'In', values: [only] })),
    ...list(selector?.['matchExpressions']).map(readRequirement)
  ];
}

const OPERATORS: readonly unknown[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

function readRequirement(value: unknown): Requirement {
  const { key, operator, values } = fields(value) ?? {};
  return typeof key === 'string' && OPERATORS.includes(operator)
    ? { key, operator: operator as Requirement['operator'], values: texts(values) }
    : { key: '', operator: 'unread', values: [] };
}

function readRule(value: unknown): EgressRule {
  const rule = fields(value);
  if (rule === null) {
    return { peers: [{ kind: 'unread' }], ports: null };
  }
  const [to, ports] = [list(rule['to']), list(rule['ports'])];
  // A list that is empty or left out restricts nothing.
  return {
    peers: to.length === 0 ? null : to.map(readPeer),
    ports: ports.length === 0 ? null : ports.map(readPort)
  };
}

function readPeer(value: unknown): Peer {
  const peer = fields(value);
  const block = fields(peer?.['ipBlock']);
  if (block !== null) {
    const { cidr } = block;
    return typeof cidr === 'string' ? { kind: 'block', cidr, except: texts(block['except']) } : { kind: 'unread' };
  }
  return { kind: (fields(peer?.['podSelector']) ?? fields(peer?.['namespaceSelector'])) ? 'pods' : 'unread' };
}

function readPort(value: unknown): PolicyPort {
  const { protocol, port, endPort } = fields(value) ?? {};
  return {
    protocol: typeof protocol === 'string' ? protocol : 'TCP',
    first: typeof port === 'number' ? port : typeof port === 'string' ? 'named' : null,
    last: typeof port === 'number' && typeof endPort === 'number' ? endPort : typeof port === 'number' ? port : null
  };
}

/** Labels of one object; null when it is none. */
export function readLabels(value: unknown): Record<string, string> | null {
  const metadata = fields(fields(value)?.['metadata']);
  return metadata === null ? null : Object.fromEntries(pairs(metadata['labels']));
}
