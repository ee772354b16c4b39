import { hexOf, oidOf, readDer, smallInteger, TAG, DerError, type DerNode } from './asn1.ts';
import { readName, utf8Text } from './distinguishedName.ts';
import type { AlternativeNames, ExtensionFacts, FaultFacts, NameConstraints, PolicyFacts, Subtree } from './facts.ts';
import { addressText, isGoUri } from './generalName.ts';

export const OID = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyId: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1'
} as const;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Thrown for a value that does not follow its grammar; becomes the fault `extension`. */
class ValueError extends Error {}

function expect(condition: boolean): asserts condition {
  if (!condition) {
    throw new ValueError();
  }
}

function readBoolean(node: DerNode | undefined): boolean {
  return node?.tag === TAG.boolean && node.content.length === 1 && node.content[0] !== 0;
}

function readBasicConstraints(node: DerNode, critical: boolean): ExtensionFacts['basicConstraints'] {
  expect(node.tag === TAG.sequence);
  const [first] = node.children;
  const ca = readBoolean(first);
  const length = node.children.find(child => child.tag === TAG.integer);
  const pathLength = length === undefined ? null : smallInteger(length.content);
  expect(length === undefined || pathLength !== null);
  return { ca, pathLength, critical };
}

function readKeyUsage(node: DerNode, critical: boolean): ExtensionFacts['keyUsage'] {
  expect(node.tag === TAG.bitString && node.content.length >= 1);
  const bits: number[] = [];
  for (let bit = 0; bit < 9; bit++) {
    const byte = node.content[1 + (bit >> 3)] ?? 0;
    if ((byte & (0x80 >> (bit & 7))) !== 0) {
      bits.push(bit);
    }
  }
  return { bits, critical };
}

function readAlternativeNames(node: DerNode, critical: boolean, faults: FaultFacts[]): AlternativeNames {
  expect(node.tag === TAG.sequence);
  const names = { dns: [] as string[], ip: [] as string[], email: [] as string[], uri: [] as string[] };
  for (const { tag, content } of node.children) {
    const text = Buffer.from(content).toString('latin1');
    if ([0x81, 0x82, 0x86].includes(tag) && /[^\x00-\x7f]/.test(text)) {
      faults.push({ kind: 'san-not-ascii', what: utf8Text(content) === null ? 'not-utf8' : 'utf8' });
    }
    if (tag === 0x81) {
      names.email.push(text);
    } else if (tag === 0x82) {
      names.dns.push(text);
    } else if (tag === 0x86) {
      names.uri.push(text);
      if (!isGoUri(text)) {
        faults.push({ kind: 'san-uri', what: 'URI' });
      }
    } else if (tag === 0x87) {
      const address = addressText(content);
      if (address === null) {
        faults.push({ kind: 'san-ip', what: 'IP' });
      } else {
        names.ip.push(address);
      }
    }
  }
  return {
    ...names,
    others: node.children.length - names.dns.length - names.ip.length,
    critical,
    count: node.children.length
  };
}

function readAuthorityKey(node: DerNode): ExtensionFacts['authorityKey'] {
  expect(node.tag === TAG.sequence);
  const part = (tag: number): DerNode | undefined => node.children.find(child => child.tag === tag);
  const directory = part(0xa1)?.children.find(child => child.tag === 0xa4);
  const keyId = part(0x80);
  const serial = part(0x82);
  return {
    keyId: keyId === undefined ? null : hexOf(keyId.content),
    serial: serial === undefined ? null : serialText(serial.content),
    issuer: readName(directory?.children[0], [])?.canonical ?? null
  };
}

function readSubtrees(node: DerNode | undefined): Subtree[] {
  return (node?.children ?? []).map(subtree => {
    const [base] = subtree.children;
    expect(subtree.tag === TAG.sequence && base !== undefined);
    const text = Buffer.from(base.content).toString('latin1');
    switch (base.tag) {
      case 0x81:
        return { kind: 'email', base: text };
      case 0x82:
        return { kind: 'dns', base: text };
      case 0x86:
        return { kind: 'uri', base: text };
      case 0x87:
        expect(base.content.length === 8 || base.content.length === 32);
        return { kind: 'ip', base: hexOf(base.content) };
      case 0xa4:
        return { kind: 'directory', base: readName(base.children[0], [])?.canonical ?? '' };
      default:
        return { kind: 'other', base: '' };
    }
  });
}

function readNameConstraints(node: DerNode, critical: boolean): NameConstraints {
  expect(node.tag === TAG.sequence);
  const permitted = readSubtrees(node.children.find(child => child.tag === 0xa0));
  const excluded = readSubtrees(node.children.find(child => child.tag === 0xa1));
  expect(permitted.length + excluded.length > 0);
  return { permitted, excluded, critical };
}

function readOids(node: DerNode): string[] {
  expect(node.tag === TAG.sequence);
  return node.children.map(child => {
    const oid = oidOf(child.tag === TAG.sequence ? child.children[0] : child);
    expect(oid !== '');
    return oid;
  });
}

function readMappings(node: DerNode): PolicyFacts['mappings'] {
  expect(node.tag === TAG.sequence);
  return node.children.map(pair => {
    const [issuer, subject] = pair.children.map(oidOf);
    expect(issuer !== undefined && issuer !== '' && subject !== undefined && subject !== '');
    return { issuer, subject };
  });
}

function readSkip(node: DerNode, tag: number): number | null {
  const part = node.children.find(child => child.tag === tag);
  return part === undefined ? null : smallInteger(part.content);
}

/** A serial number as hexadecimal text, with a minus sign when negative. */
export function serialText(content: Uint8Array): string {
  const hex = hexOf(content);
  if (content.length === 0 || (content[0] as number) < 0x80) {
    return hex.replace(/^0+(?=.)/, '') || '0';
  }
  return `-${((1n << BigInt(8 * content.length)) - BigInt(`0x${hex}`)).toString(16)}`;
}

const NO_EXTENSIONS: ExtensionFacts = {
  names: null,
  basicConstraints: null,
  keyUsage: null,
  extendedKeyUsage: null,
  subjectKeyId: null,
  authorityKey: null,
  nameConstraints: null,
  policies: { oids: [], mappings: [], requireExplicit: null, inhibitMapping: null, inhibitAny: null },
  extensions: []
};

interface Extension {
  oid: string;
  critical: boolean;
  content: Uint8Array;
}

/**
 * Reads the extensions of a certificate (RFC 5280 4.2).
 *
 * @param list - the SEQUENCE OF Extension; undefined when there is none
 * @param faults - gets what some reader refuses
 * @returns what the first of each kind says; `repeated` is what the last of each says, where one stands twice
 */
export function readExtensions(
  list: DerNode | undefined,
  faults: FaultFacts[]
): ExtensionFacts & { repeated: ExtensionFacts | null } {
  const all: Extension[] = [];
  for (const extension of list?.children ?? []) {
    const oid = oidOf(extension.children[0]);
    const value = extension.children.at(-1);
    if (oid === '' || value?.tag !== TAG.octetString) {
      faults.push({ kind: 'extension', what: oid });
      continue;
    }
    const critical = extension.children.length === 3 && readBoolean(extension.children[1]);
    all.push({ oid, critical, content: value.content });
  }
  const seen = new Set<string>();
  const [first, again]: [Extension[], Extension[]] = [[], []];
  for (const extension of all) {
    if (seen.has(extension.oid)) {
      faults.push({ kind: 'duplicate-extension', what: extension.oid });
      again.push(extension);
    } else {
      seen.add(extension.oid);
      first.push(extension);
    }
  }
  const facts: Mutable<ExtensionFacts> = { ...NO_EXTENSIONS, extensions: first.map(kindOf) };
  readAll(first, facts, faults);
  if (again.length === 0) {
    return { ...facts, repeated: null };
  }
  const repeated: Mutable<ExtensionFacts> = { ...facts, extensions: all.map(kindOf) };
  readAll(again, repeated, faults);
  return { ...facts, repeated };
}

const kindOf = ({ oid, critical }: Extension): ExtensionFacts['extensions'][number] => ({ oid, critical });

function readAll(extensions: readonly Extension[], facts: Mutable<ExtensionFacts>, faults: FaultFacts[]): void {
  for (const { oid, critical, content } of extensions) {
    try {
      readValue(oid, critical, content, facts, faults);
    } catch (error) {
      if (!(error instanceof ValueError || error instanceof DerError)) {
        throw error;
      }
      faults.push({ kind: 'extension', what: oid });
    }
  }
}

function readValue(
  oid: string,
  critical: boolean,
  content: Uint8Array,
  facts: Mutable<ExtensionFacts>,
  faults: FaultFacts[]
): void {
  switch (oid) {
    case OID.basicConstraints:
      facts.basicConstraints = readBasicConstraints(readDer(content), critical);
      break;
    case OID.keyUsage:
      facts.keyUsage = readKeyUsage(readDer(content), critical);
      break;
    case OID.extendedKeyUsage:
      // Go before 1.17, the one reader that takes a second list, adds it to the first.
      facts.extendedKeyUsage = [...(facts.extendedKeyUsage ?? []), ...readOids(readDer(content))];
      break;
    case OID.subjectAltName:
      facts.names = readAlternativeNames(readDer(content), critical, faults);
      break;
    case OID.nameConstraints:
      facts.nameConstraints = readNameConstraints(readDer(content), critical);
      break;
    case OID.subjectKeyId: {
      const node = readDer(content);
      expect(node.tag === TAG.octetString);
      facts.subjectKeyId = hexOf(node.content);
      if (critical) {
        faults.push({ kind: 'ski-critical', what: oid });
      }
      break;
    }
    case OID.authorityKeyId:
      facts.authorityKey = readAuthorityKey(readDer(content));
      if (critical) {
        faults.push({ kind: 'aki-critical', what: oid });
      }
      break;
    case OID.authorityInfoAccess:
      if (critical) {
        faults.push({ kind: 'aia-critical', what: oid });
      }
      break;
    case OID.certificatePolicies:
      facts.policies = { ...facts.policies, oids: readOids(readDer(content)) };
      break;
    case OID.policyMappings:
      facts.policies = { ...facts.policies, mappings: readMappings(readDer(content)) };
      break;
    case OID.policyConstraints: {
      const node = readDer(content);
      facts.policies = {
        ...facts.policies,
        requireExplicit: readSkip(node, 0x80),
        inhibitMapping: readSkip(node, 0x81)
      };
      break;
    }
    case OID.inhibitAnyPolicy:
      facts.policies = { ...facts.policies, inhibitAny: smallInteger(readDer(content).content) };
      break;
  }
}
