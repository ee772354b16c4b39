import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from './answer.ts';
import { compareWays, type Comparison } from './compare.ts';
import { judgeWay, mayBeService, type Destination, type Way } from './egress.ts';
import { builderLabels, labelsOf, requirementText, selects } from './labels.ts';
import { readPolicies } from './read.ts';
import type { EgressPolicy } from './facts.ts';

/** Policies as they stand in the answer of the Kubernetes API, by their `spec`. */
function policies(...specs: object[]): readonly EgressPolicy[] {
  const items = specs.map((spec, index) => ({ metadata: { name: `p${index + 1}` }, spec }));
  const read = readPolicies({ kind: 'NetworkPolicyList', metadata: {}, items });
  assert.ok(read !== null);
  return read.policies;
}

const NOTEBOOK = { app: 'nb', statefulset: 'nb', 'notebook-name': 'nb', tick: 'true' };
const OUTSIDE: Destination = { address: '192.0.2.10', port: 5000, mayBeService: false };
const EVERY = { podSelector: {}, policyTypes: ['Egress'] };

const expression = (key: string, operator: string, ...values: string[]): object => ({
  podSelector: { matchExpressions: [{ key, operator, ...(values.length > 0 ? { values } : {}) }] }
});

/** Selector, whether it selects this notebook's pod, whether the builder's (Kubernetes, "Labels and Selectors"). */
const SELECTORS: readonly (readonly [says: string, selector: object, own: Answer, builder: Answer])[] = [
  ['an empty selector selects every pod', { podSelector: {} }, 'yes', 'yes'],
  ['a selector that is left out is empty', {}, 'yes', 'yes'],
  ['matchLabels: value as it is', { podSelector: { matchLabels: { 'notebook-name': 'nb' } } }, 'yes', 'no'],
  ['matchLabels: other value', { podSelector: { matchLabels: { 'notebook-name': 'other' } } }, 'no', 'no'],
  ['matchLabels: all have to fit', { podSelector: { matchLabels: { app: 'nb', statefulset: 'x' } } }, 'no', 'no'],
  ['matchLabels: a label that the SDK may set', { podSelector: { matchLabels: { app: 'nb' } } }, 'yes', 'unknown'],
  [
    'matchLabels: one unknown and one absent',
    { podSelector: { matchLabels: { app: 'nb', statefulset: 'nb' } } },
    'yes',
    'no'
  ],
  [
    'matchLabels: the name of one Job',
    { podSelector: { matchLabels: { 'job-name': 'kaniko-0123456789abcdef' } } },
    'no',
    'no'
  ],
  ['In: one of the values', expression('notebook-name', 'In', 'a', 'nb'), 'yes', 'no'],
  ['In: none of the values', expression('notebook-name', 'In', 'a', 'b'), 'no', 'no'],
  ['In: without the label', expression('team', 'In', 'a'), 'no', 'unknown'],
  ['NotIn: one of the values', expression('notebook-name', 'NotIn', 'nb'), 'no', 'yes'],
  ['NotIn: none of the values', expression('notebook-name', 'NotIn', 'other'), 'yes', 'yes'],
  ['NotIn: holds without the label', expression('batch.kubernetes.io/job-name', 'NotIn', 'x'), 'yes', 'yes'],
  ['NotIn: a label that the SDK may set', expression('app', 'NotIn', 'x'), 'yes', 'unknown'],
  ['Exists: there', expression('notebook-name', 'Exists'), 'yes', 'no'],
  ['Exists: not there', expression('job-name', 'Exists'), 'no', 'yes'],
  ['Exists: only since Kubernetes 1.27', expression('batch.kubernetes.io/job-name', 'Exists'), 'no', 'unknown'],
  ['DoesNotExist: there', expression('statefulset', 'DoesNotExist'), 'no', 'yes'],
  ['DoesNotExist: not there', expression('controller-uid', 'DoesNotExist'), 'yes', 'no'],
  ['DoesNotExist: a label that the SDK may set', expression('tick', 'DoesNotExist'), 'no', 'unknown'],
  ['an operator of the future', expression('notebook-name', 'Matches', 'n.*'), 'unknown', 'unknown'],
  [
    'labels and expressions together',
    {
      podSelector: { matchLabels: { tick: 'true' }, matchExpressions: [{ key: 'notebook-name', operator: 'Exists' }] }
    },
    'yes',
    'no'
  ],
  ['a name that objects have by themselves', expression('constructor', 'Exists'), 'no', 'unknown']
];

for (const [says, selector, own, builder] of SELECTORS) {
  test(`selector: ${says}`, () => {
    const [policy] = policies({ ...selector, policyTypes: ['Egress'] });
    assert.ok(policy !== undefined);
    assert.equal(selects(policy.selects, labelsOf(NOTEBOOK)), own, 'this notebook');
    assert.equal(selects(policy.selects, builderLabels), builder, "the builder's pod");
  });
}

const to = (...blocks: string[]): object[] => blocks.map(cidr => ({ ipBlock: { cidr } }));
const rule = (egress: object): object => ({ ...EVERY, egress: [egress] });
const SERVICE: Destination = { address: '10.96.7.7', port: 5000, mayBeService: true };

/** Policies that select every pod, and what they make of a way. */
const WAYS: readonly (readonly [says: string, specs: object[], state: Way['state'], to?: Destination])[] = [
  ['no policy', [], 'unrestricted'],
  ['a policy for ingress alone', [{ podSelector: {}, policyTypes: ['Ingress'] }], 'unrestricted'],
  ['policyTypes left out, no egress rules: ingress alone', [{ podSelector: {} }], 'unrestricted'],
  ['policyTypes left out, empty egress list: ingress alone', [{ podSelector: {}, egress: [] }], 'unrestricted'],
  [
    'policyTypes left out, egress rules: egress as well',
    [{ podSelector: {}, egress: [{ to: to('10.0.0.0/8') }] }],
    'closed'
  ],
  [
    'policyTypes say ingress, egress rules do not count',
    [{ podSelector: {}, policyTypes: ['Ingress'], egress: [{}] }],
    'unrestricted'
  ],
  ['Egress without a rule shuts everything', [EVERY], 'closed'],
  ['Egress with an empty list shuts everything', [{ ...EVERY, egress: [] }], 'closed'],
  ['an empty rule opens everything', [rule({})], 'open'],
  ['empty lists restrict nothing', [rule({ to: [], ports: [] })], 'open'],
  ['block around the address', [rule({ to: to('192.0.2.0/24') })], 'open'],
  ['block of one address', [rule({ to: to('192.0.2.10/32') })], 'open'],
  ['block beside the address', [rule({ to: to('192.0.2.0/29') })], 'closed'],
  ['one of several blocks', [rule({ to: to('198.51.100.0/24', '192.0.2.0/24') })], 'open'],
  [
    'excepted from the block',
    [rule({ to: [{ ipBlock: { cidr: '192.0.2.0/24', except: ['192.0.2.8/29'] } }] })],
    'closed'
  ],
  [
    'the exception is elsewhere',
    [rule({ to: [{ ipBlock: { cidr: '192.0.2.0/24', except: ['192.0.2.16/28'] } }] })],
    'open'
  ],
  [
    'excepted here, allowed by another peer',
    [rule({ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['192.0.2.0/24'] } }, ...to('192.0.2.10/32')] })],
    'open'
  ],
  ['IPv4 block, IPv6 address', [rule({ to: to('0.0.0.0/0') })], 'closed', { ...OUTSIDE, address: '2001:db8::5' }],
  ['IPv6 block', [rule({ to: to('2001:db8::/32') })], 'open', { ...OUTSIDE, address: '2001:db8::5' }],
  ['a block that is none', [rule({ to: to('nonsense') })], 'closed'],
  ['the port', [rule({ ports: [{ protocol: 'TCP', port: 5000 }] })], 'open'],
  ['protocol left out is TCP', [rule({ ports: [{ port: 5000 }] })], 'open'],
  ['another port', [rule({ ports: [{ port: 443 }] })], 'closed'],
  ['another protocol', [rule({ ports: [{ protocol: 'UDP', port: 5000 }, { protocol: 'SCTP' }] })], 'closed'],
  ['every port of TCP', [rule({ ports: [{ protocol: 'TCP' }] })], 'open'],
  ['first port of a range', [rule({ ports: [{ port: 5000, endPort: 6000 }] })], 'open'],
  ['last port of a range', [rule({ ports: [{ port: 4000, endPort: 5000 }] })], 'open'],
  ['beyond the range', [rule({ ports: [{ port: 4000, endPort: 4999 }] })], 'closed'],
  ['before the range', [rule({ ports: [{ port: 5001, endPort: 6000 }] })], 'closed'],
  ['a port by name is that of a pod', [rule({ ports: [{ port: 'registry' }] })], 'unknown'],
  ['block fits, port does not', [rule({ to: to('192.0.2.0/24'), ports: [{ port: 443 }] })], 'closed'],
  ['port fits, block does not', [rule({ to: to('10.0.0.0/8'), ports: [{ port: 5000 }] })], 'closed'],
  [
    'two rules do not add up to one',
    [
      {
        ...EVERY,
        egress: [
          { to: to('192.0.2.0/24'), ports: [{ port: 443 }] },
          { to: to('10.0.0.0/8'), ports: [{ port: 5000 }] }
        ]
      }
    ],
    'closed'
  ],
  [
    'pods by label: not told by an address',
    [rule({ to: [{ podSelector: { matchLabels: { app: 'registry' } } }] })],
    'unknown'
  ],
  ['pods of every namespace: not told by an address', [rule({ to: [{ namespaceSelector: {} }] })], 'unknown'],
  [
    'pods, but another port',
    [rule({ to: [{ namespaceSelector: {}, podSelector: {} }], ports: [{ protocol: 'UDP', port: 53 }] })],
    'closed'
  ],
  ['pods or a block that fits', [rule({ to: [{ podSelector: {} }, ...to('192.0.2.0/24')] })], 'open'],
  ['a kind of peer of the future', [rule({ to: [{ domainNames: ['registry.example'] }] })], 'unknown'],
  ['a rule that is none', [{ ...EVERY, egress: ['nonsense'] }], 'unknown'],
  ['policies add up: one shuts, one opens', [EVERY, rule({ to: to('192.0.2.0/24') })], 'open'],
  ['policies add up: none opens', [EVERY, rule({ to: to('10.0.0.0/8') })], 'closed'],
  ['one opens for certain, another perhaps', [rule({ to: [{ podSelector: {} }] }), rule({})], 'open'],
  [
    'only policies of other pods',
    [{ ...EVERY, podSelector: { matchLabels: { 'notebook-name': 'other' } } }],
    'unrestricted'
  ],
  [
    'what opens is for other pods',
    [EVERY, { ...rule({}), podSelector: { matchLabels: { 'notebook-name': 'other' } } }],
    'closed'
  ],
  ['Service of the cluster: a block does not tell', [rule({ to: to('10.96.0.0/12') })], 'unknown', SERVICE],
  [
    'Service of the cluster: another block does not tell either',
    [rule({ to: to('192.0.2.0/24') })],
    'unknown',
    SERVICE
  ],
  ['Service of the cluster: every address', [rule({ to: to('0.0.0.0/0') })], 'open', SERVICE],
  [
    'Service of the cluster: nearly every address',
    [rule({ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }] })],
    'unknown',
    SERVICE
  ],
  ['Service of the cluster: another port', [rule({ to: to('0.0.0.0/0'), ports: [{ port: 443 }] })], 'closed', SERVICE]
];

for (const [says, specs, state, destination = OUTSIDE] of WAYS) {
  test(`way: ${says}`, () => {
    assert.equal(judgeWay(policies(...specs), labelsOf(NOTEBOOK), destination).state, state);
  });
}

test('where the selection of the builder is not known, only what holds either way is said', () => {
  const perhaps = { podSelector: { matchLabels: { app: 'nb' } }, policyTypes: ['Egress'] };
  const way = (...specs: object[]): Way['state'] => judgeWay(policies(...specs), builderLabels, OUTSIDE).state;
  assert.equal(way(perhaps), 'unknown');
  assert.equal(way({ ...perhaps, egress: [{}] }), 'unknown');
  assert.equal(way(EVERY, perhaps), 'closed');
  assert.equal(way(EVERY, { ...perhaps, egress: [{}] }), 'unknown');
  assert.equal(way(rule({}), perhaps), 'open');
});

const NOTEBOOKS = { podSelector: { matchExpressions: [{ key: 'notebook-name', operator: 'Exists' }] } };
const JOBS = { podSelector: { matchExpressions: [{ key: 'job-name', operator: 'Exists' }] } };
const APP = { podSelector: { matchLabels: { app: 'nb' } } };

/** Policies, and how this pod's way, which works, and the builder's compare. */
const COMPARED: readonly (readonly [says: string, specs: object[], kind: Comparison['kind'], more?: object])[] = [
  ['no policy restricts anybody', [], 'unrestricted'],
  ['policies of other pods', [{ ...EVERY, podSelector: { matchLabels: { statefulset: 'other' } } }], 'unrestricted'],
  ['open to everybody', [EVERY, rule({})], 'both-open'],
  [
    'open to notebooks, shut for all others',
    [EVERY, { ...rule({}), ...NOTEBOOKS }],
    'builder-closed',
    { openers: ['p2'], asks: ['notebook-name'], restrictedBy: ['p1'] }
  ],
  ['open to notebooks and to Jobs', [EVERY, { ...rule({}), ...NOTEBOOKS }, { ...rule({}), ...JOBS }], 'both-open'],
  ['notebooks restricted and let through, Jobs not restricted', [{ ...rule({}), ...NOTEBOOKS }], 'both-open'],
  ['Jobs restricted', [{ ...EVERY, ...JOBS }], 'builder-closed', { openers: [], asks: [], restrictedBy: ['p1'] }],
  [
    'all but notebooks restricted',
    [{ ...EVERY, ...expression('notebook-name', 'DoesNotExist') }],
    'builder-closed',
    { openers: [] }
  ],
  [
    'a label decides that the SDK may set',
    [EVERY, { ...rule({}), ...APP }],
    'builder-by-label',
    { openers: ['p2'], asks: ['app=nb'], restrictedBy: ['p1'] }
  ],
  [
    'of two labels, one is never on a Job',
    [EVERY, { ...rule({}), podSelector: { matchLabels: { app: 'nb', statefulset: 'nb' } } }],
    'builder-closed',
    { asks: ['statefulset=nb'] }
  ],
  [
    'open to notebooks, perhaps to the builder by its label',
    [EVERY, { ...rule({}), ...NOTEBOOKS }, { ...rule({}), ...APP }],
    'builder-by-label'
  ],
  ['shut for this pod as well, which gets there', [EVERY], 'not-enforced'],
  ['pods of another namespace may be the registry', [EVERY, rule({ to: [{ namespaceSelector: {} }] })], 'cannot-tell'],
  [
    'open to notebooks by pods, which no address tells',
    [EVERY, { ...rule({ to: [{ podSelector: {} }] }), ...NOTEBOOKS }],
    'cannot-tell'
  ],
  [
    'restricted perhaps, by a label that the SDK may set',
    [{ ...EVERY, podSelector: { matchLabels: { team: 'x' } } }],
    'cannot-tell'
  ]
];

for (const [says, specs, kind, more = {}] of COMPARED) {
  test(`compared: ${says}`, () => {
    const compared = compareWays(policies(...specs), NOTEBOOK, OUTSIDE, []);
    assert.deepEqual({ ...compared, kind, ...more }, compared);
  });
}

test('the builder is shut out only when it is from every address of the registry', () => {
  const second = { ...OUTSIDE, address: '198.51.100.4' };
  const found = policies(EVERY, { ...rule({}), ...NOTEBOOKS }, rule({ to: to('198.51.100.0/24') }));
  assert.equal(compareWays(found, NOTEBOOK, OUTSIDE, []).kind, 'builder-closed');
  assert.equal(compareWays(found, NOTEBOOK, OUTSIDE, [second]).kind, 'both-open');
});

test('which addresses may be those of Services of the cluster', () => {
  const api = '10.96.0.1';
  const may = (hostname: string, address: string, service: string | null = api): boolean =>
    mayBeService(hostname, address, service);
  assert.equal(may('registry', '10.20.0.5'), true, 'a name without a domain');
  assert.equal(may('registry.tools.svc.cluster.local', '10.20.0.5'), true);
  assert.equal(may('registry.tools.SVC', '10.20.0.5'), true);
  assert.equal(may('registry.tools', '10.100.3.4'), true, 'beside the API');
  assert.equal(may('10.100.3.4', '10.100.3.4'), true, 'beside the API, by address');
  assert.equal(may('registry.tools', '192.168.3.4'), false);
  assert.equal(may('registry.corp.example', '10.100.3.4'), false, 'a full name');
  assert.equal(may('registry.tools', '10.100.3.4', null), false);
  assert.equal(may('registry.tools', 'fd00::7', 'fd00::1'), true);
  assert.equal(may('registry.tools', '127.0.0.1', '127.0.0.1'), false, 'never on this machine');
});

test('requirements read as kubectl writes them', () => {
  const [policy] = policies({
    podSelector: {
      matchLabels: { a: '1' },
      matchExpressions: [
        { key: 'b', operator: 'In', values: ['1', '2'] },
        { key: 'c', operator: 'NotIn', values: ['3'] },
        { key: 'd', operator: 'Exists' },
        { key: 'e', operator: 'DoesNotExist' }
      ]
    },
    egress: [{}]
  });
  assert.deepEqual(policy?.selects.map(requirementText), ['a=1', 'b in (1, 2)', 'c notin (3)', 'd', '!e']);
});

test('what is no list of policies is not read as one', () => {
  for (const value of [undefined, null, 'x', 7, [], {}, { items: {} }, { kind: 'Status', status: 'Failure' }]) {
    assert.equal(readPolicies(value), null);
  }
  const odd = readPolicies({ items: [null, 'x', {}, { metadata: {}, spec: {} }, { metadata: { name: 'n' } }] });
  assert.deepEqual(odd, { policies: [], more: false });
  assert.equal(readPolicies({ items: [], metadata: { continue: 'abc' } })?.more, true);
  assert.equal(readPolicies({ items: Array.from({ length: 501 }, () => ({})) })?.more, true);
});
