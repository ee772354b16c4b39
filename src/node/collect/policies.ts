import { isIP } from 'node:net';
import type { EnvironmentFacts } from '../facts.ts';
import type { PoliciesFacts } from '../kube/facts.ts';
import type { ApiPlace } from '../kube/ask.ts';
import { limitOf } from '../registry/limit.ts';
import { networkOf } from '../registry/network.ts';
import { collector } from './types.ts';

/**
 * The network policies of this pod's namespace. Two questions to the Kubernetes API at most, with the pod's own account;
 * the token stays here. What asks them is loaded only in a pod.
 */
export const policiesCollector = collector({
  gives: 'policies',
  needs: ['environment'],
  cost: 'network',
  limitMs: 2500,
  async collect({ environment }, context) {
    const { options, vault } = context;
    const [{ readAccount, SERVICE_ACCOUNT }, { askPolicies, NOTHING }] = await Promise.all([
      import('../kube/account.ts'),
      import('../kube/ask.ts')
    ]);
    const value = (facts: PoliciesFacts): { value: PoliciesFacts } => ({ value: facts });
    const account = await readAccount(options.serviceAccount ?? SERVICE_ACCOUNT, options.files);
    const place = placeOf(environment);
    if (account === null || place === null) {
      return value({ ...NOTHING, outcome: 'no-account' });
    }
    vault.remember(account.token);
    const facts = await askPolicies(place, account, networkOf(options), vault, limitOf(context));
    return value({ ...facts, service: isIP(place.host) === 0 ? null : place.host });
  }
});

/** Name of an object, as a part of a path (RFC 1123 subdomain). */
const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Where the API is and how this pod is called: Kubernetes gives a pod its name as host name. */
function placeOf({ namespace, variables }: EnvironmentFacts): ApiPlace | null {
  const host = (variables['KUBERNETES_SERVICE_HOST'] ?? '').replace(/^\[|\]$/g, '');
  const port = Number(variables['KUBERNETES_SERVICE_PORT'] ?? '443');
  const pod = variables['HOSTNAME'] ?? '';
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  const isHost = isIP(host) !== 0 || NAME.test(host.toLowerCase());
  return namespace !== null && isHost && isPort && NAME.test(pod) ? { host, port, namespace, pod } : null;
}
