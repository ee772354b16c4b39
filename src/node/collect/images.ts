import { isHub, isPublicHost } from '../docker/hosts.ts';
import { resolveLogin } from '../docker/resolve.ts';
import type { ImagesFacts, NamedImage } from '../registry/facts.ts';
import { parseReference } from '../registry/reference.ts';
import { collector, type RunOptions } from './types.ts';

/** Most images of one registry that are pulled. */
const MOST = 10;

/** Longest text of an image that becomes a fact. */
const LONGEST = 512;

/** Images of the run on one registry; with consent the first of them is the one that is going to be built. */
export function imagesOn({ images, push }: Pick<RunOptions, 'images' | 'push'>, registry: string): NamedImage[] {
  return images
    .flatMap(text => {
      const parsed = parseReference(text);
      const own =
        parsed.ok && (parsed.reference.registry === registry || (isHub(registry) && isHub(parsed.reference.registry)));
      return own ? [parsed.reference] : [];
    })
    .slice(0, MOST)
    .map(({ repository, tag, digest }, index) => ({
      repository,
      tag,
      digest,
      role: push && index === 0 ? 'push' : 'pull'
    }));
}

/** The images that were named, by the grammar of their names, and whether there is a login for their registries. */
export const imagesCollector = collector({
  gives: 'images',
  needs: ['config.content'],
  cost: 'local',
  limitMs: 1000,
  collect: ({ 'config.content': content }, { options }) => {
    const images = options.images.map((given): ImagesFacts['images'][number] => {
      const parsed = parseReference(given);
      const registry = parsed.ok ? parsed.reference.registry : parsed.registry;
      const login = registry === null ? null : resolveLogin(content, registry, options.builder);
      return {
        given: !parsed.ok && parsed.fault === 'login' ? '' : given.slice(0, LONGEST),
        fault: parsed.ok ? null : parsed.fault,
        registry,
        isPublic: registry !== null && isPublicHost(registry),
        login: login === null || login.helper !== null ? 'unknown' : login.credential === null ? 'none' : 'found'
      };
    });
    return Promise.resolve({ value: { images } });
  }
});
