import { isHub, isPublicHost } from '../../common/hubs.ts';
import type { DockerConfigFacts } from './facts.ts';

export { isHub, isPublicHost };

/** Registries of one Docker config that a run looks at: with thousands neither time nor memory would do. */
export const MOST_REGISTRIES = 500;

/** Registries of a Docker config that are no public hub, as docker reduces its keys (case kept), in file order. */
export function privateHosts(facts: DockerConfigFacts): readonly string[] {
  return facts.hosts.filter(host => !isPublicHost(host));
}

const HOST =
  /^(?:\[[0-9A-Fa-f:.]{2,45}(?:%[\w.-]{1,32})?\]|[A-Za-z0-9_*?-]+(?:\.[A-Za-z0-9_*?-]+)*\.?)(?::0?\d{1,5})?$/;

/**
 * Whether a text can be the name of a registry in an image reference: it needs a dot, a port or brackets (or is
 * `localhost`), else programs take it for a folder of Docker Hub. Anything else may be a misplaced password and is not shown.
 */
export function looksLikeHost(text: string): boolean {
  return text.length <= 255 && HOST.test(text) && (/[.:[*]/.test(text) || text.toLowerCase() === 'localhost');
}

/** Whether a host has wildcards, which only kubelet understands. */
export function isPattern(host: string): boolean {
  return /[*?]/.test(host);
}
