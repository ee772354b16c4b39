/** Facts about the network and the registry. Refined by the registry room. */
import type { CertificateFacts } from '../x509/facts.ts';

export interface ProxyFacts {
  /** Whether the SDK (Python requests) would go through a proxy. */
  sdk: 'direct' | 'proxy';
}

export interface ResolutionFacts {
  outcome: 'found' | 'not-found' | 'no-answer';
  addresses: readonly string[];
}

export interface ConnectionFacts {
  outcome: 'open' | 'refused' | 'timeout' | 'reset' | 'unreachable' | 'other';
}

export interface TlsFacts {
  outcome: 'done' | 'plain-http' | 'cut' | 'silent' | 'alert' | 'other';
  /** As sent, leaf first. */
  chain: readonly CertificateFacts[];
}

export interface PingFacts {
  status: number;
}

export interface LoginServiceFacts {
  kind: 'basic' | 'bearer' | 'none';
}

export interface SessionFacts {
  outcome: 'accepted' | 'refused' | 'forbidden' | 'not-needed' | 'not-sent';
}
