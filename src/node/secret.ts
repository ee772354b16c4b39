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

  /** The value. For what puts it on the wire (and tells the run so, `Remembers`), and for the exit guard. */
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

/**
 * Value of an Authorization header for Basic (RFC 7617, UTF-8).
 *
 * @param credential - user name and secret, whatever its kind
 */
export function basicAuthorization({ username, secret }: Pick<Credential, 'username' | 'secret'>): Secret {
  return new Secret(`Basic ${Buffer.from(`${username.reveal()}:${secret.reveal()}`, 'utf8').toString('base64')}`);
}

/** Opaque name of a credential in facts. */
export type CredentialHandle = string & { readonly handle: unique symbol };

/** Is told every secret of a run, in every form in which it is sent or was received. */
export interface Remembers {
  remember(secret: Secret): void;
}

/** Secrets of one run. Collectors alone reach it; facts carry handles. */
export class Vault implements Remembers {
  readonly #credentials = new Map<CredentialHandle, Credential>();
  /** By fingerprint: the same value is known once, however often it is sent. */
  readonly #known = new Map<string, Secret>();

  /** Keeps a credential and gives its handle. */
  keep(credential: Credential): CredentialHandle {
    const handle = `login-${this.#credentials.size + 1}` as CredentialHandle;
    this.#credentials.set(handle, credential);
    // Sent or not in this run: a registry may know it from an earlier one.
    this.remember(credential.secret);
    this.remember(basicAuthorization(credential));
    return handle;
  }

  /**
   * Remembers a secret that no credential holds, for the exit guard: a proxy's login, a key in the CA file, a token, a
   * login as it is sent.
   */
  remember(secret: Secret): void {
    const name = secret.fingerprint();
    if (!this.#known.has(name)) {
      this.#known.set(name, secret);
    }
  }

  credential(handle: CredentialHandle): Credential | undefined {
    return this.#credentials.get(handle);
  }

  /** Number of secrets that are known; it only grows. */
  get size(): number {
    return this.#known.size;
  }

  /** Every secret of the run in the order in which it became known, for the exit guard. */
  secrets(): readonly Secret[] {
    return [...this.#known.values()];
  }
}
