import type { CredentialHandle } from '../secret.ts';

/** Content of the Docker config: derived values only. */
export interface DockerConfigFacts {
  path: string;
  /** Registries of the file, as written (user information cut off), in file order. */
  hosts: readonly string[];
}

/** Which login each reader finds for one registry. */
export interface LoginFacts {
  /** The login that is tried from here: what Kaniko and docker would send. Null when there is none. */
  credential: { handle: CredentialHandle; kind: 'basic' | 'identitytoken' | 'registrytoken'; fingerprint: string } | null;
}
