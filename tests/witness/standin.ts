import type { Greeted, Versions } from '../../src/node/witness/facts.ts';
import type { HandshakeQuestion, Reply, WitnessHost } from '../../src/node/witness/host.ts';

/** A Python of the tests that says what a test wants it to say. */
export interface StandIn {
  /** Name of its kernel. */
  name?: string;
  current?: boolean;
  versions?: Partial<Versions>;
  /** Instead of versions. */
  fault?: Extract<Reply, { fault: string }>['fault'];
  says?: Partial<Greeted>;
}

export interface StandInHost extends WitnessHost {
  /** What was asked, in order. */
  questions: (HandshakeQuestion & { interpreter: number })[];
}

/** A host with these interpreters; without any word they are healthy and accept. */
export function standInHost(...pythons: readonly StandIn[]): StandInHost {
  const questions: StandInHost['questions'] = [];
  return {
    questions,
    survey: () =>
      Promise.resolve(
        pythons.map(({ name = '', current = true, versions, fault }) => ({
          name,
          current,
          reply:
            fault === undefined
              ? {
                  fault: null,
                  answer: {
                    python: '3.11.7',
                    openssl: 'OpenSSL 3.0.19 27 Jan 2026',
                    urllib3: '2.8.0',
                    requests: '2.34.2',
                    dxf: '7.7.1',
                    kaptain: '1.3.0',
                    ...versions
                  }
                }
              : { fault }
        }))
      ),
    handshake: (interpreter, question) => {
      questions.push({ interpreter, ...question });
      const answer = {
        outcome: 'ok',
        verifyCode: 0,
        errorClass: null,
        leaf: null,
        via: 'direct',
        strict: false,
        partialChain: false,
        durationMs: 3,
        ...pythons[interpreter]?.says
      };
      return Promise.resolve({ fault: null, answer });
    },
    sdk: () =>
      Promise.resolve({ fault: null, answer: { found: true, version: '1.3.0', classes: [], storageProvider: null } }),
    dispose: () => undefined
  };
}
