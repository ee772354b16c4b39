import type { Code } from '../../src/common/catalogue/index.ts';
import type { ConsumerVerdict } from '../../src/common/finding.ts';
import type { RunOptions } from '../../src/node/collect/types.ts';
import type { Outcome } from '../../src/common/report.ts';
import type { Network } from '../../src/node/registry/network.ts';
import type { Chain } from './pki.ts';
import type { ProxyBehaviour } from './proxy.ts';
import type { Behaviour } from './server.ts';

/** What a scenario can refer to before it is played. */
export interface At {
  /** `registry.test:PORT`, the registry that is asked for. */
  host: string;
  port: number;
  /** Ports of the servers beside it, by name. */
  ports: Readonly<Record<string, number>>;
  /** `http://127.0.0.1:PORT` of the scenario's proxy. */
  proxy: string;
  /** Home of the notebook's user, an empty folder. */
  home: string;
  /** The login that the server takes. */
  user: string;
  password: string;
  /** Base64 of `user:password`. */
  basic(user?: string, password?: string): string;
  /** PEM of a certificate of the scenarios' PKI. */
  pem(name: string): string;
  /** DER of a certificate of the scenarios' PKI. */
  der(name: string): Buffer;
}

type Content = string | Buffer | object | null;
type From<T> = T | ((at: At) => T);

/**
 * One situation of a notebook: what is mounted, what the server does, what the environment is, which cause has to come
 * first, and what each consumer's verdict is. What is left out is healthy.
 */
export interface Scenario {
  /** The mistake as a person would tell it. */
  says: string;
  /** `.docker/config.json`; an object is written as JSON, null = there is none. */
  config?: From<Content>;
  /** `.tls/certificate.crt`; null = there is none. */
  ca?: From<Content>;
  /** Changes the home folder beyond the two files. */
  mount?(at: At): Promise<void> | void;
  /** The engine has no more rights than an ordinary account, which owns the home folder. */
  unprivileged?: true;
  /** Certificates that the server sends, and for which name. */
  chain?: Chain;
  server?: Behaviour;
  /** Other servers, by the name that leads to them. */
  beside?: Readonly<Record<string, { chain?: Chain; server?: Behaviour }>>;
  proxy?: ProxyBehaviour;
  /** Name service and network of the scenario, where loopback cannot show it. */
  network?: From<Partial<Network>>;
  /** Stages that take this long, in milliseconds. */
  slow?: { lookup?: number; connection?: number; greeting?: number; answer?: number };
  /** Limit of the run in milliseconds, for servers that say nothing. */
  limitMs?: number;
  /**
   * The notebook runs in a pod, and both files come from mounted Secrets: recorded answers of the Kubernetes API to the
   * pod's account (`tests/kube/recorded`); null = no account is mounted.
   */
  cluster?: string | null;
  environment?: From<Record<string, string>>;
  options?: From<Partial<RunOptions>>;
  /** Registries that are asked for; without it the scenario's own. Empty = none is named. */
  ask?: From<string[]>;
  /** A text that names the cause, whoever says it: the same rule for us and for every other program. */
  named?: RegExp;
  /** false: no other program can be put into this situation. */
  peers?: false;
  /** Code of the first root cause; null = healthy: no error and no warning. */
  first: Code | null;
  /** Variant of that finding. */
  variant?: string;
  /** Codes that must stand as well. */
  also?: readonly Code[];
  consumers?: { sdk?: ConsumerVerdict; builder?: ConsumerVerdict };
  /** Outcomes of checks, by id. */
  outcomes?: Readonly<Record<string, Outcome>>;
  /** Logins that the server may have seen at most; 0 = none was sent. */
  logins?: number;
  /** Uploads that were begun at the server; cancelled ones are as many unless said otherwise. */
  uploads?: number | { begun: number; cancelled: number };
  /** Questions that the Kubernetes API may have been asked, at most. */
  questions?: number;
  /** Targets for which the proxy was asked, at most. */
  throughProxy?: number;
}

/** Keeps the type of a scenario. */
export function scenario(definition: Scenario): Scenario {
  return definition;
}
