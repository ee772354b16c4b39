import { access } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { holdsDockerConfig, SECRET_NAMES } from '../../common/environment.ts';
import { BUNDLE_VARIABLES, type BundleVariable, type EnvironmentFacts } from '../facts.ts';
import { SERVICE_ACCOUNT } from '../kube/account.ts';
import type { RunOptions } from './types.ts';
import { errorClassOf, readPlace } from './file.ts';
import { collector } from './types.ts';

/** Home folder of Kaptain's notebooks, for a kernel without HOME. */
const FALLBACK_HOME = '/home/kubeflow';

/** The longest text that becomes a fact. */
const MAX_VALUE = 4096;

/**
 * Facts about the environment. Variables that may hold a login never become facts, whatever form they come in.
 *
 * @param serviceAccount - folder of the pod's account
 */
export async function readEnvironmentFacts(
  environment: RunOptions['environment'],
  serviceAccount: string = SERVICE_ACCOUNT
): Promise<EnvironmentFacts> {
  const secret: readonly string[] = SECRET_NAMES;
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (
      typeof value === 'string' &&
      !secret.includes(name) &&
      !(name === 'DOCKER_CONFIG' && holdsDockerConfig(value))
    ) {
      variables[name] = value.slice(0, MAX_VALUE);
    }
  }
  const home = isAbsolute(variables['HOME'] ?? '') ? join(variables['HOME'] as string) : FALLBACK_HOME;
  const mounted = await access(serviceAccount).then(
    () => true,
    () => false
  );
  const [namespace, aws] = await Promise.all([
    readPlace(join(serviceAccount, 'namespace'), 256),
    readPlace(join(home, '.aws', 'credentials'), 0)
  ]);
  return {
    home: home.length > 1 ? home.replace(/\/$/, '') : home,
    inPod: mounted || variables['KUBERNETES_SERVICE_HOST'] !== undefined,
    namespace: namespaceOf(namespace.bytes),
    awsCredentials: aws.facts.state === 'file',
    missingBundle: await missingBundle(variables),
    variables
  };
}

/** requests takes the first that is not empty, and stops where its path does not exist (`adapters.py` cert_verify). */
async function missingBundle(variables: Readonly<Record<string, string>>): Promise<BundleVariable | null> {
  const name = BUNDLE_VARIABLES.find(variable => (variables[variable] ?? '') !== '');
  if (name === undefined) {
    return null;
  }
  const found = await access(variables[name] ?? '').then(
    () => true,
    (error: unknown) => !['ENOENT', 'ENOTDIR'].includes(errorClassOf(error))
  );
  return found ? null : name;
}

/** Name of a namespace (RFC 1123 label); null for anything else. */
function namespaceOf(bytes: Uint8Array | null): string | null {
  const name = bytes === null ? '' : Buffer.from(bytes).toString('utf8').trim();
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name) ? name : null;
}

/** Home folder, pod and variables of the notebook. */
export const environmentCollector = collector({
  gives: 'environment',
  needs: [],
  cost: 'local',
  limitMs: 2000,
  collect: async (_, { options }) => ({
    value: await readEnvironmentFacts(options.environment, options.serviceAccount)
  })
});
