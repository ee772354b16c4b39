import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Key of the fingerprints: random per process, so a fingerprint says nothing to anybody else. */
const fingerprintKey = randomBytes(32);

const values = new WeakMap<Secret, string>();

/**
 * A password, token or key. It cannot be printed, serialised or inspected: whatever is tried yields `[secret]`.
 * `reveal` is for the place that puts it on the wire.
 */
export class Secret {
  constructor(value: string) {
    values.set(this, value);
    Object.freeze(this);
  }

  /** The value. Only the registry client and the exit guard may call this. */
  reveal(): string {
    return values.get(this) ?? '';
  }

  /** Keyed SHA-256, 16 hexadecimal digits: tells whether two secrets are equal within this process, nothing else. */
  fingerprint(): string {
    return createHmac('sha256', fingerprintKey).update(this.reveal()).digest('hex').slice(0, 16);
  }

  equals(other: Secret): boolean {
    const [a, b] = [Buffer.from(this.reveal()), Buffer.from(other.reveal())];
    return a.length === b.length && timingSafeEqual(a, b);
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [Symbol.toPrimitive](): string {
    return '[secret]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}

/** A login as the config collector found it. */
export interface Credential {
  kind: 'basic' | 'identitytoken' | 'registrytoken';
  /** User name; a name of a robot account is half a secret, so it is wrapped too. */
  username: Secret;
  /** Password, identity token or registry token. */
  secret: Secret;
}

/** Opaque name of a credential in facts. */
export type CredentialHandle = string & { readonly handle: unique symbol };

/** Secrets of one run. Collectors alone reach it; facts carry handles. */
export class Vault {
  readonly #credentials = new Map<CredentialHandle, Credential>();
  readonly #known = new Set<Secret>();

  /** Keeps a credential and gives its handle. */
  keep(credential: Credential): CredentialHandle {
    const handle = `login-${this.#credentials.size + 1}` as CredentialHandle;
    this.#credentials.set(handle, credential);
    this.#known.add(credential.secret);
    return handle;
  }

  /** Remembers a secret that no credential holds (a proxy's login, a key in the CA file), for the exit guard. */
  remember(secret: Secret): void {
    this.#known.add(secret);
  }

  credential(handle: CredentialHandle): Credential | undefined {
    return this.#credentials.get(handle);
  }

  /** Every secret of the run, for the exit guard. */
  secrets(): readonly Secret[] {
    return [...this.#known];
  }
}
