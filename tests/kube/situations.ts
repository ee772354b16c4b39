/** What the recordings were made of: the notebook's pod as Kubeflow makes it, and network policies as people write them. */

export const NAMESPACE = 'team-a';
export const POD = 'nb-0';

/** A password of the pod's own environment: nothing but the container of the notebook has a use for it. */
export const POD_SECRET = 'canary-of-the-pods-own-variables';

export const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: POD,
    labels: {
      app: 'nb',
      statefulset: 'nb',
      'notebook-name': 'nb',
      'notebook-configuration': 'true',
      'controller-revision-hash': 'nb-5d8f9c7b6d',
      'statefulset.kubernetes.io/pod-name': POD,
      'apps.kubernetes.io/pod-index': '0'
    }
  },
  spec: {
    serviceAccountName: 'default-editor',
    containers: [{ name: 'nb', image: 'registry.test/notebook:1', env: [{ name: 'DB', value: POD_SECRET }] }]
  }
};

interface Policy {
  name: string;
  spec: object;
}

const denyAll: Policy = { name: 'default-deny-egress', spec: { podSelector: {}, policyTypes: ['Egress'] } };

const toNames = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 }
  ]
};

const names: Policy = { name: 'dns', spec: { podSelector: {}, policyTypes: ['Egress'], egress: [toNames] } };

/** The way to registries, on any port of programs. */
const toRegistries = {
  to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } }],
  ports: [{ protocol: 'TCP', port: 1024, endPort: 65535 }]
};

const allow = (name: string, podSelector: object): Policy => ({
  name,
  spec: { podSelector, policyTypes: ['Egress'], egress: [toRegistries] }
});

const anyNotebook = { matchExpressions: [{ key: 'notebook-name', operator: 'Exists' }] };

/** Policies of the namespace, by the name of the recording. */
export const situations: Readonly<Record<string, readonly Policy[]>> = {
  none: [],
  'notebooks-only': [denyAll, names, allow('notebooks-to-registry', anyNotebook)],
  'this-notebook-only': [denyAll, names, allow('nb-to-registry', { matchLabels: { 'notebook-name': 'nb' } })],
  everybody: [denyAll, names, allow('everybody-to-registry', {})],
  'notebooks-and-jobs': [
    denyAll,
    names,
    allow('notebooks-to-registry', anyNotebook),
    allow('jobs-to-registry', { matchExpressions: [{ key: 'job-name', operator: 'Exists' }] })
  ],
  'by-app': [denyAll, names, allow('nb-to-registry', { matchLabels: { app: 'nb' } })],
  'jobs-restricted': [
    {
      name: 'jobs',
      spec: {
        podSelector: { matchExpressions: [{ key: 'job-name', operator: 'Exists' }] },
        policyTypes: ['Egress'],
        egress: [toNames]
      }
    }
  ],
  'ingress-only': [{ name: 'default-deny', spec: { podSelector: {} } }],
  forms: [
    // Without policyTypes: the API fills them in.
    { name: 'egress-without-types', spec: { podSelector: {}, egress: [{}] } },
    {
      name: 'expressions',
      spec: {
        podSelector: {
          matchLabels: { a: '1' },
          matchExpressions: [
            { key: 'b', operator: 'In', values: ['1', '2'] },
            { key: 'c', operator: 'NotIn', values: ['3'] },
            { key: 'd', operator: 'Exists' },
            { key: 'e', operator: 'DoesNotExist' }
          ]
        },
        policyTypes: ['Ingress', 'Egress'],
        egress: [
          {
            to: [
              { ipBlock: { cidr: 'fd00::/8' } },
              { podSelector: { matchLabels: { app: 'registry' } } },
              { namespaceSelector: {}, podSelector: {} }
            ],
            ports: [{ port: 'https' }, { protocol: 'SCTP' }, {}]
          }
        ]
      }
    }
  ]
};
