/** Certificate situations that analysis and witness have to judge alike: what the server sends and what is mounted. */
import forge from 'node-forge';
import { createAuthority, createServer } from '../../scripts/demo/certificates.mjs';
import { issued, type ForgedName } from '../gauntlet/pki.ts';

type Issued = ReturnType<typeof createAuthority>;

export interface Situation {
  says: string;
  /** Leaf first. */
  chain: readonly Issued[];
  /** Content of the CA file; null = no file, `folder` = a folder of that name. */
  ca: string | null;
  /** Name by which the registry is called. */
  host?: string;
}

const named = (...names: ForgedName[]): Issued[] => names.map(name => issued(name));
const pemOf = (...names: ForgedName[]): string =>
  named(...names)
    .map(({ pem }) => pem)
    .join('');

/** Signs again what a CA is, as home-made tools do: without key ids and key usage, basicConstraints not critical. */
function lenientRoot(): Issued {
  const root = createAuthority({ name: 'Home-made CA' });
  root.certificate.setExtensions([{ name: 'basicConstraints', cA: true }]);
  root.certificate.sign(root.key, forge.md.sha256.create());
  return { ...root, pem: forge.pki.certificateToPem(root.certificate) };
}

/** The leaf again, with changed extensions. */
function changed(leaf: Issued, issuer: Issued, change: (extensions: object[]) => object[]): Issued {
  leaf.certificate.setExtensions(change(leaf.certificate.extensions as object[]));
  leaf.certificate.sign(issuer.key, forge.md.sha256.create());
  return { ...leaf, pem: forge.pki.certificateToPem(leaf.certificate) };
}

const isNamed = (extension: object, name: string): boolean => (extension as { name?: string }).name === name;

export function situations(): readonly Situation[] {
  const root = issued('root');
  const lenient = lenientRoot();
  const names = ['registry.test'];
  const clientOnly = changed(createServer(root, { names }), root, all => [
    ...all.filter(item => !isNamed(item, 'extKeyUsage')),
    { name: 'extKeyUsage', clientAuth: true }
  ]);
  const withDemand = changed(createServer(root, { names }), root, all => [
    ...all,
    { id: '1.2.3.4.5.6', critical: true, value: '\u0005\u0000' }
  ]);
  return [
    { says: 'leaf and root', chain: named('leaf'), ca: pemOf('root') },
    { says: 'intermediate sent', chain: named('leaf-of-intermediate', 'intermediate'), ca: pemOf('root') },
    { says: 'intermediate not sent', chain: named('leaf-of-intermediate'), ca: pemOf('root') },
    {
      says: 'intermediate not sent but mounted',
      chain: named('leaf-of-intermediate'),
      ca: pemOf('root', 'intermediate')
    },
    {
      says: 'only the intermediate mounted',
      chain: named('leaf-of-intermediate', 'intermediate'),
      ca: pemOf('intermediate')
    },
    { says: 'leaf mounted instead of its CA', chain: named('leaf'), ca: pemOf('leaf') },
    { says: 'root sent and not mounted', chain: named('leaf', 'root'), ca: pemOf('other-root') },
    { says: 'another CA mounted', chain: named('leaf'), ca: pemOf('other-root') },
    { says: 'renewed CA, same name', chain: named('leaf-of-renewed'), ca: pemOf('root') },
    { says: 'both CAs of one name mounted', chain: named('leaf-of-renewed'), ca: pemOf('root', 'renewed-root') },
    { says: 'leaf expired', chain: named('leaf-expired'), ca: pemOf('root') },
    { says: 'leaf not valid yet', chain: named('leaf-future'), ca: pemOf('root') },
    { says: 'root expired', chain: named('leaf-of-expired-root'), ca: pemOf('expired-root') },
    { says: 'root not valid yet', chain: named('leaf-of-future-root'), ca: pemOf('future-root') },
    { says: 'another name', chain: named('leaf-other-name'), ca: pemOf('root') },
    { says: 'common name only', chain: named('leaf-common-name-only'), ca: pemOf('root') },
    { says: 'wildcard above the top level', chain: [createServer(root, { names: ['*.test'] })], ca: pemOf('root') },
    { says: 'part of a label as wildcard', chain: [createServer(root, { names: ['reg*.test'] })], ca: pemOf('root') },
    { says: 'address with its IP name', chain: named('leaf'), ca: pemOf('root'), host: '127.0.0.1' },
    { says: 'address without IP name', chain: named('leaf-name-only'), ca: pemOf('root'), host: '127.0.0.1' },
    { says: 'capital letters', chain: named('leaf'), ca: pemOf('root'), host: 'Registry.TEST' },
    { says: 'final dot', chain: named('leaf'), ca: pemOf('root'), host: 'registry.test.' },
    { says: 'self-signed and mounted', chain: named('self-signed'), ca: pemOf('self-signed') },
    { says: 'self-signed and not mounted', chain: named('self-signed'), ca: pemOf('root') },
    { says: 'home-made CA', chain: [createServer(lenient, { names })], ca: lenient.pem },
    { says: 'for clients only', chain: [clientOnly], ca: pemOf('root') },
    { says: 'unknown critical demand', chain: [withDemand], ca: pemOf('root') },
    { says: 'no CA file', chain: named('leaf'), ca: null },
    { says: 'CA file without a certificate', chain: named('leaf'), ca: 'not a certificate\n' },
    { says: 'CA file with a cut certificate', chain: named('leaf'), ca: pemOf('root').slice(0, 400) },
    { says: 'empty CA file', chain: named('leaf'), ca: '' },
    { says: 'Windows line ends', chain: named('leaf'), ca: pemOf('root').replaceAll('\n', '\r\n') },
    { says: 'a folder in place of the CA file', chain: named('leaf'), ca: 'folder' }
  ];
}
