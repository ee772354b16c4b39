import type { DockerConfigFacts } from './facts.ts';

/** Fingerprint of the login under each registry, as docker decodes it; the first entry of a registry counts. */
function loginsOf(config: DockerConfigFacts): Map<string, string> {
  const logins = new Map<string, string>();
  for (const { host, hasPath, logins: decoded } of config.entries) {
    const login = decoded.docker;
    if (host !== null && !hasPath && login.kind === 'login' && !logins.has(host)) {
      logins.set(host, login.credential.fingerprint);
    }
  }
  return logins;
}

/** Registries for which two Docker configs hold different logins; one that only one of them knows is no difference. */
export function differingHosts(one: DockerConfigFacts, other: DockerConfigFacts): string[] {
  const others = loginsOf(other);
  return [...loginsOf(one)].flatMap(([host, login]) => {
    const second = others.get(host);
    return second === undefined || second === login ? [] : [host];
  });
}
