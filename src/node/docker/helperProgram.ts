/**
 * Helper programs that Kaniko's image brings along (kaniko `deploy/Dockerfile`), each with the registries of its cloud:
 * for any other registry it stops with an error.
 */
const CLOUD_HELPERS: Readonly<Record<string, RegExp>> = {
  'ecr-login': /^(?:[0-9]+\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?|public\.ecr\.aws)$/,
  gcr: /(?:^|\.)gcr\.io$|-docker\.pkg\.dev$/,
  'acr-linux': /\.azurecr\.(?:io|cn|us)$/,
  'acr-env': /\.azurecr\.(?:io|cn|us)$/
};

/** Stands for the name of a helper that must not be shown. */
export const UNKNOWN_HELPER = 'unknown';

/** Helpers that there are; whatever else stands in their place may be a login. */
const KNOWN =
  /^(?:desktop|desktop\.exe|osxkeychain|wincred(?:\.exe)?|pass|secretservice|ecr-login|gcr|gcloud|acr(?:-env|-linux|-login)?|ocir?|artifact-registry|gopass|keepassxc|bitwarden|1password|vault|env|none)$/;

/** Whether a helper's name may be shown. */
export function isKnownHelper(program: string): boolean {
  return KNOWN.test(program);
}

/**
 * Whether the image builder has a helper program: `usable` = perhaps also a login through it, which depends on the
 * cloud's rights of its pod; `other-cloud` = it has the program, which does not serve this registry.
 *
 * @param program - what follows `docker-credential-`
 * @param host - `host[:port]`
 */
export function builderHelper(program: string, host: string): 'usable' | 'other-cloud' | 'absent' {
  const registries = CLOUD_HELPERS[program];
  return registries === undefined
    ? 'absent'
    : registries.test(host.replace(/:\d+$/, '').toLowerCase())
      ? 'usable'
      : 'other-cloud';
}
