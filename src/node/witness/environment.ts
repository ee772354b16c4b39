/** What the witness's process sees of the environment: what decides how its Python judges, and nothing else. */

type Variables = Readonly<Record<string, string | undefined>>;

/** The same names stand in the server half (`witness.py`). */
export const WITNESS_NAMES = [
  'HOME',
  'PATH',
  'LANG',
  'LC_ALL',
  'TZ',
  'LD_LIBRARY_PATH',
  'PYTHONUSERBASE',
  'PYTHONNOUSERSITE',
  'PYTHONPATH',
  'OPENSSL_CONF',
  'OPENSSL_MODULES',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'REQUESTS_CA_BUNDLE',
  'CURL_CA_BUNDLE'
] as const;

/** Variables that can hold a proxy's password: they go through standard input, never into an environment. */
export const PROXY_NAMES = [
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy'
] as const;

function pick(variables: Variables, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = variables[name];
    if (value !== undefined) {
      picked[name] = value;
    }
  }
  return picked;
}

/** Environment of the witness's process. */
export function witnessEnvironment(variables: Variables): Record<string, string> {
  return pick(variables, WITNESS_NAMES);
}

/** Proxy variables for a question; empty when there is no proxy, so that Python need not load what reads them. */
export function proxyVariables(variables: Variables): Record<string, string> {
  const picked = pick(variables, PROXY_NAMES);
  return Object.keys(picked).some(name => name.toLowerCase() !== 'no_proxy') ? picked : {};
}
