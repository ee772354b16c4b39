import type { FactMap, FactName } from '../facts.ts';
import type { PulledImage, PushFacts, SessionFacts } from '../registry/facts.ts';
import { limitOf } from '../registry/limit.ts';
import { networkOf } from '../registry/network.ts';
import { pullManifest } from '../registry/repository.ts';
import { pushed, tryPush } from '../registry/upload.ts';
import { CLIENT_NEEDS, RegistryClient } from './client.ts';
import { imagesOn } from './images.ts';
import { mayBeAsked } from './session.ts';
import { collector, type CollectContext } from './types.ts';

const NEEDS = ['session', 'login', ...CLIENT_NEEDS] as const;
type Facts = Pick<FactMap, (typeof NEEDS)[number]>;

/** Facts because of which a registry cannot be asked about repositories; null when it can. */
function obstacle(facts: Facts): readonly FactName[] | null {
  const { outcome }: SessionFacts = facts.session;
  if (outcome !== 'accepted' && outcome !== 'not-needed') {
    return ['session'];
  }
  return mayBeAsked(facts) ? null : ['trust'];
}

function clientOf(facts: Facts, context: CollectContext): RegistryClient {
  const { credential } = facts.login;
  const login = credential === null ? undefined : context.vault.credential(credential.handle);
  return new RegistryClient(facts, login ?? null, context, limitOf(context));
}

/** Pulls the manifest of each image that was named on this registry, one after the other over the open session. */
export const repositoryCollector = collector({
  gives: 'repository',
  needs: NEEDS,
  cost: 'network',
  limitMs: 8000,
  async collect(facts, context) {
    const missing = obstacle(facts);
    if (missing !== null) {
      return { missing };
    }
    const network = networkOf(context.options);
    const began = network.now();
    const client = clientOf(facts, context);
    const images: PulledImage[] = [];
    for (const image of imagesOn(context.options, context.subject)) {
      images.push(await pullManifest(client, image, facts.address));
    }
    const durationMs = Math.round(network.now() - began);
    return { value: { images, attempts: client.attempts, durationMs } };
  }
});

/** The right to push, with consent only. */
export const pushCollector = collector({
  gives: 'push',
  needs: ['repository', ...NEEDS],
  cost: 'network',
  limitMs: 8000,
  async collect(facts, context) {
    const [image] = imagesOn(context.options, context.subject);
    const refused = facts.repository.images.some(({ outcome }) => outcome === 'refused');
    if (image === undefined || refused) {
      return { missing: ['repository'] };
    }
    const without = (result: ReturnType<typeof pushed>): { value: PushFacts } => ({
      value: { ...result, attempts: 0, durationMs: 0 }
    });
    if (!context.options.push) {
      return without(pushed(image, 'not-tested'));
    }
    const network = networkOf(context.options);
    const began = network.now();
    const client = clientOf(facts, context);
    const result = await tryPush(client, image, facts.address);
    return { value: { ...result, attempts: client.attempts, durationMs: Math.round(network.now() - began) } };
  }
});
