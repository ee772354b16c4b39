import type { DockerConfigFacts } from './facts.ts';

/** Registries that everybody knows: reached with public trust, and used beside the private one. */
const PUBLIC = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
  'hub.docker.com',
  'ghcr.io',
  'docker.pkg.github.com',
  'quay.io',
  'gcr.io',
  'k8s.gcr.io',
  'us.gcr.io',
  'eu.gcr.io',
  'asia.gcr.io',
  'registry.k8s.io',
  'public.ecr.aws',
  'mcr.microsoft.com',
  'nvcr.io',
  'registry.gitlab.com',
  'registry.access.redhat.com',
  'registry.redhat.io',
  'lscr.io'
]);

const HUB = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);

const bare = (host: string): string => host.toLowerCase().replace(/:443$/, '');

/** Whether a host is one of Docker Hub's names. */
export function isHub(host: string): boolean {
  return HUB.has(bare(host));
}

/** Whether a host is a public registry. */
export function isPublicHost(host: string): boolean {
  return PUBLIC.has(bare(host));
}

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
