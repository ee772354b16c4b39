import { parseHost } from '../../common/host.ts';
import { isPublicHost } from '../../common/hubs.ts';
import { parseImage } from '../../common/cell/image.ts';

/** Where a registry was found that is offered. */
export type OfferSource = 'administrator' | 'notebook' | 'environment' | 'docker-config';

export interface Offer {
  host: string;
  from: OfferSource;
}

/** Characters of a cell, and cells of a notebook, that are looked at: more is data, not code. */
const LONGEST = 20_000;
const MOST_CELLS = 500;

/** Registries that are offered at most: a list for a person. */
const MOST_OFFERS = 12;

const URL_TEXT = /docker_registry_url\s*=\s*(["'])([^"'\n]{1,300})\1/g;
const IMAGE_TEXT = /\b(?:image_name|base_image|image)\s*=\s*[fr]?(["'])([^"'\n]{1,512})\1/g;

/**
 * Registries that the code of a notebook names: the address of a Config, the images of a Model. Text of the notebook is
 * looked at, nothing of it is run.
 */
export function hostsInCells(sources: readonly string[]): string[] {
  const found: string[] = [];
  for (const source of sources.slice(0, MOST_CELLS)) {
    const text = source.slice(0, LONGEST);
    for (const match of text.matchAll(URL_TEXT)) {
      found.push((match[2] ?? '').replace(/^https?:\/\//, '').replace(/\/+$/, ''));
    }
    for (const match of text.matchAll(IMAGE_TEXT)) {
      found.push(parseImage(match[2] ?? '')?.registry ?? '');
    }
  }
  return unique(found);
}

function unique(hosts: readonly string[]): string[] {
  return [...new Set(hosts)].filter(host => parseHost(host).ok && !isPublicHost(host));
}

/** Registries to offer, each once, those that an administrator named first. Offered means shown: none is contacted. */
export function offersOf(found: Readonly<Record<OfferSource, readonly string[]>>): Offer[] {
  const offers = new Map<string, OfferSource>();
  for (const from of ['administrator', 'notebook', 'docker-config', 'environment'] as const) {
    for (const host of unique(found[from])) {
      if (!offers.has(host)) {
        offers.set(host, from);
      }
    }
  }
  return [...offers].slice(0, MOST_OFFERS).map(([host, from]) => ({ host, from }));
}
