/** Facts about the network policies of this pod's namespace (networking.k8s.io/v1), as far as egress goes. */

/** One condition of a label selector; a pair of `matchLabels` is `In` with one value. */
export interface Requirement {
  key: string;
  /** `unread`: an operator that Kubernetes does not have today. */
  operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'unread';
  values: readonly string[];
}

/** Whom a rule lets a pod speak to. */
export type Peer =
  | { kind: 'block'; cidr: string; except: readonly string[] }
  /** Pods, by their labels or those of their namespace: an address alone does not tell them. */
  | { kind: 'pods' }
  | { kind: 'unread' };

export interface PolicyPort {
  /** `TCP` when the policy names none. */
  protocol: string;
  /** First port; null = every port; `named` = the port of that name of the pod that is spoken to. */
  first: number | 'named' | null;
  /** Last port of a range, the first one without `endPort`. */
  last: number | null;
}

/** One rule of a policy: both lists have to fit; null = whatever. */
export interface EgressRule {
  peers: readonly Peer[] | null;
  ports: readonly PolicyPort[] | null;
}

/** A policy that says something about egress. */
export interface EgressPolicy {
  name: string;
  /** All of them have to hold; none = every pod of the namespace. */
  selects: readonly Requirement[];
  rules: readonly EgressRule[];
}

export type ClusterOutcome =
  | 'read'
  /** The pod has no account to ask with: not mounted, or without token, CA or namespace. */
  | 'no-account'
  /** The account may not look (403). */
  | 'not-allowed'
  /** The account's token was refused (401). */
  | 'not-accepted'
  /** There is no pod of this name: the host name is not the pod's. */
  | 'pod-not-found'
  | 'no-answer'
  /** Whatever answers is not vouched for by the cluster's own CA: the token was not sent. */
  | 'not-trusted'
  /** More policies or bytes than are read. */
  | 'too-much'
  | 'unusual';

export interface PoliciesFacts {
  outcome: ClusterOutcome;
  /** Status of the answer that decided; 0 without one. */
  status: number;
  errorClass: string | null;
  /** Policies for egress; empty unless `read`. */
  policies: readonly EgressPolicy[];
  /** Labels of this pod; empty without a policy that they could matter for. */
  labels: Readonly<Record<string, string>>;
  /** Address of the Kubernetes API inside of the cluster: where its Services have theirs. */
  service: string | null;
}
