import { hostArg, objectArg, objectsArg } from '../../common/args.ts';
import { draft } from '../../common/finding.ts';
import { compareWays } from '../kube/compare.ts';
import { mayBeService, type Destination } from '../kube/egress.ts';
import type { ClusterOutcome } from '../kube/facts.ts';
import { joinHostPort } from '../registry/address.ts';
import { namespaceOf } from './namespace.ts';
import { cannotTell } from './outcome.ts';
import { check, pass } from './types.ts';

/** Why the policies are not known: what the account may not see is no fault. */
const NOT_READ: Readonly<Record<Exclude<ClusterOutcome, 'read'>, string>> = {
  'no-account': 'cannot tell (no account to ask the cluster)',
  'not-allowed': 'cannot tell (not allowed to look)',
  'not-accepted': 'cannot tell (the cluster refuses the account)',
  'pod-not-found': 'cannot tell (this pod is not found)',
  'no-answer': 'cannot tell (the cluster does not answer)',
  'not-trusted': 'cannot tell (the cluster is not trusted)',
  'too-much': 'cannot tell (too many policies)',
  unusual: 'cannot tell (unusual answer of the cluster)'
};

const policies = check({
  id: 'net.policies',
  judges: 'policies',
  needs: ['policies', 'address', 'proxy', 'resolution', 'connection', 'environment'],
  emits: ['KR-NET-015'],
  run({ facts, subject }) {
    const { policies: read, address, proxy, resolution, connection } = facts;
    if (read.outcome !== 'read') {
      return cannotTell(NOT_READ[read.outcome]);
    }
    if (read.policies.length === 0) {
      return pass('none for outgoing connections');
    }
    if (connection.outcome !== 'open') {
      return cannotTell('cannot tell (not reached from here)');
    }
    if (proxy.sdk !== 'direct' || proxy.builder !== 'direct') {
      return cannotTell('cannot tell (a proxy is on the way)');
    }
    const { hostname, port } = address;
    const to = (item: string): Destination => ({
      address: item,
      port,
      mayBeService: mayBeService(hostname, item, read.service)
    });
    const others = resolution.addresses.filter(item => item !== connection.address);
    const compared = compareWays(read.policies, read.labels, to(connection.address), others.map(to));
    switch (compared.kind) {
      case 'unrestricted':
        return pass('none for this way');
      case 'both-open':
        return pass('the builder may pass, too');
      case 'not-enforced':
        return cannotTell('cannot tell (not enforced here)');
      case 'cannot-tell':
        return cannotTell('cannot tell (rules by pods or names)');
    }
    const { openers, asks, restrictedBy } = compared;
    const args = {
      host: hostArg(address.given),
      target: hostArg(joinHostPort(connection.address, port)),
      namespace: namespaceOf(facts.environment),
      policy: objectArg(openers[0] ?? restrictedBy[0] ?? ''),
      asks: objectsArg(asks)
    };
    const evidence = [
      ...(openers.length > 0 ? [{ label: 'Lets this notebook through', value: objectsArg(openers) }] : []),
      ...(asks.length > 0 ? [{ label: 'Selects pods by', value: objectsArg(asks) }] : []),
      { label: "Restrict the builder's pod", value: objectsArg(restrictedBy) }
    ];
    if (compared.kind === 'builder-by-label') {
      const item = draft('KR-NET-015', subject, args, { evidence, variant: 'by-label' });
      return { ...cannotTell("cannot tell (the builder's labels decide)"), findings: [item] };
    }
    const consumers = { builder: 'unknown' } as const;
    const variant = openers.length > 0 ? {} : { variant: 'jobs-only' as const };
    return { findings: [draft('KR-NET-015', subject, args, { evidence, consumers, ...variant })] };
  }
});

/** Whether the builder's pod has the same way as this one, by the network policies of their namespace. */
export const policyChecks = [policies];
