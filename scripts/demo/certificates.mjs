/**
 * Certificates of the demo and the tests: RSA 2048, signed with SHA-256 by node-forge (which cannot sign with ECDSA).
 * The healthy ones carry every extension that a strict verifier asks for (RFC 5280 sections 4.2.1.1 to 4.2.1.9):
 * Python 3.13 refuses a CA without a critical basicConstraints or without key identifiers.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

const DAY = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} Issued
 * @property {string} pem the certificate
 * @property {string} keyPem its private key (PKCS #1)
 * @property {forge.pki.Certificate} certificate
 * @property {forge.pki.rsa.PrivateKey} key
 */

/**
 * A moment relative to now.
 * @param {number} days in the future; negative: in the past
 */
export function inDays(days) {
  return new Date(Date.now() + days * DAY);
}

/**
 * A CA: self-signed, or an intermediate when `issuer` is given.
 * @param {object} [options]
 * @param {string} [options.name] common name; two CAs may share it (a renewed CA)
 * @param {Issued | null} [options.issuer]
 * @param {Date} [options.notBefore]
 * @param {Date} [options.notAfter]
 * @returns {Issued}
 */
export function createAuthority({
  name = 'Demo Registry CA',
  issuer = null,
  notBefore = inDays(-30),
  notAfter = inDays(3650)
} = {}) {
  return issue({
    subject: [
      { name: 'organizationName', value: 'Demo Company' },
      { name: 'commonName', value: name }
    ],
    issuer,
    notBefore,
    notAfter,
    extensions: caExtensions()
  });
}

/**
 * The same CA with other dates: name and key stay, so what it signed before is good with it.
 * @param {Issued} authority
 * @param {Date} notAfter
 * @returns {string} the certificate, PEM
 */
export function renewed(authority, notAfter) {
  const subject = authority.certificate.subject.attributes;
  const dates = { notBefore: inDays(-1), notAfter };
  return signed({ subject, issuer: null, ...dates, extensions: caExtensions() }, authority).pem;
}

function caExtensions() {
  return [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true, critical: true }
  ];
}

/**
 * A server certificate.
 * @param {Issued | null} issuer null: self-signed
 * @param {object} [options]
 * @param {string[]} [options.names] DNS names of the subjectAltName; the first is the common name too
 * @param {string[]} [options.addresses] IP addresses of the subjectAltName
 * @param {boolean} [options.san] false: the name stands in the common name only (refused by urllib3 2 and Go >= 1.15)
 * @param {Date} [options.notBefore]
 * @param {Date} [options.notAfter]
 * @returns {Issued}
 */
export function createServer(
  issuer,
  {
    names = ['localhost'],
    addresses = ['127.0.0.1', '::1'],
    san = true,
    notBefore = inDays(-7),
    notAfter = inDays(365)
  } = {}
) {
  const altNames = [...names.map(value => ({ type: 2, value })), ...addresses.map(ip => ({ type: 7, ip }))];
  return issue({
    subject: [{ name: 'commonName', value: names[0] ?? addresses[0] }],
    issuer,
    notBefore,
    notAfter,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      ...(san ? [{ name: 'subjectAltName', altNames }] : [])
    ]
  });
}

/** @typedef {{ subject: forge.pki.CertificateField[], issuer: Issued | null, notBefore: Date, notAfter: Date, extensions: object[] }} Parts */

/**
 * @param {Parts} parts
 * @returns {Issued}
 */
function issue(parts) {
  // Node makes the key: forge's own generator is pure JavaScript and takes seconds.
  const keyPem = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' }
  }).privateKey;
  return signed(parts, { keyPem, key: forge.pki.privateKeyFromPem(keyPem) });
}

/**
 * @param {Parts} parts
 * @param {Pick<Issued, 'keyPem' | 'key'>} pair the certificate's own key
 * @returns {Issued}
 */
function signed({ subject, issuer, notBefore, notAfter, extensions }, { keyPem, key }) {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  // Positive (the first bit is 0) and without leading zeros, as RFC 5280 section 4.1.2.2 asks.
  certificate.serialNumber = `4${randomBytes(16).toString('hex').slice(1)}`;
  certificate.validity.notBefore = notBefore;
  certificate.validity.notAfter = notAfter;
  certificate.setSubject(subject);
  certificate.setIssuer(issuer ? issuer.certificate.subject.attributes : subject);
  certificate.setExtensions([
    ...extensions,
    { name: 'subjectKeyIdentifier' },
    {
      name: 'authorityKeyIdentifier',
      keyIdentifier: (issuer?.certificate ?? certificate).generateSubjectKeyIdentifier().getBytes()
    }
  ]);
  certificate.sign(issuer?.key ?? key, forge.md.sha256.create());
  return { pem: forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n'), keyPem, certificate, key };
}
