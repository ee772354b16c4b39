/**
 * Variables of the notebook's environment that the checks know: the one list for the server half, the command and the
 * collectors. Every other variable stays where it is.
 */
export const ENVIRONMENT_NAMES = [
  'HOME',
  'DOCKER_CONFIG',
  'DOCKER_AUTH_CONFIG',
  'REGISTRY_AUTH_FILE',
  'XDG_CONFIG_HOME',
  'XDG_RUNTIME_DIR',
  'REQUESTS_CA_BUNDLE',
  'CURL_CA_BUNDLE',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'PYTHONHTTPSVERIFY',
  'KAPTAIN_SDK_VERBOSE',
  'KAPTAIN_SDK_DEBUG',
  'NB_PREFIX',
  'KUBERNETES_SERVICE_HOST',
  'KUBERNETES_SERVICE_PORT',
  'HOSTNAME',
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_USE_ENV_PROXY'
] as const;

/** DOCKER_CONFIG names a folder; with the config itself in it, it is as secret as DOCKER_AUTH_CONFIG. */
export function holdsDockerConfig(value: string): boolean {
  return /[{}"\n]/.test(value);
}

export type EnvironmentName = (typeof ENVIRONMENT_NAMES)[number];

/** Those whose value can hold a password. They become Secrets at once and never enter facts. */
export const SECRET_NAMES = [
  'DOCKER_AUTH_CONFIG',
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy'
] as const satisfies readonly EnvironmentName[];
