import type { Limit } from '../registry/limit.ts';
import type { Network } from '../registry/network.ts';
import type { Remembers } from '../secret.ts';
import type { Account } from './account.ts';
import { KubernetesApi, type Told } from './api.ts';
import type { ClusterOutcome, PoliciesFacts } from './facts.ts';
import { MOST_POLICIES, readLabels, readPolicies } from './read.ts';

/** Where the API is, and who asks. */
export interface ApiPlace {
  /** Name or address without brackets (`KUBERNETES_SERVICE_HOST`). */
  host: string;
  port: number;
  namespace: string;
  pod: string;
}

/** Labels without the rest of the object: a pod's own variables may hold passwords. */
const METADATA_ONLY = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

export const NOTHING: PoliciesFacts = {
  outcome: 'read',
  status: 0,
  errorClass: null,
  policies: [],
  labels: {},
  service: null
};

/** Asks for the policies of the namespace and, when there is one for egress, for the labels of this pod. */
export async function askPolicies(
  { host, port, namespace, pod }: ApiPlace,
  account: Account,
  network: Network,
  run: Remembers,
  limit: Limit
): Promise<PoliciesFacts> {
  const api = new KubernetesApi(host, port, account, network, run, limit);
  try {
    const path = `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies?limit=${MOST_POLICIES}`;
    const told = await api.get(path);
    const found = told.state === 'answered' && told.status === 200 ? readPolicies(told.value) : null;
    if (found === null) {
      return refusal(told);
    }
    if (found.more) {
      return { ...NOTHING, outcome: 'too-much' };
    }
    if (found.policies.length === 0) {
      return NOTHING;
    }
    const asked = await api.get(`/api/v1/namespaces/${namespace}/pods/${pod}`, METADATA_ONLY);
    const labels = asked.state === 'answered' && asked.status === 200 ? readLabels(asked.value) : null;
    return labels === null ? refusal(asked, 'pod-not-found') : { ...NOTHING, policies: found.policies, labels };
  } finally {
    api.close();
  }
}

const OUTCOMES: Readonly<Record<number, ClusterOutcome>> = { 401: 'not-accepted', 403: 'not-allowed' };

/** @param missing - what a 404 means */
function refusal(told: Told, missing: ClusterOutcome = 'unusual'): PoliciesFacts {
  if (told.state !== 'answered') {
    return { ...NOTHING, outcome: told.state, errorClass: told.errorClass };
  }
  const { status, tooLarge } = told;
  const outcome = tooLarge ? 'too-much' : status === 404 ? missing : (OUTCOMES[status] ?? 'unusual');
  return { ...NOTHING, outcome, status };
}
