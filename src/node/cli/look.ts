import type { CheckId } from '../../common/checks.ts';
import type { Report } from '../../common/report.ts';
import { visibleData } from '../../common/visible.ts';
import { collector, type Collector } from '../collect/types.ts';
import { readDockerConfig } from '../docker/config.ts';
import { DEFAULT_BUDGET_MS, runEngine } from '../engine/engine.ts';
import { checks, collectors } from '../engine/parts.ts';
import type { FactMap } from '../facts.ts';
import { withLogin } from '../fix/dockerConfig.ts';
import { defaultOptions, readEnvironment } from '../options.ts';
import type { Credential } from '../secret.ts';
import type { ResolveRule } from './args/grammar.ts';
import { Progress } from './progress.ts';

/** Facts that the verbs want to see beside the report. */
const SEEN = ['environment', 'tls', 'trust', 'ca.content', 'login.service', 'session'] as const;
export type SeenFacts = Partial<Pick<FactMap, (typeof SEEN)[number]>>;

/** How far a look goes: the served chain; also how a login is asked for; the login itself. */
export type Depth = 'chain' | 'service' | 'login';

export interface LookRequest {
  host: string;
  depth: Depth;
  /** What is tried with depth `login`, once. The Docker config that is there plays no part. */
  credential: Credential | null;
  /** Another CA file than the default one, absolute. */
  caFile: string | null;
  resolve: readonly ResolveRule[];
  timeoutMs: number | null;
  environment: Readonly<Record<string, string | undefined>>;
  signal: AbortSignal;
}

export interface Look {
  report: Report;
  facts: SeenFacts;
}

const CHAIN = ['net.address', 'net.name', 'net.proxy', 'net.port', 'net.answer'] as const;
const SERVICE = [
  'fil.ca',
  'ca.needed',
  'crt.format',
  'crt.validity',
  ...CHAIN,
  'tls.chain',
  'tls.name',
  'tls.dates',
  'tls.programs',
  'tls.bundle',
  'tls.nodes',
  'tls.switches',
  'reg.api',
  'reg.service'
] as const;

/** Checks of each depth, by name: a new check runs in no verb before somebody wants it there. */
const LOOKS: Readonly<Record<Depth, readonly CheckId[]>> = {
  chain: CHAIN,
  service: SERVICE,
  login: [...SERVICE, 'reg.login']
};

/** Looks at one registry with the engine: the same collectors, the same rules about what is sent where. */
export async function look(request: LookRequest): Promise<Look> {
  const { host, depth, credential, caFile, timeoutMs, signal } = request;
  const facts: SeenFacts = {};
  const progress = new Progress(process.stderr);
  const { report } = await runEngine(
    { collectors: sources(host, depth, credential, facts), checks },
    {
      id: 'command',
      registries: [host],
      all: true,
      only: LOOKS[depth],
      options: {
        ...defaultOptions(readEnvironment(request.environment)),
        caFile: caFile === null ? null : { path: caFile, origin: 'option' },
        resolve: request.resolve,
        clicked: true
      },
      budgetMs: timeoutMs ?? DEFAULT_BUDGET_MS,
      signal,
      emit: event => progress.onEvent(event)
    }
  );
  return { report: visibleData(report), facts };
}

/** The engine's collectors; those that would use the login of the file use the one that was typed, or none. */
function sources(host: string, depth: Depth, credential: Credential | null, facts: SeenFacts): Collector[] {
  const typed = credential === null ? null : withLogin(null, host, credential);
  const config = typed?.ok === true ? typed.bytes : Buffer.from('{}');
  const replaced: readonly Collector[] = [
    collector({
      gives: 'config.content',
      needs: [],
      cost: 'local',
      limitMs: 1000,
      collect: (_, { vault }) => Promise.resolve({ value: readDockerConfig(config, '', vault) })
    }),
    ...(depth === 'chain'
      ? [
          // Nothing is asked of the registry beyond its certificates.
          collector({
            gives: 'session',
            needs: [],
            cost: 'local',
            limitMs: 1000,
            collect: () => Promise.resolve({ missing: ['ping'] })
          })
        ]
      : [])
  ];
  return collectors.map(item => watched(replaced.find(({ gives }) => gives === item.gives) ?? item, facts));
}

function watched(source: Collector, facts: SeenFacts): Collector {
  if (!SEEN.some(name => name === source.gives)) {
    return source;
  }
  return {
    ...source,
    async collect(needs, context) {
      const collected = await source.collect(needs, context);
      if ('value' in collected) {
        Object.assign(facts, { [source.gives]: collected.value });
      }
      return collected;
    }
  };
}
