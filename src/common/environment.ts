/**
 * Variables of the notebook's environment that the checks know: the one list for the server half, the command and the
 * collectors. Every other variable stays where it is.
 */

/** Variables whose values hold no login. Values may become facts. */
export const ENVIRONMENT_NAMES = [
  'HOME',
  'DOCKER_CONFIG',
  'REGISTRY_AUTH_FILE',
  'XDG_CONFIG_HOME',
  'XDG_RUNTIME_DIR',
  'REQUESTS_CA_BUNDLE',
  'CURL_CA_BUNDLE',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'PYTHONHTTPSVERIFY',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_EXTRA_CA_CERTS',
  'KAPTAIN_SDK_VERBOSE',
  'KAPTAIN_SDK_LOG_LEVEL',
  'KAPTAIN_SDK_KANIKO_IMAGE',
  'NB_PREFIX',
  'KUBERNETES_SERVICE_HOST',
  'NO_PROXY',
  'no_proxy',
  'GIT_SSL_NO_VERIFY',
  'GIT_SSL_CAINFO'
] as const;

/** Variables of which only the presence is a fact: their value says nothing about the registry. */
export const PRESENCE_NAMES = ['GIT_SSL_NO_VERIFY', 'GIT_SSL_CAINFO'] as const;

/** Variables whose values can hold a login. They become Secrets at once and never enter facts. */
export const SECRET_NAMES = [
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy',
  'DOCKER_AUTH_CONFIG'
] as const;

export type EnvironmentName = (typeof ENVIRONMENT_NAMES)[number];
export type SecretName = (typeof SECRET_NAMES)[number];
