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
