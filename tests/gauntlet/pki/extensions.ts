import { isIPv6 } from 'node:net';
import { bits, boolean, context, integer, octets, oid, sequence, text } from './der.ts';

/** Extensions of certificates (RFC 5280 4.2), each as it stands in the list. */
export function extension(dotted: string, value: Buffer, critical = false): Buffer {
  return sequence(oid(dotted), ...(critical ? [boolean(true)] : []), octets(value));
}

export function basicConstraints({
  ca,
  pathLength,
  critical = true
}: {
  ca: boolean;
  pathLength?: number;
  critical?: boolean;
}): Buffer {
  const parts = [...(ca ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])];
  return extension('2.5.29.19', sequence(...parts), critical);
}

const USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign'
] as const;

export function keyUsage(usages: readonly (typeof USAGES)[number][], critical = true): Buffer {
  const numbers = usages.map(usage => USAGES.indexOf(usage));
  const byte = numbers.reduce((value, number) => value | (0x80 >> number), 0);
  return extension('2.5.29.15', bits(Buffer.from([byte]), 7 - Math.max(...numbers)), critical);
}

const PURPOSES = { serverAuth: '1.3.6.1.5.5.7.3.1', clientAuth: '1.3.6.1.5.5.7.3.2', any: '2.5.29.37.0' } as const;

export function extendedKeyUsage(purposes: readonly (keyof typeof PURPOSES)[]): Buffer {
  return extension('2.5.29.37', sequence(...purposes.map(purpose => oid(PURPOSES[purpose]))));
}

export const subjectKeyId = (keyId: Buffer, critical = false): Buffer =>
  extension('2.5.29.14', octets(keyId), critical);
export const authorityKeyId = (keyId: Buffer): Buffer => extension('2.5.29.35', sequence(context(0, false, keyId)));

/** The bytes of an address. */
export function addressBytes(address: string): Buffer {
  if (!isIPv6(address)) {
    return Buffer.from(address.split('.').map(Number));
  }
  const [head = '', tail] = address.split('::');
  const groups = (half: string | undefined): string[] => (half === undefined || half === '' ? [] : half.split(':'));
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array<string>(tail === undefined ? 0 : 8 - before.length - after.length).fill('0');
  return Buffer.from([...before, ...zeros, ...after].map(group => group.padStart(4, '0')).join(''), 'hex');
}

export interface Names {
  dns?: readonly (string | Uint8Array)[];
  ip?: readonly (string | Uint8Array)[];
  email?: readonly string[];
  uri?: readonly string[];
}

export function alternativeNames({ dns = [], ip = [], email = [], uri = [] }: Names, critical = false): Buffer {
  const plain = (number: number, value: string | Uint8Array): Buffer =>
    context(number, false, typeof value === 'string' ? Buffer.from(value, 'utf8') : value);
  const names = [
    ...email.map(value => plain(1, value)),
    ...dns.map(value => plain(2, value)),
    ...uri.map(value => plain(6, value)),
    ...ip.map(value => plain(7, typeof value === 'string' ? addressBytes(value) : value))
  ];
  return extension('2.5.29.17', sequence(...names), critical);
}

export function nameConstraints({
  permitted = [],
  excluded = []
}: {
  permitted?: string[];
  excluded?: string[];
}): Buffer {
  const trees = (number: number, names: readonly string[]): Buffer[] =>
    names.length === 0
      ? []
      : [context(number, true, ...names.map(name => sequence(context(2, false, Buffer.from(name)))))];
  return extension('2.5.29.30', sequence(...trees(0, permitted), ...trees(1, excluded)), true);
}

/** An extension that nobody knows. */
export const unknown = (critical: boolean): Buffer =>
  extension('1.3.6.1.4.1.99999.1', text('utf8', 'house rule'), critical);

/** Asks for policies (`requireExplicitPolicy` 0), which Go before 1.24 does not handle. */
export const policyConstraints = (): Buffer =>
  extension('2.5.29.36', sequence(context(0, false, Buffer.from([0]))), true);
