import { join } from 'node:path';
import { readPlace, type FileAccess } from '../collect/file.ts';
import { Secret } from '../secret.ts';

/** Where Kubernetes mounts the account of a pod. */
export const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

const MOST_TOKEN = 16 * 1024;
const MOST_CA = 256 * 1024;

/** What a pod may ask the Kubernetes API with. */
export interface Account {
  token: Secret;
  /** CAs that vouch for the API, PEM. */
  ca: string;
}

/**
 * Reads the pod's account; null when it is not mounted, or not whole: without its CA the token is not sent to anybody.
 *
 * @param folder - where it is mounted
 */
export async function readAccount(folder: string, access?: FileAccess): Promise<Account | null> {
  const [token, ca] = await Promise.all([
    readPlace(join(folder, 'token'), MOST_TOKEN, access),
    readPlace(join(folder, 'ca.crt'), MOST_CA, access)
  ]);
  const text = token.bytes === null ? '' : Buffer.from(token.bytes).toString('utf8').trim();
  if (text === '' || ca.bytes === null || ca.bytes.length === 0) {
    return null;
  }
  return { token: new Secret(text), ca: Buffer.from(ca.bytes).toString('utf8') };
}
