import { isIP } from 'node:net';
import { addressKind, inNetwork } from '../registry/address.ts';
import { every, some, type Answer } from './answer.ts';
import type { EgressPolicy, EgressRule, Peer, PolicyPort } from './facts.ts';
import { selects, type PodLabels } from './labels.ts';

/** Where a pod wants to go, over TCP. */
export interface Destination {
  address: string;
  port: number;
  /**
   * It may be the address of a Service of the cluster: whether a block means such an address or those of the pods
   * behind it is left open (Kubernetes, "Network Policies", `ipBlock`).
   */
  mayBeService: boolean;
}

/** Whether an address may be that of a Service of the cluster. */
export function mayBeService(hostname: string, address: string, service: string | null): boolean {
  const labels = hostname.toLowerCase().replace(/\.$/, '').split('.');
  const isName = isIP(hostname) === 0;
  if (isName && (labels.length === 1 || labels.includes('svc'))) {
    return true;
  }
  if (service === null || (isName && labels.length > 2) || addressKind(address) === 'loopback') {
    return false;
  }
  // Size of the network of Services that is usual at most (kubeadm: 10.96.0.0/12).
  return inNetwork(address, `${service}/${isIP(service) === 6 ? 64 : 12}`);
}

function peerFits(peer: Peer, { address, mayBeService: service }: Destination): Answer {
  if (peer.kind !== 'block') {
    return 'unknown';
  }
  if (service) {
    const everything = /^(?:0\.0\.0\.0|::)\/0$/.test(peer.cidr) && peer.except.length === 0;
    return everything && inNetwork(address, peer.cidr) ? 'yes' : 'unknown';
  }
  return inNetwork(address, peer.cidr) && !peer.except.some(item => inNetwork(address, item)) ? 'yes' : 'no';
}

function portFits({ protocol, first, last }: PolicyPort, { port }: Destination): Answer {
  if (protocol !== 'TCP') {
    return 'no';
  }
  if (first === 'named') {
    return 'unknown';
  }
  return first === null || (port >= first && port <= (last ?? first)) ? 'yes' : 'no';
}

/** Whether one rule opens the way: its peers and its ports both have to. */
export function opens({ peers, ports }: EgressRule, to: Destination): Answer {
  return every([
    peers === null ? 'yes' : some(peers.map(peer => peerFits(peer, to))),
    ports === null ? 'yes' : some(ports.map(port => portFits(port, to)))
  ]);
}

/** What the policies make of one way of one pod. */
export interface Way {
  /** `unrestricted`: no policy selects the pod. */
  state: 'unrestricted' | 'open' | 'closed' | 'unknown';
  /** Names of the policies that select the pod for certain: with one of them, only what a rule opens is open. */
  restrictedBy: readonly string[];
  /** Policies that open the way, and whether they select the pod. */
  openers: readonly { policy: EgressPolicy; selected: Answer }[];
}

/**
 * Judges one way (Kubernetes, "Network Policies"): a pod that no policy selects may go anywhere; else it may go where at
 * least one rule of those that select it leads.
 */
export function judgeWay(policies: readonly EgressPolicy[], labels: PodLabels, to: Destination): Way {
  const seen = policies.map(policy => ({
    policy,
    selected: selects(policy.selects, labels),
    opened: some(policy.rules.map(rule => opens(rule, to)))
  }));
  const isolated = some(seen.map(item => item.selected));
  const open = some(seen.map(({ selected, opened }) => every([selected, opened])));
  const state =
    isolated === 'no'
      ? 'unrestricted'
      : open === 'yes'
        ? 'open'
        : open === 'no' && isolated === 'yes'
          ? 'closed'
          : 'unknown';
  return {
    state,
    restrictedBy: seen.filter(item => item.selected === 'yes').map(item => item.policy.name),
    openers: seen.filter(item => item.opened === 'yes').map(({ policy, selected }) => ({ policy, selected }))
  };
}
