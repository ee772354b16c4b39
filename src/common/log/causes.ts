import type { ReasonCode } from './reasons.ts';
import type { Speaker } from './types.ts';

/** What can stand behind texts of one kind. */
export interface Cause {
  /** What happened, with `{who}` for the program that says it; a clause without a final stop. */
  said: string;
  /** The text in plain words: one sentence. */
  detail: string;
  /** Codes that it can mean, the likeliest first; `others` for speakers that are not named. */
  codes: Partial<Record<Speaker | 'others', readonly ReasonCode[]>>;
  /** Causes that no check can raise, as clauses behind "because". */
  also?: Partial<Record<Speaker | 'others', readonly string[]>>;
  /** Checks that decide between the codes, by id. */
  decidedBy: readonly string[];
  /** Who or what decides where no check can: a sentence. */
  elsewhere?: Partial<Record<Speaker | 'others', string>>;
  /** About an upload. */
  push?: true;
}

const MACHINES =
  'The training machines cannot be looked at from a notebook: the cluster admin sees on one of them what they trust and reach.';
const NO_CONFIG = 'the Config of the cell names no CA for exactly this host and port';
const OTHER_TRUST = 'that program was not told about your CA file';
const MACHINES_CA = 'the training machines do not know the CA of the registry';
const CLUSTER_CA = 'that part of the cluster does not know the CA of the registry';
const PULL_SECRET = 'the pod was given no pull Secret with a login for the registry';

const NO_CA_FILE = ['KR-FIL-008', 'KR-FIL-009'] as const;
/** Faults of the CA file that Go passes over in silence. */
const CA_FILE_DEAD = [
  'KR-FIL-003',
  'KR-FIL-004',
  'KR-FIL-005',
  'KR-FIL-010',
  'KR-CRT-001',
  'KR-CRT-002',
  'KR-CRT-004',
  'KR-CRT-005',
  'KR-CRT-015',
  'KR-CRT-017',
  'KR-CRT-018',
  'KR-CRT-021'
] as const;
const NO_LOGIN = [
  'KR-FIL-001',
  'KR-FIL-002',
  'KR-FIL-003',
  'KR-FIL-005',
  'KR-FIL-007',
  'KR-FIL-010',
  'KR-CFG-004',
  'KR-CFG-005',
  'KR-CFG-006',
  'KR-CFG-007',
  'KR-CFG-008',
  'KR-CFG-014',
  'KR-CFG-016',
  'KR-CFG-025',
  'KR-CFG-026',
  'KR-CFG-028'
] as const;
const BAD_LOGIN = [
  'KR-REG-010',
  'KR-CFG-010',
  'KR-CFG-011',
  'KR-CFG-013',
  'KR-CFG-015',
  'KR-CFG-017',
  'KR-CFG-018',
  'KR-CFG-029',
  'KR-REG-028'
] as const;
const BAD_CONFIG = ['KR-CFG-001', 'KR-CFG-002', 'KR-CFG-003', 'KR-CFG-026', 'KR-CFG-025'] as const;
const LOGIN_CHECKS = ['fil.config', 'cfg.format', 'cfg.login', 'reg.login'] as const;
const TRUST_CHECKS = ['fil.ca', 'crt.format', 'crt.validity', 'tls.chain'] as const;

export const CAUSES = {
  untrusted: {
    said: '{who} refused the certificate of the registry',
    detail: 'It does not know who signed the certificate.',
    codes: {
      sdk: [
        ...NO_CA_FILE,
        'KR-TLS-002',
        'KR-TLS-003',
        'KR-TLS-004',
        'KR-TLS-005',
        'KR-TLS-017',
        'KR-TLS-022',
        'KR-CRT-006',
        'KR-FIL-003'
      ],
      builder: [
        'KR-TLS-003',
        'KR-TLS-004',
        'KR-TLS-005',
        'KR-TLS-014',
        ...NO_CA_FILE,
        'KR-TLS-002',
        ...CA_FILE_DEAD,
        'KR-TLS-017',
        'KR-TLS-021',
        'KR-TLS-023'
      ],
      nodes: ['KR-TLS-005', 'KR-TLS-017', 'KR-TLS-021', 'KR-TLS-023'],
      others: ['KR-TLS-003', 'KR-TLS-004', 'KR-TLS-005', 'KR-TLS-014', 'KR-TLS-017', 'KR-TLS-021', 'KR-TLS-023']
    },
    also: {
      sdk: [NO_CONFIG],
      builder: [NO_CONFIG],
      nodes: [MACHINES_CA],
      cluster: [CLUSTER_CA],
      program: [OTHER_TRUST]
    },
    decidedBy: [...TRUST_CHECKS, 'ca.needed'],
    elsewhere: { nodes: MACHINES, cluster: 'The cluster admin sees which CAs that part of the cluster knows.' }
  },
  'self-signed': {
    said: '{who} refused the certificate of the registry',
    detail: 'The registry signed its certificate itself, and nothing says that it is to be trusted.',
    codes: {
      sdk: ['KR-TLS-014', ...NO_CA_FILE, 'KR-TLS-002', 'KR-TLS-017'],
      others: ['KR-TLS-014', 'KR-TLS-017']
    },
    also: { sdk: [NO_CONFIG], program: [OTHER_TRUST] },
    decidedBy: ['fil.ca', 'ca.needed', 'tls.chain']
  },
  'root-unknown': {
    said: '{who} refused the certificate of the registry',
    detail: 'The registry sends its CA along, and that CA is not among the trusted ones.',
    codes: {
      sdk: [...NO_CA_FILE, 'KR-TLS-002', 'KR-TLS-003', 'KR-TLS-004', 'KR-TLS-017'],
      others: ['KR-TLS-003', 'KR-TLS-004', 'KR-TLS-017']
    },
    also: { sdk: [NO_CONFIG], program: [OTHER_TRUST] },
    decidedBy: ['fil.ca', 'ca.needed', 'tls.chain']
  },
  'root-missing': {
    said: '{who} refused the certificate of the registry',
    detail: 'The trusted file holds an intermediate CA only, and its root is missing.',
    codes: { others: ['KR-CRT-011'] },
    decidedBy: ['tls.chain']
  },
  'renewed-ca': {
    said: '{who} refused the certificate of the registry',
    detail: 'A CA of the right name is trusted, but its key is another one.',
    codes: { others: ['KR-TLS-004'] },
    decidedBy: ['tls.chain'],
    elsewhere: { nodes: MACHINES }
  },
  'not-a-ca': {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate of the issuer may not sign others.',
    codes: { sdk: ['KR-CRT-007', 'KR-CRT-019', 'KR-TLS-024'], others: ['KR-CRT-007', 'KR-TLS-024'] },
    decidedBy: ['tls.chain']
  },
  expired: {
    said: '{who} refused the certificate of the registry',
    detail: 'A certificate of the registry, or the CA behind it, has expired.',
    codes: { others: ['KR-TLS-010', 'KR-CRT-008', 'KR-TLS-011', 'KR-TLS-009'] },
    decidedBy: ['tls.dates', 'crt.validity']
  },
  'not-yet-valid': {
    said: '{who} refused the certificate of the registry',
    detail: 'A certificate of the registry, or the CA behind it, is not valid yet.',
    codes: { others: ['KR-TLS-012', 'KR-CRT-009', 'KR-TLS-009'] },
    decidedBy: ['tls.dates', 'crt.validity']
  },
  dates: {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate has expired or is not valid yet; the text does not say which.',
    codes: { others: ['KR-TLS-010', 'KR-CRT-008', 'KR-TLS-011', 'KR-TLS-012', 'KR-CRT-009', 'KR-TLS-009'] },
    decidedBy: ['tls.dates', 'crt.validity']
  },
  'other-name': {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate does not list the name by which the registry is called.',
    codes: { others: ['KR-TLS-006'] },
    decidedBy: ['tls.name']
  },
  'no-name': {
    said: '{who} refused the certificate of the registry',
    detail:
      'The certificate does not list the name by which the registry is called, or only in a place that newer programs do not look at.',
    codes: { others: ['KR-TLS-006', 'KR-TLS-008'] },
    decidedBy: ['tls.name']
  },
  'common-name': {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate names the registry only in the common name, which newer programs do not look at.',
    codes: { others: ['KR-TLS-008'] },
    decidedBy: ['tls.name']
  },
  'by-address': {
    said: '{who} refused the certificate of the registry',
    detail: 'The registry is called by an IP address that its certificate does not list.',
    codes: { others: ['KR-TLS-007'] },
    decidedBy: ['tls.name']
  },
  weak: {
    said: '{who} refused the certificate of the registry',
    detail: 'A signature or a key in the chain is too weak, or of a kind that this program does not know.',
    codes: { others: ['KR-TLS-023', 'KR-CRT-012', 'KR-CRT-018'] },
    decidedBy: ['tls.chain', 'crt.validity']
  },
  strict: {
    said: '{who} refused the certificate of the registry',
    detail: 'Newer Python versions follow the standard to the letter, and this certificate does not.',
    codes: { others: ['KR-CRT-019', 'KR-TLS-008'] },
    decidedBy: ['tls.chain', 'tls.name']
  },
  'ca-name': {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate writes the name of its CA differently than the CA itself.',
    codes: { others: ['KR-TLS-021'] },
    decidedBy: ['tls.chain']
  },
  'not-allowed-to-sign': {
    said: '{who} refused the certificate of the registry',
    detail:
      'A CA in the chain was not allowed to sign this certificate: its name, its use or the length of the chain is limited.',
    codes: { others: ['KR-TLS-024'] },
    decidedBy: ['tls.chain']
  },
  critical: {
    said: '{who} refused the certificate of the registry',
    detail: 'A certificate demands something that this program does not know.',
    codes: { others: ['KR-TLS-025', 'KR-CRT-014'] },
    decidedBy: ['tls.chain', 'crt.validity']
  },
  'ca-forbidden': {
    said: '{who} refused the certificate of the registry',
    detail: 'The CA file itself says that its CA is not to be used for servers.',
    codes: { others: ['KR-CRT-021'] },
    decidedBy: ['crt.format']
  },
  unreadable: {
    said: '{who} could not read the certificate of the registry',
    detail: 'The certificate is built in a way that this program does not accept.',
    codes: { others: ['KR-TLS-022', 'KR-CRT-002'] },
    decidedBy: ['tls.chain', 'crt.format']
  },
  certificate: {
    said: '{who} refused the certificate of the registry',
    detail: 'The text does not say why.',
    codes: {
      others: [
        ...NO_CA_FILE,
        'KR-TLS-003',
        'KR-TLS-004',
        'KR-TLS-005',
        'KR-TLS-006',
        'KR-TLS-007',
        'KR-TLS-008',
        'KR-TLS-010',
        'KR-TLS-012',
        'KR-TLS-014',
        'KR-CRT-006',
        'KR-CRT-008',
        'KR-CRT-011'
      ]
    },
    decidedBy: [...TRUST_CHECKS, 'tls.name', 'tls.dates'],
    elsewhere: { nodes: MACHINES }
  },
  'ca-file-without': {
    said: '{who} found no certificate in the CA file',
    detail: 'The file is there, but not in the form that is wanted.',
    codes: { others: ['KR-CRT-001', 'KR-CRT-004', 'KR-CRT-005', 'KR-CRT-015', 'KR-FIL-005'] },
    decidedBy: ['fil.ca', 'crt.format']
  },
  'ca-file-damaged': {
    said: '{who} could not read the certificate in the CA file',
    detail: 'A certificate in the file is damaged.',
    codes: { others: ['KR-CRT-002', 'KR-CRT-020'] },
    decidedBy: ['crt.format']
  },
  'ca-file-unusable': {
    said: '{who} could not use the CA file',
    detail: 'The file is not there, cannot be read or holds no certificate.',
    codes: {
      others: [...NO_CA_FILE, 'KR-FIL-003', 'KR-FIL-004', 'KR-FIL-005', 'KR-FIL-010', 'KR-CRT-001', 'KR-CRT-002']
    },
    decidedBy: ['fil.ca', 'crt.format']
  },
  'ca-file-missing': {
    said: '{who} did not find the CA file',
    detail: 'There is nothing at the place that was given for it.',
    codes: { others: ['KR-FIL-008', 'KR-FIL-009', 'KR-FIL-010'] },
    also: { sdk: ['the cell or a variable names another place for it'] },
    decidedBy: ['fil.ca']
  },
  'ca-file-not-passed': {
    said: '{who} did not get the CA file',
    detail: 'The build was started with a CA file that is not in the pod of the image builder.',
    codes: { others: [] },
    also: { others: ['the SDK did not hand the CA file over to the image builder'] },
    decidedBy: [],
    elsewhere: {
      others: 'Run the Config cell and the Model cell again; if it stays, the build was not started by the SDK.'
    }
  },
  'ca-file-closed': {
    said: '{who} could not open the CA file',
    detail: 'Something is there, but it may not be read or is no file.',
    codes: { others: ['KR-FIL-004', 'KR-FIL-003'] },
    decidedBy: ['fil.ca']
  },
  'plain-http': {
    said: '{who} could not encrypt the connection to the registry',
    detail: 'The answer was not encrypted.',
    codes: { others: ['KR-TLS-001', 'KR-NET-013', 'KR-NET-017'] },
    decidedBy: ['net.answer']
  },
  'fallback-http': {
    said: '{who} tried encryption, gave up and asked once more without it',
    detail: 'The text shows the second try only; what was wrong with the first one is not in it.',
    codes: {
      others: [
        'KR-TLS-003',
        'KR-TLS-004',
        'KR-TLS-005',
        'KR-TLS-006',
        'KR-TLS-007',
        'KR-TLS-010',
        'KR-TLS-014',
        ...NO_CA_FILE,
        'KR-TLS-002',
        ...CA_FILE_DEAD
      ]
    },
    also: { builder: [NO_CONFIG] },
    decidedBy: [...TRUST_CHECKS, 'tls.name', 'tls.dates']
  },
  'tls-version': {
    said: '{who} and the registry could not agree on encryption',
    detail: 'They share no version of TLS.',
    codes: { others: ['KR-TLS-015'] },
    decidedBy: ['net.answer']
  },
  handshake: {
    said: '{who} and the registry could not agree on encryption',
    detail: 'The registry ended the handshake without saying why.',
    codes: {
      others: ['KR-TLS-015', 'KR-TLS-016', 'KR-TLS-022', 'KR-TLS-023', 'KR-CRT-018', 'KR-TLS-028', 'KR-NET-017']
    },
    decidedBy: ['net.answer', 'tls.chain', 'crt.validity']
  },
  'client-certificate': {
    said: '{who} was turned away by the registry',
    detail: 'The registry asks for a certificate of the caller.',
    codes: { others: ['KR-TLS-016'] },
    decidedBy: ['net.answer']
  },
  'server-name': {
    said: '{who} was turned away before the certificate was shown',
    detail: 'The server at that address does not know the name of the registry.',
    codes: { others: ['KR-TLS-028'] },
    decidedBy: ['net.answer']
  },
  'name-unknown': {
    said: '{who} does not find the registry',
    detail: 'The name is not known.',
    codes: { others: ['KR-NET-003', 'KR-NET-002'] },
    also: {
      builder: ['the image builder asks another name service than this notebook'],
      nodes: ['the training machines ask another name service than this notebook']
    },
    decidedBy: ['net.name', 'net.address'],
    elsewhere: { nodes: MACHINES }
  },
  'name-service': {
    said: '{who} does not find the registry',
    detail: 'The name service did not answer.',
    codes: { others: ['KR-NET-004'] },
    also: { nodes: ['the name service of the training machines does not answer'] },
    decidedBy: ['net.name'],
    elsewhere: { nodes: MACHINES }
  },
  refused: {
    said: '{who} does not reach the registry',
    detail: 'The connection was refused.',
    codes: { others: ['KR-NET-006', 'KR-NET-005'] },
    decidedBy: ['net.name', 'net.port'],
    elsewhere: { nodes: MACHINES }
  },
  timeout: {
    said: '{who} does not reach the registry',
    detail: 'There was no answer in time.',
    codes: { others: ['KR-NET-007', 'KR-NET-009', 'KR-NET-010'] },
    decidedBy: ['net.port', 'net.answer', 'net.proxy'],
    elsewhere: { nodes: MACHINES }
  },
  'no-route': {
    said: '{who} does not reach the registry',
    detail: 'There is no way to its address.',
    codes: { others: ['KR-NET-008', 'KR-NET-005'] },
    decidedBy: ['net.name', 'net.port'],
    elsewhere: { nodes: MACHINES }
  },
  cut: {
    said: '{who} lost the connection to the registry',
    detail: 'The other side, or something on the way, ended it.',
    codes: { others: ['KR-NET-009', 'KR-NET-013', 'KR-TLS-016', 'KR-NET-017', 'KR-NET-010', 'KR-REG-003'] },
    decidedBy: ['net.port', 'net.answer', 'net.proxy', 'reg.api'],
    elsewhere: { nodes: MACHINES }
  },
  proxy: {
    said: '{who} was stopped by a proxy',
    detail: 'The proxy did not let the connection through, or did not answer.',
    codes: { others: ['KR-NET-011', 'KR-NET-010', 'KR-NET-016'] },
    decidedBy: ['net.proxy', 'net.port'],
    elsewhere: { nodes: MACHINES }
  },
  'login-refused': {
    said: '{who} was not let in by the registry',
    detail: 'The registry took no login, or not this one: it says the same for a wrong login and for none.',
    codes: {
      builder: [...BAD_LOGIN, 'KR-REG-011', ...NO_LOGIN, 'KR-REG-016', 'KR-REG-006'],
      others: [...BAD_LOGIN, 'KR-REG-011', ...NO_LOGIN, 'KR-REG-015', 'KR-REG-016', 'KR-REG-006']
    },
    also: { nodes: [PULL_SECRET], program: ['that program reads another Docker config'] },
    decidedBy: [...LOGIN_CHECKS, 'reg.service', 'reg.pull', 'reg.push'],
    elsewhere: {
      nodes: 'Which login the machines were given stands in the pull Secret of the pod: the cluster admin can look.'
    }
  },
  'login-missing': {
    said: '{who} had no login for the registry',
    detail: 'None was found, so none was sent.',
    codes: { others: ['KR-REG-011', ...NO_LOGIN, 'KR-CFG-018', 'KR-REG-021'] },
    also: { nodes: [PULL_SECRET], program: ['that program reads another Docker config'] },
    decidedBy: ['fil.config', 'cfg.format', 'cfg.login', 'reg.login', 'reg.images'],
    elsewhere: {
      nodes: 'Which login the machines were given stands in the pull Secret of the pod: the cluster admin can look.'
    }
  },
  'push-login': {
    said: '{who} may not push to the registry with this login',
    detail: 'The registry refused the login when the upload began.',
    codes: { others: [...BAD_LOGIN, 'KR-REG-011', ...NO_LOGIN, 'KR-REG-016', 'KR-REG-006'] },
    decidedBy: [...LOGIN_CHECKS, 'reg.service', 'reg.push'],
    push: true
  },
  'push-denied': {
    said: '{who} may not push to the registry',
    detail: 'The registry knows the login and says no.',
    codes: { others: ['KR-REG-016', 'KR-REG-012'] },
    decidedBy: ['reg.push', 'reg.login'],
    push: true
  },
  'push-repository': {
    said: '{who} could not push to the registry',
    detail: 'The registry does not know the repository, and does not make it by itself.',
    codes: { others: ['KR-REG-013'] },
    decidedBy: ['reg.push'],
    push: true
  },
  'pull-denied': {
    said: '{who} may not pull the image',
    detail: 'The registry knows the login and says no.',
    codes: { others: ['KR-REG-015', 'KR-REG-012', 'KR-NET-013'] },
    decidedBy: ['reg.api', 'reg.pull', 'reg.login']
  },
  'pull-access': {
    said: '{who} may not pull the image',
    detail: 'The registry says the same for a missing image, a missing login and a missing right.',
    codes: { others: [...BAD_LOGIN, 'KR-REG-011', ...NO_LOGIN, 'KR-REG-014', 'KR-REG-013', 'KR-REG-015'] },
    also: { nodes: [PULL_SECRET] },
    decidedBy: [...LOGIN_CHECKS, 'reg.pull'],
    elsewhere: {
      nodes: 'Which login the machines were given stands in the pull Secret of the pod: the cluster admin can look.'
    }
  },
  forbidden: {
    said: '{who} was turned away by the registry',
    detail: 'The answer was "forbidden" (status 403).',
    codes: { others: ['KR-REG-012', 'KR-REG-015', 'KR-REG-016', 'KR-NET-013'] },
    decidedBy: ['reg.api', 'reg.login', 'reg.pull', 'reg.push']
  },
  'image-missing': {
    said: '{who} did not find the image',
    detail: 'The registry does not know the image or its tag.',
    codes: { others: ['KR-REG-014', 'KR-REG-013', 'KR-REG-001'] },
    decidedBy: ['reg.api', 'reg.pull']
  },
  'image-name': {
    said: '{who} could not read the name of the image',
    detail: 'The name breaks the rules for image names.',
    codes: { others: ['KR-REG-020'] },
    decidedBy: ['reg.images']
  },
  'not-a-registry': {
    said: '{who} got an answer that no Docker registry gives',
    detail: 'The address answers, but not with the registry API.',
    codes: { others: ['KR-REG-001', 'KR-REG-002', 'KR-NET-013'] },
    decidedBy: ['reg.api']
  },
  'web-page': {
    said: '{who} got an answer that no Docker registry gives',
    detail: 'It has the form of a web page.',
    codes: { others: ['KR-REG-002', 'KR-REG-025', 'KR-REG-001'] },
    decidedBy: ['reg.api', 'reg.login', 'reg.pull']
  },
  fault: {
    said: '{who} got an error from the registry',
    detail: 'The registry, or a server in front of it, has a fault of its own.',
    codes: { others: ['KR-REG-003', 'KR-NET-013'] },
    decidedBy: ['reg.api', 'reg.pull', 'reg.push']
  },
  'too-many': {
    said: '{who} was turned away by the registry',
    detail: 'There were too many requests in a short time.',
    codes: { others: ['KR-REG-004'] },
    decidedBy: ['reg.api', 'reg.login']
  },
  'read-only': {
    said: '{who} could not push to the registry',
    detail: 'The registry takes no images at the moment.',
    codes: { others: ['KR-REG-018'] },
    decidedBy: ['reg.push'],
    push: true
  },
  'tag-fixed': {
    said: '{who} could not push to the registry',
    detail: 'The tag exists and must not change.',
    codes: { others: ['KR-REG-019'] },
    decidedBy: ['reg.push', 'reg.pull'],
    push: true
  },
  'too-large': {
    said: '{who} could not push to the registry',
    detail: 'A layer of the image is larger than a server on the way allows.',
    codes: { others: [] },
    also: { others: ['a proxy in front of the registry limits the size of uploads'] },
    decidedBy: [],
    elsewhere: { others: 'The owner of the registry can raise that limit; a smaller layer helps at once.' },
    push: true
  },
  'upload-lost': {
    said: '{who} could not push to the registry',
    detail: 'The registry lost the upload on the way.',
    codes: { others: [] },
    also: {
      others: [
        'the registry runs as several copies that do not share their storage',
        'a proxy in front of the registry changes addresses or cuts long uploads'
      ]
    },
    decidedBy: [],
    elsewhere: { others: 'The owner of the registry finds the upload in its log.' },
    push: true
  },
  'image-refused': {
    said: '{who} could not push to the registry',
    detail: 'The registry does not accept an image of this form.',
    codes: { others: [] },
    also: { others: ['a rule of the registry refuses this image or its form'] },
    decidedBy: [],
    elsewhere: { others: 'The owner of the registry finds the reason in its log.' },
    push: true
  },
  'no-challenge': {
    said: '{who} could not log in at the registry',
    detail: 'The registry asks for a login, but not in the form that is expected.',
    codes: { others: ['KR-REG-006', 'KR-REG-024'] },
    decidedBy: ['reg.service']
  },
  token: {
    said: '{who} could not log in at the registry',
    detail: 'The login service answered, but not with a token.',
    codes: { others: ['KR-REG-025'] },
    decidedBy: ['reg.login']
  },
  'suspicious-realm': {
    said: '{who} could not log in at the registry',
    detail: 'The registry sends logins to an address that is not safe.',
    codes: { others: ['KR-REG-009'] },
    decidedBy: ['reg.service']
  },
  'login-service': {
    said: '{who} does not reach the login service of the registry',
    detail: 'The registry leaves logins to another server, and that one does not answer.',
    codes: { others: ['KR-REG-007', 'KR-REG-009'] },
    decidedBy: ['reg.service']
  },
  'login-service-trust': {
    said: '{who} does not trust the login service of the registry',
    detail: 'The registry leaves logins to another server, and the certificate of that one is not accepted.',
    codes: { others: ['KR-REG-008'] },
    decidedBy: ['reg.service']
  },
  'login-service-answer': {
    said: '{who} got no token from the login service of the registry',
    detail: 'The registry leaves logins to another server, and that one answers with an error.',
    codes: { others: ['KR-REG-003', 'KR-REG-025', 'KR-REG-007', 'KR-REG-009'] },
    decidedBy: ['reg.service', 'reg.login']
  },
  'no-digest': {
    said: '{who} does not understand the answer of the registry',
    detail: 'The answer lacks the digest of the image.',
    codes: { others: ['KR-REG-027', 'KR-REG-002'] },
    decidedBy: ['reg.api', 'reg.pull']
  },
  'config-json': {
    said: '{who} could not read the Docker config',
    detail: 'It is not valid JSON.',
    codes: { others: [...BAD_CONFIG] },
    decidedBy: ['cfg.format']
  },
  'config-line-break': {
    said: '{who} could not read the Docker config',
    detail: 'A text in it goes over the end of a line.',
    codes: { others: ['KR-CFG-012'] },
    decidedBy: ['cfg.format']
  },
  'config-form': {
    said: '{who} could not read the Docker config',
    detail: 'It begins with marks that an editor put there.',
    codes: { others: ['KR-CFG-003'] },
    decidedBy: ['cfg.format']
  },
  'config-end': {
    said: '{who} could not read the Docker config',
    detail: 'It ends too early, or is empty.',
    codes: { others: ['KR-CFG-001', 'KR-FIL-005', 'KR-CFG-025'] },
    decidedBy: ['fil.config', 'cfg.format']
  },
  'config-field': {
    said: '{who} could not read the Docker config',
    detail: 'A field in it has a value of the wrong kind.',
    codes: { others: ['KR-CFG-027'] },
    decidedBy: ['cfg.format']
  },
  'config-base64': {
    said: '{who} could not read a login in the Docker config',
    detail: 'A login in it is not valid base64; one such entry is enough to spoil the whole file.',
    codes: { others: ['KR-CFG-009', 'KR-CFG-023', 'KR-CFG-013'] },
    decidedBy: ['cfg.login', 'cfg.entries']
  },
  'config-colon': {
    said: '{who} could not read a login in the Docker config',
    detail:
      'A login in it has no colon between user name and password; one such entry is enough to spoil the whole file.',
    codes: { others: ['KR-CFG-010', 'KR-CFG-023', 'KR-CFG-013', 'KR-CFG-014'] },
    decidedBy: ['cfg.login', 'cfg.entries']
  },
  'config-helper': {
    said: '{who} could not get the login from a helper program',
    detail: 'The Docker config leaves the login to a program that is not installed there.',
    codes: { others: ['KR-CFG-016'] },
    decidedBy: ['cfg.login']
  },
  'config-missing': {
    said: '{who} did not find the Docker config',
    detail: 'There is nothing at the place where it should be.',
    codes: { others: ['KR-FIL-001', 'KR-FIL-002', 'KR-FIL-007', 'KR-FIL-010'] },
    decidedBy: ['fil.config']
  },
  'config-folder': {
    said: '{who} could not open the Docker config',
    detail: 'A folder stands where the file should be.',
    codes: { others: ['KR-FIL-003'] },
    decidedBy: ['fil.config']
  },
  'config-closed': {
    said: '{who} could not open the Docker config',
    detail: 'The file may not be read.',
    codes: { others: ['KR-FIL-004'] },
    decidedBy: ['fil.config']
  },
  'config-read-only': {
    said: '{who} could not write the login to the Docker config',
    detail: 'The folder can be read and not changed.',
    codes: { others: ['KR-FIL-013'] },
    decidedBy: ['fil.config']
  },
  'no-docker': {
    said: '{who} found no Docker here',
    detail: 'Notebooks have no Docker service; the SDK builds images in a pod of its own.',
    codes: { others: [] },
    also: { others: ['there is no Docker service in a notebook'] },
    decidedBy: [],
    elsewhere: { others: 'Nothing has to be mended: build with model.build() instead of the docker command.' }
  },
  'no-sdk': {
    said: '{who} does not find the Kaptain SDK',
    detail: 'The Python of this kernel does not have it.',
    codes: { others: ['KR-SDK-005'] },
    decidedBy: ['sdk.package']
  },
  'sdk-version': {
    said: '{who} has another version of the Kaptain SDK than the cell was written for',
    detail: 'A name that the cell imports is not in this version.',
    codes: { others: [] },
    also: { others: ['the Kaptain SDK in this kernel is older or newer than the cell'] },
    decidedBy: [],
    elsewhere: { others: 'The version stands in "pip show d2iq-kaptain".' }
  },
  'model-property': {
    said: '{who} did not accept the description of the model',
    detail: 'The SDK refuses a value of Model(...); no registry was asked.',
    codes: { others: [] },
    also: { others: ['a value given to Model(...) is missing or wrong'] },
    decidedBy: [],
    elsewhere: { others: 'The message of the error names the value.' }
  },
  'build-failed': {
    said: '{who} could not build the image',
    detail: 'The text does not say why; the log of the image builder does.',
    codes: { others: [] },
    also: { others: ['the image builder met an error that is not in this text'] },
    decidedBy: [],
    elsewhere: {
      others:
        'Run the build again with "import kaptain.envs; kaptain.envs.VERBOSE = True" before it: the log of the image builder then stands in the output.'
    }
  },
  'build-step': {
    said: '{who} stopped in a step of the build',
    detail: 'A command or a copy in the image failed; the registry has no part in it.',
    codes: { others: [] },
    also: { others: ['a command in the Dockerfile or in requirements.txt failed, or a file is missing'] },
    decidedBy: [],
    elsewhere: { others: 'The lines before it in the log of the image builder say what failed.' }
  },
  'build-memory': {
    said: '{who} was stopped by Kubernetes',
    detail: 'It used more memory than it may.',
    codes: { others: [] },
    also: { others: ['the build needs more memory than it was given'] },
    decidedBy: [],
    elsewhere: { others: 'Set the variable DOCKER_BUILDER_MEM_LIMIT higher before the build.' }
  },
  storage: {
    said: '{who} does not reach the storage for the build files',
    detail: 'The SDK hands files over by an object storage (S3, MinIO); the registry has no part in it.',
    codes: { others: [] },
    also: { others: ['the object storage does not answer or refuses its login'] },
    decidedBy: [],
    elsewhere: {
      others: 'The storage provider of the Config and the file ~/.aws/credentials decide which storage is used.'
    }
  },
  'image-pull': {
    said: '{who} could not pull the image',
    detail: 'The text does not say why; an earlier event of the pod does.',
    codes: {
      others: ['KR-REG-014', 'KR-REG-010', 'KR-REG-011', 'KR-REG-015', 'KR-TLS-005', 'KR-NET-003', 'KR-NET-006']
    },
    also: { others: [MACHINES_CA, PULL_SECRET] },
    decidedBy: ['net.name', 'net.port', 'tls.chain', 'reg.login', 'reg.pull'],
    elsewhere: {
      others: 'The event "Failed to pull image" of the pod says why: "kubectl describe pod" shows it for an hour.'
    }
  },
  'image-not-local': {
    said: '{who} was told never to pull the image',
    detail: 'The image is not on the machine, and the pod forbids to fetch it.',
    codes: { others: [] },
    also: { others: ['the pull policy of the pod is "Never"'] },
    decidedBy: [],
    elsewhere: { others: 'Who made the pod can change imagePullPolicy.' }
  },
  platform: {
    said: '{who} found no image for its kind of processor',
    detail: 'The image is there, but not for this processor.',
    codes: { others: [] },
    also: { others: ['the image was built for another processor'] },
    decidedBy: [],
    elsewhere: { others: 'Choose a base image for the processor of the training machines.' }
  },
  'disk-full': {
    said: '{who} has no space left on its disk',
    detail: 'The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['a disk is full'] },
    decidedBy: [],
    elsewhere: { others: 'In the notebook "df -h" shows which; on the machines the cluster admin looks.' }
  },
  'pull-secret': {
    said: '{who} did not find the Secret with the login',
    detail: 'The pod names a pull Secret that is not there.',
    codes: { others: [] },
    also: { others: ['the pull Secret that the pod names does not exist'] },
    decidedBy: [],
    elsewhere: { others: '"kubectl get secrets" in the namespace shows which Secrets there are.' }
  },
  'mount-secret': {
    said: '{who} could not start the pod',
    detail: 'A Secret that is to be mounted is not there.',
    codes: { others: [] },
    also: { others: ['a PodDefault or the pod names a Secret that does not exist'] },
    decidedBy: [],
    elsewhere: {
      others:
        'Create the Secret, or untick the configuration that names it: "kaptain-registry manifests" prints the commands.'
    }
  },
  'mount-key': {
    said: '{who} could not start the pod',
    detail: 'A Secret is there, but without the key that is to be mounted.',
    codes: { others: [] },
    also: { others: ['the Secret lacks the key that the PodDefault or the pod names'] },
    decidedBy: [],
    elsewhere: { others: 'Create the Secret again with that key: "kaptain-registry manifests" prints the commands.' }
  },
  mount: {
    said: '{who} could not start the pod',
    detail: 'A volume could not be mounted in time.',
    codes: { others: [] },
    also: { others: ['a Secret or a volume of the pod is missing or busy'] },
    decidedBy: [],
    elsewhere: { others: 'An earlier event of the pod names the volume and the reason.' }
  },
  quota: {
    said: '{who} did not let the pod be made',
    detail: 'The quota of the namespace is used up.',
    codes: { others: [] },
    also: { others: ['the namespace may use no more of what the pod asks for'] },
    decidedBy: [],
    elsewhere: {
      others:
        'Delete what is not needed, ask for less (workers, cpu, memory, DOCKER_BUILDER_CPU_REQUEST, DOCKER_BUILDER_MEM_REQUEST), or ask the cluster admin for more.'
    }
  },
  'quota-unset': {
    said: '{who} did not let the pod be made',
    detail: 'The quota of the namespace wants every pod to say what it needs.',
    codes: { others: [] },
    also: { others: ['the pod does not say how much processor time and memory it needs'] },
    decidedBy: [],
    elsewhere: {
      others: 'Pass cpu and memory to train() or deploy(), or ask the cluster admin for a LimitRange with defaults.'
    }
  },
  limits: {
    said: '{who} did not let the pod be made',
    detail: 'The pod asks for more or less than the namespace allows for one container.',
    codes: { others: [] },
    also: { others: ['a limit of the namespace for single containers stands against it'] },
    decidedBy: [],
    elsewhere: {
      others:
        'Pass another cpu or memory, or set DOCKER_BUILDER_CPU_LIMIT and DOCKER_BUILDER_MEM_LIMIT before the build.'
    }
  },
  unschedulable: {
    said: '{who} found no machine for the pod',
    detail: 'No machine has enough left of what the pod asks for, or may run it.',
    codes: { others: [] },
    also: { others: ['no training machine has room for the pod'] },
    decidedBy: [],
    elsewhere: { others: 'Ask for less, wait, or ask the cluster admin which machines may run it.' }
  },
  'pod-security': {
    said: '{who} did not let the pod be made',
    detail: 'The security level of the namespace forbids it.',
    codes: { others: [] },
    also: { others: ['the namespace has a Pod Security level that this pod does not meet'] },
    decidedBy: [],
    elsewhere: { others: 'The cluster admin sets the level of the namespace.' }
  },
  poddefaults: {
    said: '{who} did not let the pod be made',
    detail: 'Two of the ticked configurations (PodDefaults) want different things for one volume, path or variable.',
    codes: { others: [] },
    also: { others: ['two ticked configurations contradict each other'] },
    decidedBy: [],
    elsewhere: { others: 'Untick one of them, or give its volume another name and path: the message names both.' }
  },
  webhook: {
    said: '{who} could not ask one of its own services',
    detail:
      'A service that looks at every new pod does not answer, or its certificate is out of date. The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['a service of the cluster (admission webhook) is down'] },
    decidedBy: [],
    elsewhere: { others: 'The cluster admin has to restart that service; the message names it.' }
  },
  policy: {
    said: '{who} did not let the object be made',
    detail: 'A rule of the cluster forbids it, for example a list of allowed registries.',
    codes: { others: [] },
    also: { others: ['a rule of the cluster forbids it'] },
    decidedBy: [],
    elsewhere: { others: 'The message names the rule; the cluster admin can change it.' }
  },
  rights: {
    said: '{who} did not allow it',
    detail: 'The account of this notebook lacks a right in the namespace. The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['the account of this notebook may not do this'] },
    decidedBy: [],
    elsewhere: { others: 'The cluster admin can bind the role kubeflow-edit to the account that the message names.' }
  },
  'cluster-login': {
    said: '{who} did not accept the token of this notebook',
    detail: 'The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['the token of the notebook has expired or its account was removed'] },
    decidedBy: [],
    elsewhere: { others: 'Stop and start the notebook; if it stays, the cluster admin looks at its account.' }
  },
  'cluster-way': {
    said: '{who} cannot be reached from this notebook',
    detail: 'The request was for the Kubernetes API. The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['the Kubernetes API does not answer this notebook'] },
    decidedBy: [],
    elsewhere: { others: 'The cluster admin looks at the network rules of the namespace.' }
  },
  terminating: {
    said: '{who} did not let the object be made',
    detail: 'The namespace is being deleted.',
    codes: { others: [] },
    also: { others: ['the namespace is being deleted'] },
    decidedBy: [],
    elsewhere: { others: 'The cluster admin knows why.' }
  }
} as const satisfies Record<string, Cause>;

export type CauseId = keyof typeof CAUSES;

/** A cause by its id. */
export function causeOf(id: CauseId): Cause {
  return CAUSES[id];
}
