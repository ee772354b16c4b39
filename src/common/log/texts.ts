import { PUSHES, STATUS_TEXTS, UPLOADS } from './statuses.ts';
import type { Cause, Frame, KnownText, TextGroup } from './types.ts';

/**
 * The catalogue of error texts: what programs print when a registry does not work for them, as it was recorded from
 * them, read in their sources, or written in their documentation.
 *
 * First the causes: what a text says in plain words, by who says it which codes of the findings it can mean. Which
 * checks decide between them follows from the codes (reasons.ts). Then the texts, by program, each with its cause.
 *
 * Letters count; a text is looked for within a line. Where it can have several meanings, the rows stand from the narrow
 * one to the wide one: of those that fit at the same place the first counts. To add one: a row here, and its recorded
 * text with what is expected of it in tests/log.
 */

const MACHINES = {
  by: 'cluster-admin',
  text: 'The training machines cannot be looked at from a notebook: the cluster admin sees on one of them what they trust and reach.'
} as const;
const NO_CONFIG = 'the Config of the cell names no CA for exactly this host and port';
const OTHER_TRUST = 'that program was not told about your CA file';
const MACHINES_CA = 'the training machines do not know the CA of the registry';
const MACHINES_OLD_CA = 'the training machines know another CA of the same name, as after a renewal';
const MACHINES_DEAD_CA = 'the CA that the training machines know is outside its dates';
const MACHINES_CLOCK = 'the clock of a training machine is wrong';
const MACHINES_NO_CA = 'what the training machines were given as the CA may not sign others';
const MACHINES_WAY = 'the training machines have another way to the registry than this notebook';
const MACHINES_PROXY = 'the proxy of the training machines does not let them through';
const BUILDER_WAY = 'the pod of the image builder has another way to the registry than this notebook';
const CLUSTER_CA = 'that part of the cluster does not know the CA of the registry';
const PULL_SECRET = 'the pod was given no pull Secret with a login for the registry';

const PULL_SECRET_SHOWN = {
  by: 'cluster-admin',
  text: 'Which login the machines were given stands in the pull Secret of the pod: the cluster admin can look.'
} as const;

const NO_CA_FILE = ['KR-FIL-008', 'KR-FIL-009', 'KR-FIL-007'] as const;
/** Faults of the CA file that Go passes over in silence. */
const CA_FILE_DEAD = [
  'KR-CRT-001',
  'KR-FIL-005',
  'KR-CRT-005',
  'KR-CRT-002',
  'KR-CRT-004',
  'KR-CRT-015',
  'KR-FIL-010',
  'KR-FIL-003',
  'KR-FIL-004',
  'KR-FIL-006',
  'KR-CRT-017',
  'KR-CRT-018',
  'KR-CRT-020',
  'KR-CRT-021'
] as const;
const NO_LOGIN = [
  'KR-CFG-006',
  'KR-CFG-007',
  'KR-FIL-001',
  'KR-CFG-005',
  'KR-FIL-002',
  'KR-CFG-008',
  'KR-CFG-014',
  'KR-CFG-016',
  'KR-FIL-005',
  'KR-CFG-025',
  'KR-CFG-026',
  'KR-CFG-004',
  'KR-FIL-007',
  'KR-FIL-010',
  'KR-FIL-003',
  'KR-FIL-004',
  'KR-FIL-006',
  'KR-CFG-019',
  'KR-CFG-020',
  'KR-CFG-024',
  'KR-CFG-028'
] as const;
const BAD_LOGIN = [
  'KR-CFG-011',
  'KR-CFG-013',
  'KR-CFG-017',
  'KR-CFG-010',
  'KR-CFG-009',
  'KR-CFG-012',
  'KR-CFG-015',
  'KR-CFG-018',
  'KR-CFG-021',
  'KR-CFG-023',
  'KR-CFG-029',
  'KR-REG-028'
] as const;
const BAD_CONFIG = ['KR-CFG-001', 'KR-CFG-002', 'KR-CFG-003', 'KR-CFG-026', 'KR-CFG-025'] as const;

export const CAUSES = {
  untrusted: {
    ofCa: true,
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
        'KR-FIL-003',
        'KR-CRT-005',
        'KR-TLS-026'
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
      program: [
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
      others: ['KR-TLS-005', 'KR-TLS-017', 'KR-TLS-021', 'KR-TLS-023']
    },
    also: {
      sdk: [NO_CONFIG],
      builder: [NO_CONFIG],
      nodes: [MACHINES_CA],
      cluster: [CLUSTER_CA],
      program: [OTHER_TRUST]
    },
    elsewhere: {
      nodes: MACHINES,
      cluster: { by: 'cluster-admin', text: 'The cluster admin sees which CAs that part of the cluster knows.' }
    }
  },
  'self-signed': {
    ofCa: true,
    said: '{who} refused the certificate of the registry',
    detail: 'The registry signed its certificate itself, and nothing says that it is to be trusted.',
    codes: {
      sdk: ['KR-TLS-014', ...NO_CA_FILE, 'KR-TLS-002', 'KR-TLS-017'],
      others: ['KR-TLS-014', 'KR-TLS-017']
    },
    also: { sdk: [NO_CONFIG], program: [OTHER_TRUST] }
  },
  'root-unknown': {
    ofCa: true,
    said: '{who} refused the certificate of the registry',
    detail: 'The registry sends its CA along, and that CA is not among the trusted ones.',
    codes: {
      sdk: [...NO_CA_FILE, 'KR-TLS-002', 'KR-TLS-003', 'KR-TLS-004', 'KR-TLS-017', 'KR-TLS-026'],
      others: ['KR-TLS-003', 'KR-TLS-004', 'KR-TLS-017']
    },
    also: { sdk: [NO_CONFIG], program: [OTHER_TRUST] }
  },
  'root-missing': {
    said: '{who} refused the certificate of the registry',
    detail: 'The trusted file holds an intermediate CA only, and its root is missing.',
    codes: { others: ['KR-CRT-011'] }
  },
  'renewed-ca': {
    said: '{who} refused the certificate of the registry',
    detail: 'A CA of the right name is trusted, but its key is another one.',
    codes: { nodes: [], others: ['KR-TLS-004'] },
    also: { nodes: [MACHINES_OLD_CA] },
    elsewhere: { nodes: MACHINES }
  },
  'not-a-ca': {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate of the issuer may not sign others.',
    codes: {
      nodes: ['KR-TLS-024'],
      sdk: ['KR-CRT-007', 'KR-CRT-019', 'KR-TLS-024'],
      others: ['KR-CRT-007', 'KR-TLS-024']
    },
    also: { nodes: [MACHINES_NO_CA] },
    elsewhere: { nodes: MACHINES }
  },
  expired: {
    said: '{who} refused the certificate of the registry',
    detail: 'A certificate of the registry, or the CA behind it, has expired.',
    codes: { nodes: ['KR-TLS-010', 'KR-TLS-011'], others: ['KR-TLS-010', 'KR-CRT-008', 'KR-TLS-011', 'KR-TLS-009'] },
    also: { nodes: [MACHINES_DEAD_CA, MACHINES_CLOCK] },
    elsewhere: { nodes: MACHINES }
  },
  'not-yet-valid': {
    said: '{who} refused the certificate of the registry',
    detail: 'A certificate of the registry, or the CA behind it, is not valid yet.',
    codes: { nodes: ['KR-TLS-012'], others: ['KR-TLS-012', 'KR-CRT-009', 'KR-TLS-009'] },
    also: { nodes: [MACHINES_DEAD_CA, MACHINES_CLOCK] },
    elsewhere: { nodes: MACHINES }
  },
  dates: {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate has expired or is not valid yet; the text does not say which.',
    codes: {
      nodes: ['KR-TLS-010', 'KR-TLS-011', 'KR-TLS-012'],
      others: ['KR-TLS-010', 'KR-CRT-008', 'KR-TLS-011', 'KR-TLS-012', 'KR-CRT-009', 'KR-TLS-009']
    },
    also: { nodes: [MACHINES_DEAD_CA, MACHINES_CLOCK] },
    elsewhere: { nodes: MACHINES }
  },
  'other-name': {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate does not list the name by which the registry is called.',
    codes: { others: ['KR-TLS-006'] }
  },
  'no-name': {
    said: '{who} refused the certificate of the registry',
    detail:
      'The certificate does not list the name by which the registry is called, or only in a place that newer programs do not look at.',
    codes: { others: ['KR-TLS-006', 'KR-TLS-008'] }
  },
  'common-name': {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate names the registry only in the common name, which newer programs do not look at.',
    codes: { others: ['KR-TLS-008'] }
  },
  'by-address': {
    said: '{who} refused the certificate of the registry',
    detail: 'The registry is called by an IP address that its certificate does not list.',
    codes: { others: ['KR-TLS-007'] }
  },
  weak: {
    said: '{who} refused the certificate of the registry',
    detail: 'A signature or a key in the chain is too weak, or of a kind that this program does not know.',
    codes: { nodes: ['KR-TLS-023'], others: ['KR-TLS-023', 'KR-CRT-012', 'KR-CRT-018'] }
  },
  strict: {
    said: '{who} refused the certificate of the registry',
    detail: 'Newer Python versions follow the standard to the letter, and this certificate does not.',
    codes: { others: ['KR-CRT-019', 'KR-TLS-008'] }
  },
  'ca-name': {
    said: '{who} refused the certificate of the registry',
    detail: 'The certificate writes the name of its CA differently than the CA itself.',
    codes: { others: ['KR-TLS-021'] }
  },
  'not-allowed-to-sign': {
    said: '{who} refused the certificate of the registry',
    detail:
      'A CA in the chain was not allowed to sign this certificate: its name, its use or the length of the chain is limited.',
    codes: { others: ['KR-TLS-024'] }
  },
  critical: {
    said: '{who} refused the certificate of the registry',
    detail: 'A certificate demands something that this program does not know.',
    codes: { nodes: ['KR-TLS-025'], others: ['KR-TLS-025', 'KR-CRT-014'] }
  },
  'ca-forbidden': {
    said: '{who} refused the certificate of the registry',
    detail: 'The CA file itself says that its CA is not to be used for servers.',
    codes: { others: ['KR-CRT-021'] }
  },
  unreadable: {
    said: '{who} could not read the certificate of the registry',
    detail: 'The certificate is built in a way that this program does not accept.',
    codes: { others: ['KR-TLS-022', 'KR-CRT-002'] }
  },
  certificate: {
    ofCa: true,
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
    elsewhere: { nodes: MACHINES }
  },
  'ca-file-without': {
    ofCa: true,
    said: '{who} found no certificate in the CA file',
    detail: 'The file is there, but not in the form that is wanted.',
    codes: { others: ['KR-CRT-001', 'KR-CRT-004', 'KR-CRT-005', 'KR-CRT-015', 'KR-FIL-005', 'KR-CRT-003'] }
  },
  'ca-file-damaged': {
    said: '{who} could not read the certificate in the CA file',
    detail: 'A certificate in the file is damaged.',
    codes: { others: ['KR-CRT-002', 'KR-CRT-020'] }
  },
  'ca-file-unusable': {
    ofCa: true,
    said: '{who} could not use the CA file',
    detail: 'The file is not there, cannot be read or holds no certificate.',
    codes: {
      others: [
        ...NO_CA_FILE,
        'KR-FIL-003',
        'KR-FIL-004',
        'KR-FIL-005',
        'KR-FIL-010',
        'KR-CRT-001',
        'KR-CRT-002',
        'KR-CRT-003',
        'KR-CRT-004',
        'KR-CRT-005',
        'KR-CRT-015',
        'KR-CRT-020'
      ]
    }
  },
  'ca-file-missing': {
    ofCa: true,
    said: '{who} did not find the CA file',
    detail: 'There is nothing at the place that was given for it.',
    codes: {
      sdk: ['KR-FIL-008', 'KR-FIL-009', 'KR-FIL-010', 'KR-TLS-030'],
      others: ['KR-FIL-008', 'KR-FIL-009', 'KR-FIL-010']
    },
    also: { sdk: ['the cell or a variable names another place for it'] }
  },
  'ca-file-not-passed': {
    said: '{who} did not get the CA file',
    detail: 'The build was started with a CA file that is not in the pod of the image builder.',
    codes: { others: [] },
    also: { others: ['the SDK did not hand the CA file over to the image builder'] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'Run the Config cell and the Model cell again; if it stays, the build was not started by the SDK.'
      }
    }
  },
  'ca-file-closed': {
    ofCa: true,
    said: '{who} could not open the CA file',
    detail: 'Something is there, but it may not be read or is no file.',
    codes: { others: ['KR-FIL-004', 'KR-FIL-003'] }
  },
  'plain-http': {
    said: '{who} could not encrypt the connection to the registry',
    detail: 'The answer was not encrypted.',
    codes: { others: ['KR-TLS-001', 'KR-NET-013', 'KR-NET-017'] }
  },
  'other-program': {
    said: '{who} got an answer that no Docker registry gives',
    detail: 'It is not even the language of the web (HTTP).',
    codes: { others: ['KR-NET-017', 'KR-NET-011', 'KR-NET-013', 'KR-TLS-001'] }
  },
  redirect: {
    said: '{who} was sent on to another address by the registry',
    detail: 'That address leads nowhere, or in a circle.',
    codes: { others: ['KR-REG-005', 'KR-REG-002'] }
  },
  'fallback-http': {
    ofCa: true,
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
    also: { builder: [NO_CONFIG] }
  },
  'tls-version': {
    said: '{who} and the registry could not agree on encryption',
    detail: 'They share no version of TLS.',
    codes: { others: ['KR-TLS-015'] }
  },
  handshake: {
    said: '{who} and the registry could not agree on encryption',
    detail: 'The registry ended the handshake without saying why.',
    codes: {
      others: ['KR-TLS-015', 'KR-TLS-016', 'KR-TLS-022', 'KR-TLS-023', 'KR-CRT-018', 'KR-TLS-028', 'KR-NET-017']
    }
  },
  'client-certificate': {
    said: '{who} was turned away by the registry',
    detail: 'The registry asks for a certificate of the caller.',
    codes: { others: ['KR-TLS-016'] }
  },
  'server-name': {
    said: '{who} was turned away before the certificate was shown',
    detail: 'The server at that address does not know the name of the registry.',
    codes: { others: ['KR-TLS-028'] }
  },
  'chain-size': {
    said: '{who} ended the greeting of the registry',
    detail: 'The registry sends more certificates than that program takes.',
    codes: { others: ['KR-TLS-029'] }
  },
  'name-unknown': {
    said: '{who} does not find the registry',
    detail: 'The name is not known.',
    codes: { others: ['KR-NET-003', 'KR-NET-002'] },
    also: {
      builder: ['the image builder asks another name service than this notebook'],
      nodes: ['the training machines ask another name service than this notebook']
    },
    elsewhere: { nodes: MACHINES }
  },
  'name-service': {
    said: '{who} does not find the registry',
    detail: 'The name service did not answer.',
    codes: { others: ['KR-NET-004'] },
    also: { nodes: ['the name service of the training machines does not answer'] },
    elsewhere: { nodes: MACHINES }
  },
  refused: {
    said: '{who} does not reach the registry',
    detail: 'The connection was refused.',
    codes: {
      builder: ['KR-NET-006', 'KR-NET-005', 'KR-NET-015', 'KR-NET-012'],
      others: ['KR-NET-006', 'KR-NET-005', 'KR-NET-012']
    },
    also: { nodes: [MACHINES_WAY], builder: [BUILDER_WAY] },
    elsewhere: { nodes: MACHINES }
  },
  timeout: {
    said: '{who} does not reach the registry',
    detail: 'There was no answer in time.',
    codes: {
      builder: ['KR-NET-007', 'KR-NET-009', 'KR-NET-010', 'KR-NET-015', 'KR-NET-012'],
      others: ['KR-NET-007', 'KR-NET-009', 'KR-NET-010', 'KR-NET-012']
    },
    also: { nodes: [MACHINES_WAY], builder: [BUILDER_WAY] },
    elsewhere: { nodes: MACHINES }
  },
  'no-route': {
    said: '{who} does not reach the registry',
    detail: 'There is no way to its address.',
    codes: {
      builder: ['KR-NET-008', 'KR-NET-005', 'KR-NET-015', 'KR-NET-012'],
      others: ['KR-NET-008', 'KR-NET-005', 'KR-NET-012']
    },
    also: { nodes: [MACHINES_WAY], builder: [BUILDER_WAY] },
    elsewhere: { nodes: MACHINES }
  },
  cut: {
    said: '{who} lost the connection to the registry',
    detail: 'The other side, or something on the way, ended it.',
    codes: {
      others: [
        'KR-NET-009',
        'KR-NET-013',
        'KR-TLS-016',
        'KR-NET-017',
        'KR-NET-010',
        'KR-REG-003',
        'KR-REG-005',
        'KR-REG-025',
        'KR-REG-002'
      ]
    },
    also: { nodes: [MACHINES_WAY], builder: [BUILDER_WAY] },
    elsewhere: { nodes: MACHINES }
  },
  proxy: {
    said: '{who} was stopped by a proxy',
    detail: 'The proxy did not let the connection through, or did not answer.',
    codes: { nodes: [], others: ['KR-NET-011', 'KR-NET-010', 'KR-NET-016', 'KR-REG-002'] },
    also: { builder: [BUILDER_WAY], nodes: [MACHINES_PROXY] },
    elsewhere: { nodes: MACHINES }
  },
  'login-refused': {
    said: '{who} was not let in by the registry',
    detail: 'The registry took no login, or not this one: it says the same for a wrong login and for none.',
    codes: {
      builder: [
        'KR-REG-010',
        'KR-REG-011',
        ...NO_LOGIN,
        ...BAD_LOGIN,
        'KR-REG-016',
        'KR-REG-006',
        'KR-REG-025',
        'KR-CFG-027',
        'KR-REG-024'
      ],
      others: [
        'KR-REG-010',
        'KR-REG-011',
        ...NO_LOGIN,
        ...BAD_LOGIN,
        'KR-REG-015',
        'KR-REG-016',
        'KR-REG-006',
        'KR-REG-025',
        'KR-CFG-027',
        'KR-REG-024'
      ]
    },
    also: { nodes: [PULL_SECRET], program: ['that program reads another Docker config'] },
    elsewhere: {
      nodes: PULL_SECRET_SHOWN
    }
  },
  'login-missing': {
    said: '{who} had no login for the registry',
    detail: 'None was found, so none was sent.',
    codes: {
      nodes: ['KR-REG-011', ...NO_LOGIN, ...BAD_CONFIG, ...BAD_LOGIN, 'KR-CFG-027', 'KR-REG-010', 'KR-REG-021'],
      others: ['KR-REG-011', ...NO_LOGIN, 'KR-CFG-018', 'KR-REG-021']
    },
    also: { nodes: [PULL_SECRET], program: ['that program reads another Docker config'] },
    elsewhere: {
      nodes: PULL_SECRET_SHOWN
    }
  },
  'push-login': {
    said: '{who} was not let in by the registry to push',
    detail: 'The registry took no login, or not this one, or not for a push: it says the same for all three.',
    codes: {
      others: [
        'KR-REG-010',
        'KR-REG-011',
        ...NO_LOGIN,
        ...BAD_LOGIN,
        'KR-REG-016',
        'KR-REG-006',
        'KR-REG-025',
        'KR-CFG-027',
        'KR-REG-022',
        'KR-NET-019'
      ]
    },
    push: true
  },
  'push-denied': {
    said: '{who} may not push to the registry',
    detail: 'The registry knows the login and says no.',
    codes: { others: ['KR-REG-016', 'KR-REG-012'] },
    push: true
  },
  'push-repository': {
    said: '{who} could not push to the registry',
    detail: 'The registry does not know the repository, and does not make it by itself.',
    codes: { others: ['KR-REG-013', 'KR-REG-001', 'KR-REG-023', 'KR-NET-013'] },
    push: true
  },
  'pull-denied': {
    said: '{who} may not pull the image',
    detail: 'The registry knows the login and says no.',
    codes: { others: ['KR-REG-015', 'KR-REG-012', 'KR-NET-013'] }
  },
  'pull-access': {
    said: '{who} may not pull the image',
    detail: 'The registry says the same for a missing image, a missing login and a missing right.',
    codes: {
      others: [
        'KR-REG-010',
        'KR-REG-011',
        ...NO_LOGIN,
        ...BAD_LOGIN,
        'KR-REG-014',
        'KR-REG-013',
        'KR-REG-015',
        'KR-NET-019'
      ]
    },
    also: { nodes: [PULL_SECRET] },
    elsewhere: {
      nodes: PULL_SECRET_SHOWN
    }
  },
  forbidden: {
    said: '{who} was turned away by the registry',
    detail: 'The answer was "forbidden" (status 403).',
    codes: { others: ['KR-REG-012', 'KR-REG-015', 'KR-REG-016', 'KR-NET-013'] }
  },
  'image-missing': {
    said: '{who} did not find the image',
    detail: 'The registry does not know the image or its tag.',
    codes: { others: ['KR-REG-014', 'KR-REG-013', 'KR-REG-001', 'KR-REG-023', 'KR-NET-013'] }
  },
  'image-name': {
    said: '{who} could not read the name of the image',
    detail: 'The name breaks the rules for image names.',
    codes: { others: ['KR-REG-020'] }
  },
  'bad-request': {
    said: '{who} was turned away by the registry',
    detail:
      'The answer was "bad request": what stands in front of the registry, or the registry itself, does not take it.',
    codes: { others: ['KR-REG-029'] },
    also: { others: ['the registry refuses this one request, not every one'] },
    elsewhere: { others: { by: 'registry-owner', text: 'The owner of the registry finds the request in its log.' } }
  },
  address: {
    said: '{who} could not read the address of the registry',
    detail: 'It is not written as a name with a port, or begins with "https://" where only the name belongs.',
    codes: { others: ['KR-NET-002', 'KR-REG-020'] }
  },
  'not-a-registry': {
    said: '{who} got an answer that no Docker registry gives',
    detail: 'The address answers, but not with the registry API.',
    codes: { others: ['KR-REG-001', 'KR-REG-002', 'KR-REG-023', 'KR-NET-013'] }
  },
  'web-page': {
    said: '{who} got an answer that no Docker registry gives',
    detail: 'It has the form of a web page.',
    codes: { others: ['KR-REG-002', 'KR-REG-025', 'KR-REG-001'] }
  },
  fault: {
    said: '{who} got an error from the registry',
    detail: 'The registry, or a server in front of it, has a fault of its own.',
    codes: { others: ['KR-REG-003', 'KR-NET-013', 'KR-REG-002', 'KR-NET-011'] }
  },
  'too-many': {
    said: '{who} was turned away by the registry',
    detail: 'There were too many requests in a short time.',
    codes: { others: ['KR-REG-004'] }
  },
  'read-only': {
    said: '{who} could not push to the registry',
    detail: 'The registry takes no images at the moment.',
    codes: { others: ['KR-REG-018'] },
    push: true
  },
  'tag-fixed': {
    said: '{who} could not push to the registry',
    detail: 'The tag exists and must not change.',
    codes: { others: ['KR-REG-019'] },
    push: true
  },
  'too-large': {
    said: '{who} could not push to the registry',
    detail: 'A layer of the image is larger than a server on the way allows.',
    codes: { others: [] },
    also: { others: ['a proxy in front of the registry limits the size of uploads'] },
    elsewhere: {
      others: {
        by: 'registry-owner',
        text: 'The owner of the registry can raise that limit; a smaller layer helps at once.'
      }
    },
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
    elsewhere: { others: { by: 'registry-owner', text: 'The owner of the registry finds the upload in its log.' } },
    push: true
  },
  'image-refused': {
    said: '{who} could not push to the registry',
    detail: 'The registry does not accept an image of this form.',
    codes: { others: [] },
    also: { others: ['a rule of the registry refuses this image or its form'] },
    elsewhere: { others: { by: 'registry-owner', text: 'The owner of the registry finds the reason in its log.' } },
    push: true
  },
  'no-challenge': {
    said: '{who} could not log in at the registry',
    detail: 'The registry asks for a login, but not in the form that is expected.',
    codes: { others: ['KR-REG-006', 'KR-REG-024', 'KR-REG-009'] }
  },
  token: {
    said: '{who} could not log in at the registry',
    detail: 'The login service answered, but not with a token.',
    codes: { others: ['KR-REG-025'] }
  },
  'suspicious-realm': {
    said: '{who} could not log in at the registry',
    detail: 'The registry sends logins to an address that is not safe.',
    codes: { others: ['KR-REG-009', 'KR-REG-006'] }
  },
  'login-service': {
    said: '{who} does not reach the login service of the registry',
    detail: 'The registry leaves logins to another server, and that one does not answer.',
    codes: { others: ['KR-REG-007', 'KR-REG-009', 'KR-REG-008', 'KR-REG-025', 'KR-REG-003', 'KR-NET-009'] }
  },
  'login-service-trust': {
    said: '{who} does not trust the login service of the registry',
    detail: 'The registry leaves logins to another server, and the certificate of that one is not accepted.',
    codes: { others: ['KR-REG-008'] }
  },
  'login-service-answer': {
    said: '{who} got no token from the login service of the registry',
    detail: 'The registry leaves logins to another server, and that one answers with an error.',
    codes: { others: ['KR-REG-003', 'KR-REG-025', 'KR-REG-007', 'KR-REG-009'] }
  },
  'no-digest': {
    said: '{who} does not understand the answer of the registry',
    detail: 'The answer lacks the digest of the image.',
    codes: { others: ['KR-REG-027', 'KR-REG-002'] }
  },
  'config-json': {
    said: '{who} could not read the Docker config',
    detail: 'It is not valid JSON.',
    codes: { others: [...BAD_CONFIG, 'KR-FIL-006'] }
  },
  'config-unreadable': {
    said: '{who} could not read the Docker config',
    detail: 'The text does not say why.',
    codes: {
      others: [
        'KR-CFG-001',
        'KR-CFG-002',
        'KR-CFG-003',
        'KR-CFG-005',
        'KR-CFG-009',
        'KR-CFG-010',
        'KR-CFG-012',
        'KR-CFG-013',
        'KR-CFG-014',
        'KR-CFG-023',
        'KR-CFG-025',
        'KR-CFG-026',
        'KR-CFG-027',
        'KR-CFG-029',
        'KR-FIL-004',
        'KR-FIL-005',
        'KR-FIL-006'
      ]
    }
  },
  'config-line-break': {
    said: '{who} could not read the Docker config',
    detail: 'A text in it goes over the end of a line.',
    codes: { others: ['KR-CFG-012'] }
  },
  'config-form': {
    said: '{who} could not read the Docker config',
    detail: 'It begins with marks that an editor put there.',
    codes: { others: ['KR-CFG-003'] }
  },
  'config-end': {
    said: '{who} could not read the Docker config',
    detail: 'It ends too early, or is empty.',
    codes: { others: ['KR-CFG-001', 'KR-FIL-005', 'KR-CFG-025'] }
  },
  'config-field': {
    said: '{who} could not read the Docker config',
    detail: 'A field in it has a value of the wrong kind.',
    codes: { others: ['KR-CFG-027', 'KR-CFG-009', 'KR-CFG-023', 'KR-CFG-001'] }
  },
  'config-base64': {
    said: '{who} could not read a login in the Docker config',
    detail: 'A login in it is not valid base64; one such entry is enough to spoil the whole file.',
    codes: { others: ['KR-CFG-009', 'KR-CFG-023', 'KR-CFG-013'] }
  },
  'config-colon': {
    said: '{who} could not read a login in the Docker config',
    detail:
      'A login in it has no colon between user name and password; one such entry is enough to spoil the whole file.',
    codes: { others: ['KR-CFG-010', 'KR-CFG-023', 'KR-CFG-013', 'KR-CFG-014'] }
  },
  'config-helper': {
    said: '{who} could not get the login from a helper program',
    detail: 'The Docker config leaves the login to a program that is not installed there.',
    codes: { others: ['KR-CFG-016'] }
  },
  'config-missing': {
    said: '{who} did not find the Docker config',
    detail: 'There is nothing at the place where it should be.',
    codes: { others: ['KR-FIL-001', 'KR-FIL-002', 'KR-FIL-007', 'KR-FIL-010'] }
  },
  'config-folder': {
    said: '{who} could not open the Docker config',
    detail: 'A folder stands where the file should be.',
    codes: { others: ['KR-FIL-003'] }
  },
  'config-closed': {
    said: '{who} could not open the Docker config',
    detail: 'The file may not be read.',
    codes: { others: ['KR-FIL-004'] }
  },
  'config-read-only': {
    said: '{who} could not write the login to the Docker config',
    detail: 'The folder can be read and not changed.',
    codes: { others: ['KR-FIL-013'] }
  },
  'no-docker': {
    said: '{who} found no Docker here',
    detail: 'Notebooks have no Docker service; the SDK builds images in a pod of its own.',
    codes: { others: [] },
    also: { others: ['there is no Docker service in a notebook'] },
    elsewhere: {
      others: { by: 'you', text: 'Nothing has to be mended: build with model.build() instead of the docker command.' }
    }
  },
  'no-sdk': {
    said: '{who} does not find the Kaptain SDK',
    detail: 'The Python of this kernel does not have it.',
    codes: { others: ['KR-SDK-005'] }
  },
  'sdk-version': {
    said: '{who} has another version of the Kaptain SDK than the cell was written for',
    detail: 'A name that the cell imports is not in this version.',
    codes: { others: [] },
    also: { others: ['the Kaptain SDK in this kernel is older or newer than the cell'] },
    elsewhere: { others: { by: 'you', text: 'The version stands in "pip show d2iq-kaptain".' } }
  },
  'model-property': {
    said: '{who} did not accept the description of the model',
    detail: 'The SDK refuses a value of Model(...); no registry was asked.',
    codes: { others: [] },
    also: { others: ['a value given to Model(...) is missing or wrong'] },
    elsewhere: { others: { by: 'you', text: 'The message of the error names the value.' } }
  },
  'build-failed': {
    said: '{who} could not build the image',
    detail: 'Why is not in the text, or not in words that this tool knows.',
    codes: {
      others: [
        'KR-REG-010',
        'KR-REG-011',
        'KR-REG-012',
        'KR-REG-003',
        'KR-TLS-003',
        'KR-TLS-002',
        'KR-FIL-008',
        'KR-FIL-001',
        'KR-NET-003',
        'KR-NET-006',
        'KR-NET-007',
        'KR-REG-001',
        'KR-REG-002',
        'KR-REG-005',
        'KR-REG-016',
        'KR-REG-025'
      ]
    },
    also: { others: ['the build met an error that has nothing to do with the registry'] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'Run the build again with "import kaptain.envs; kaptain.envs.VERBOSE = True" before it: the log of the image builder then stands in the output.'
      }
    }
  },
  'build-step': {
    said: '{who} stopped in a step of the build',
    detail: 'A command or a copy in the image failed; the registry has no part in it.',
    codes: { others: [] },
    also: { others: ['a command in the Dockerfile or in requirements.txt failed, or a file is missing'] },
    elsewhere: { others: { by: 'you', text: 'The lines before it in the log of the image builder say what failed.' } }
  },
  'build-memory': {
    said: '{who} was stopped by Kubernetes',
    detail: 'It used more memory than it may.',
    codes: { others: [] },
    also: { others: ['the build needs more memory than it was given'] },
    elsewhere: { others: { by: 'you', text: 'Set the variable DOCKER_BUILDER_MEM_LIMIT higher before the build.' } }
  },
  storage: {
    said: '{who} does not reach the storage for the build files',
    detail: 'The SDK hands files over by an object storage (S3, MinIO); the registry has no part in it.',
    codes: { others: [] },
    also: { others: ['the object storage does not answer or refuses its login'] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'The storage provider of the Config and the file ~/.aws/credentials decide which storage is used.'
      }
    }
  },
  'image-pull': {
    said: '{who} could not pull the image',
    detail: 'The text does not say why; an earlier event of the pod does.',
    codes: {
      others: ['KR-REG-014', 'KR-REG-010', 'KR-REG-011', 'KR-REG-015', 'KR-TLS-005', 'KR-NET-003', 'KR-NET-006']
    },
    also: { others: [MACHINES_CA, PULL_SECRET] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'The event "Failed to pull image" of the pod says why: "kubectl describe pod" shows it for an hour.'
      }
    }
  },
  'image-not-local': {
    said: '{who} was told never to pull the image',
    detail: 'The image is not on the machine, and the pod forbids to fetch it.',
    codes: { others: [] },
    also: { others: ['the pull policy of the pod is "Never"'] },
    elsewhere: { others: { by: 'you', text: 'Who made the pod can change imagePullPolicy.' } }
  },
  platform: {
    said: '{who} found no image for its kind of processor',
    detail: 'The image is there, but not for this processor.',
    codes: { others: [] },
    also: { others: ['the image was built for another processor'] },
    elsewhere: { others: { by: 'you', text: 'Choose a base image for the processor of the training machines.' } }
  },
  'disk-full': {
    said: '{who} has no space left on its disk',
    detail: 'The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['a disk is full'] },
    elsewhere: {
      others: { by: 'you', text: 'In the notebook "df -h" shows which; on the machines the cluster admin looks.' }
    }
  },
  'pull-secret': {
    said: '{who} did not find the Secret with the login',
    detail: 'The pod names a pull Secret that is not there.',
    codes: { others: [] },
    also: { others: ['the pull Secret that the pod names does not exist'] },
    elsewhere: { others: { by: 'you', text: '"kubectl get secrets" in the namespace shows which Secrets there are.' } }
  },
  'mount-secret': {
    said: '{who} could not start the pod',
    detail: 'A Secret that is to be mounted is not there.',
    codes: { others: [] },
    also: { others: ['a PodDefault or the pod names a Secret that does not exist'] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'Create the Secret, or untick the configuration that names it: "kaptain-registry manifests" prints the commands.'
      }
    }
  },
  'mount-key': {
    said: '{who} could not start the pod',
    detail: 'A Secret is there, but without the key that is to be mounted.',
    codes: { others: [] },
    also: { others: ['the Secret lacks the key that the PodDefault or the pod names'] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'Create the Secret again with that key: "kaptain-registry manifests" prints the commands.'
      }
    }
  },
  mount: {
    said: '{who} could not start the pod',
    detail: 'A volume could not be mounted in time.',
    codes: { others: [] },
    also: { others: ['a Secret or a volume of the pod is missing or busy'] },
    elsewhere: { others: { by: 'you', text: 'An earlier event of the pod names the volume and the reason.' } }
  },
  quota: {
    said: '{who} did not let the pod be made',
    detail: 'The quota of the namespace is used up.',
    codes: { others: [] },
    also: { others: ['the namespace may use no more of what the pod asks for'] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'Delete what is not needed, ask for less (workers, cpu, memory, DOCKER_BUILDER_CPU_REQUEST, DOCKER_BUILDER_MEM_REQUEST), or ask the cluster admin for more.'
      }
    }
  },
  'quota-unset': {
    said: '{who} did not let the pod be made',
    detail: 'The quota of the namespace wants every pod to say what it needs.',
    codes: { others: [] },
    also: { others: ['the pod does not say how much processor time and memory it needs'] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'Pass cpu and memory to train() or deploy(), or ask the cluster admin for a LimitRange with defaults.'
      }
    }
  },
  limits: {
    said: '{who} did not let the pod be made',
    detail: 'The pod asks for more or less than the namespace allows for one container.',
    codes: { others: [] },
    also: { others: ['a limit of the namespace for single containers stands against it'] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'Pass another cpu or memory, or set DOCKER_BUILDER_CPU_LIMIT and DOCKER_BUILDER_MEM_LIMIT before the build.'
      }
    }
  },
  unschedulable: {
    said: '{who} found no machine for the pod',
    detail: 'No machine has enough left of what the pod asks for, or may run it.',
    codes: { others: [] },
    also: { others: ['no training machine has room for the pod'] },
    elsewhere: {
      others: { by: 'you', text: 'Ask for less, wait, or ask the cluster admin which machines may run it.' }
    }
  },
  'pod-security': {
    said: '{who} did not let the pod be made',
    detail: 'The security level of the namespace forbids it.',
    codes: { others: [] },
    also: { others: ['the namespace has a Pod Security level that this pod does not meet'] },
    elsewhere: { others: { by: 'cluster-admin', text: 'The cluster admin sets the level of the namespace.' } }
  },
  poddefaults: {
    said: '{who} did not let the pod be made',
    detail: 'Two of the ticked configurations (PodDefaults) want different things for one volume, path or variable.',
    codes: { others: [] },
    also: { others: ['two ticked configurations contradict each other'] },
    elsewhere: {
      others: {
        by: 'you',
        text: 'Untick one of them, or give its volume another name and path: the message names both.'
      }
    }
  },
  webhook: {
    said: '{who} could not ask one of its own services',
    detail:
      'A service that looks at every new pod does not answer, or its certificate is out of date. The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['a service of the cluster (admission webhook) is down'] },
    elsewhere: {
      others: { by: 'cluster-admin', text: 'The cluster admin has to restart that service; the message names it.' }
    }
  },
  policy: {
    said: '{who} did not let the object be made',
    detail: 'A rule of the cluster forbids it, for example a list of allowed registries.',
    codes: { others: [] },
    also: { others: ['a rule of the cluster forbids it'] },
    elsewhere: { others: { by: 'cluster-admin', text: 'The message names the rule; the cluster admin can change it.' } }
  },
  rights: {
    said: '{who} did not allow it',
    detail: 'The account of this notebook lacks a right in the namespace. The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['the account of this notebook may not do this'] },
    elsewhere: {
      others: {
        by: 'cluster-admin',
        text: 'The cluster admin can bind the role kubeflow-edit to the account that the message names.'
      }
    }
  },
  'cluster-login': {
    said: '{who} did not accept the token of this notebook',
    detail: 'The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['the token of the notebook has expired or its account was removed'] },
    elsewhere: {
      others: { by: 'you', text: 'Stop and start the notebook; if it stays, the cluster admin looks at its account.' }
    }
  },
  'cluster-way': {
    said: '{who} cannot be reached from this notebook',
    detail: 'The request was for the Kubernetes API. The registry has no part in it.',
    codes: { others: [] },
    also: { others: ['the Kubernetes API does not answer this notebook'] },
    elsewhere: {
      others: { by: 'cluster-admin', text: 'The cluster admin looks at the network rules of the namespace.' }
    }
  },
  terminating: {
    said: '{who} did not let the object be made',
    detail: 'The namespace is being deleted.',
    codes: { others: [] },
    also: { others: ['the namespace is being deleted'] },
    elsewhere: { others: { by: 'cluster-admin', text: 'The cluster admin knows why.' } }
  }
} as const satisfies Record<string, Cause>;

export type CauseId = keyof typeof CAUSES;

/** Words in a line about a request for a token: what failed was the login service, not the registry itself. */
export const LOGIN_WORDS: readonly string[] = ['scope=repository', 'oauth token', 'anonymous token'];

/** What a text means when it is about the login service. */
export const AT_LOGIN: Partial<Record<CauseId, CauseId>> = {
  untrusted: 'login-service-trust',
  'self-signed': 'login-service-trust',
  'root-unknown': 'login-service-trust',
  'root-missing': 'login-service-trust',
  'renewed-ca': 'login-service-trust',
  'not-a-ca': 'login-service-trust',
  expired: 'login-service-trust',
  'not-yet-valid': 'login-service-trust',
  dates: 'login-service-trust',
  'other-name': 'login-service-trust',
  'no-name': 'login-service-trust',
  'common-name': 'login-service-trust',
  'by-address': 'login-service-trust',
  weak: 'login-service-trust',
  strict: 'login-service-trust',
  'ca-name': 'login-service-trust',
  'not-allowed-to-sign': 'login-service-trust',
  critical: 'login-service-trust',
  unreadable: 'login-service-trust',
  certificate: 'login-service-trust',
  'plain-http': 'login-service',
  'other-program': 'login-service',
  'tls-version': 'login-service',
  handshake: 'login-service',
  'client-certificate': 'login-service',
  'server-name': 'login-service',
  'chain-size': 'login-service',
  'name-unknown': 'login-service',
  'name-service': 'login-service',
  refused: 'login-service',
  timeout: 'login-service',
  'no-route': 'login-service',
  cut: 'login-service',
  fault: 'login-service-answer',
  'web-page': 'login-service-answer',
  'not-a-registry': 'login-service-answer',
  redirect: 'login-service-answer'
};

const CONFIG = '.docker/config.json';
/** Other programs have a config.json as well. */
const DOCKER_CONFIG = [CONFIG, 'parsing config file (', 'Error loading config file', 'unmarshaling JSON at'] as const;
const CA_FILE = '.tls/certificate.crt';
/** What a registry answers when a login is missing or wrong. */
const LOGIN_CAUSES = ['login-refused', 'login-missing', 'push-login', 'pull-access', 'image-pull'] as const;

/** The bare words of a status are what a proxy answers to CONNECT (net/http, Transport.dialConn). */
const TUNNEL_ANSWERS: readonly KnownText[] = [
  'Bad Request',
  'Unauthorized',
  'Forbidden',
  'Not Found',
  'Method Not Allowed',
  'Proxy Authentication Required',
  'Too Many Requests',
  'Internal Server Error',
  'Not Implemented',
  'Bad Gateway',
  'Service Unavailable',
  'Gateway Time'
].map(words => ({ find: `": ${words}`, cause: 'proxy' }));

export const TEXT_GROUPS: readonly TextGroup[] = [
  {
    program: 'Python ssl (OpenSSL 1.1 and 3)',
    by: 'python',
    texts: [
      { find: 'unable to get local issuer certificate', cause: 'untrusted' },
      { find: 'unable to get issuer certificate', cause: 'root-missing' },
      { find: 'self-signed certificate in certificate chain', cause: 'root-unknown' },
      { find: 'self signed certificate in certificate chain', cause: 'root-unknown' },
      { find: 'self-signed certificate', cause: 'self-signed' },
      { find: 'self signed certificate', cause: 'self-signed' },
      { find: 'unable to verify the first certificate', cause: 'untrusted' },
      { find: 'certificate signature failure', cause: 'renewed-ca' },
      { find: 'invalid CA certificate', cause: 'not-a-ca' },
      { find: 'certificate has expired', with: ['CERTIFICATE_VERIFY_FAILED'], cause: 'expired' },
      { find: 'certificate is not yet valid', cause: 'not-yet-valid' },
      { find: 'Hostname mismatch, certificate is not valid for', cause: 'no-name' },
      { find: 'IP address mismatch, certificate is not valid for', cause: 'by-address' },
      { find: 'invalid or inconsistent certificate extension', cause: 'unreadable' },
      { find: 'format error in certificate', cause: 'unreadable' },
      { find: 'unable to decode issuer public key', cause: 'unreadable' },
      { find: 'certificate rejected', cause: 'ca-forbidden' },
      { find: 'digest algorithm too weak', cause: 'weak' },
      { find: 'certificate key too weak', cause: 'weak' },
      { find: 'EE_KEY_TOO_SMALL', cause: 'weak' },
      { find: 'CA_MD_TOO_WEAK', cause: 'weak' },
      { find: 'dh key too small', cause: 'weak' },
      { find: 'Missing Authority Key Identifier', cause: 'strict' },
      { find: 'Missing Subject Key Identifier', cause: 'strict' },
      { find: 'Basic Constraints of CA cert not marked critical', cause: 'strict' },
      { find: 'CA cert does not include key usage extension', cause: 'strict' },
      { find: 'Empty Subject Alternative Name extension', cause: 'strict' },
      { find: 'Subject empty and Subject Alt Name extension not critical', cause: 'strict' },
      { find: 'Path length invalid for non-CA cert', cause: 'strict' },
      { find: 'Path length given without key usage keyCertSign', cause: 'strict' },
      { find: 'Authority Key Identifier marked critical', cause: 'strict' },
      { find: 'Subject Key Identifier marked critical', cause: 'strict' },
      { find: 'Invalid non-CA certificate has CA markings', cause: 'strict' },
      { find: 'Using cert extension requires at least X509v3', cause: 'strict' },
      { find: 'Issuer name empty', cause: 'strict' },
      { find: 'Subject name empty', cause: 'strict' },
      { find: 'permitted subtree violation', cause: 'not-allowed-to-sign' },
      { find: 'excluded subtree violation', cause: 'not-allowed-to-sign' },
      { find: 'path length constraint exceeded', cause: 'not-allowed-to-sign' },
      { find: 'unsuitable certificate purpose', cause: 'not-allowed-to-sign' },
      { find: 'unsupported certificate purpose', cause: 'not-allowed-to-sign' },
      { find: 'unhandled critical extension', with: ['CERTIFICATE_VERIFY_FAILED'], cause: 'critical' },
      { find: 'NO_CERTIFICATE_OR_CRL_FOUND', cause: 'ca-file-without' },
      { find: 'no certificate or crl found', cause: 'ca-file-without' },
      { find: '[X509] PEM lib', cause: 'ca-file-damaged' },
      { find: '[SSL] PEM lib', cause: 'ca-file-damaged' },
      { find: 'BAD_BASE64_DECODE', cause: 'ca-file-damaged' },
      { find: 'BAD_END_LINE', cause: 'ca-file-damaged' },
      { find: 'WRONG_VERSION_NUMBER', cause: 'plain-http' },
      { find: 'UNKNOWN_PROTOCOL', cause: 'plain-http' },
      { find: 'HTTP_REQUEST', with: ['[SSL:'], cause: 'plain-http' },
      { find: 'RECORD_LAYER_FAILURE', cause: 'plain-http' },
      { find: '[SSL] record layer failure', cause: 'plain-http' },
      { find: 'TLSV1_ALERT_PROTOCOL_VERSION', cause: 'tls-version' },
      { find: 'UNSUPPORTED_PROTOCOL', cause: 'tls-version' },
      { find: 'NO_PROTOCOLS_AVAILABLE', cause: 'tls-version' },
      { find: 'UNSAFE_LEGACY_RENEGOTIATION_DISABLED', cause: 'tls-version' },
      { find: 'ALERT_HANDSHAKE_FAILURE', cause: 'handshake' },
      { find: 'ALERT_INTERNAL_ERROR', cause: 'handshake' },
      { find: 'ALERT_INSUFFICIENT_SECURITY', cause: 'handshake' },
      // What the registry says of a certificate can only be about the one of the caller.
      { find: 'ALERT_CERTIFICATE_REQUIRED', cause: 'client-certificate' },
      { find: 'ALERT_BAD_CERTIFICATE', cause: 'client-certificate' },
      { find: 'ALERT_CERTIFICATE_UNKNOWN', cause: 'client-certificate' },
      { find: 'ALERT_UNKNOWN_CA', cause: 'client-certificate' },
      { find: 'ALERT_ACCESS_DENIED', cause: 'client-certificate' },
      { find: 'TLSV1_UNRECOGNIZED_NAME', cause: 'server-name' },
      { find: 'EXCESSIVE_MESSAGE_SIZE', cause: 'chain-size' },
      { find: 'UNEXPECTED_EOF_WHILE_READING', cause: 'cut' },
      { find: 'EOF occurred in violation of protocol', cause: 'cut' },
      { find: 'CERTIFICATE_VERIFY_FAILED', cause: 'certificate', rank: 'general' }
    ]
  },
  {
    program: 'urllib3 1.26 and 2, requests',
    by: 'python',
    // docker for Python speaks so to the Docker service; what that one says of a registry follows.
    without: ['http+docker:'],
    texts: [
      { find: "hostname '", then: /^(?:\d{1,3}\.){3}\d{1,3}' doesn't match/, cause: 'by-address' },
      { find: "hostname '", with: ["' doesn't match"], cause: 'other-name' },
      { find: 'no appropriate subjectAltName fields were found', cause: 'common-name' },
      { find: 'no appropriate commonName or subjectAltName fields were found', cause: 'no-name' },
      { find: 'Could not find a suitable TLS CA certificate bundle', cause: 'ca-file-missing' },
      { find: "HTTPSConnectionPool(host='http'", cause: 'address' },
      { find: "HTTPSConnectionPool(host='https'", cause: 'address' },
      { find: 'InvalidURL: Failed to parse: ', only: 'dxf', cause: 'address' },
      { find: 'LocationParseError: Failed to parse: ', only: 'dxf', cause: 'address' },
      { find: 'InvalidProxyURL', only: 'dxf', cause: 'proxy' },
      { find: 'Missing dependencies for SOCKS support', only: 'dxf', cause: 'proxy' },
      { find: 'Tunnel connection failed', cause: 'proxy' },
      { find: 'Unable to connect to proxy', cause: 'proxy' },
      { find: 'Cannot connect to proxy', cause: 'proxy' },
      { find: 'Your proxy appears to only use HTTP', cause: 'proxy' },
      { find: 'Name or service not known', cause: 'name-unknown' },
      { find: 'No address associated with hostname', cause: 'name-unknown' },
      { find: 'nodename nor servname provided', cause: 'name-unknown' },
      { find: 'Temporary failure in name resolution', cause: 'name-service' },
      { find: 'Connection refused', cause: 'refused' },
      { find: 'No route to host', cause: 'no-route' },
      { find: 'Network is unreachable', cause: 'no-route' },
      { find: 'timed out. (connect timeout', cause: 'timeout' },
      { find: 'Read timed out', cause: 'timeout' },
      { find: 'Connection timed out', cause: 'timeout' },
      { find: 'Connection reset by peer', cause: 'cut' },
      { find: 'Remote end closed connection without response', cause: 'cut' },
      { find: 'BrokenPipeError(32', cause: 'cut' },
      { find: 'IncompleteRead(', cause: 'cut' },
      { find: 'ContentDecodingError', only: 'dxf', cause: 'not-a-registry' },
      { find: '400 Client Error', cause: 'bad-request' },
      { find: '421 Client Error', cause: 'bad-request' },
      { find: '401 Client Error', cause: 'login-refused' },
      { find: '403 Client Error', with: ['/manifests/'], cause: 'pull-denied' },
      { find: '403 Client Error', cause: 'forbidden' },
      { find: '404 Client Error', with: ['/manifests/'], cause: 'image-missing' },
      { find: '404 Client Error', with: ['/blobs/uploads/'], cause: 'push-repository' },
      { find: '404 Client Error', cause: 'not-a-registry' },
      { find: '405 Client Error', with: ['/blobs/uploads/'], cause: 'read-only' },
      { find: '407 Client Error', cause: 'proxy' },
      { find: '410 Client Error', cause: 'not-a-registry' },
      { find: '431 Client Error', cause: 'token' },
      { find: ' Client Error', with: ['scope=repository'], cause: 'login-service-answer' },
      { find: 'TooManyRedirects', cause: 'redirect' },
      { find: 'Exceeded 30 redirects', cause: 'redirect' },
      { find: 'BadStatusLine(', cause: 'other-program' },
      { find: "in header value: 'Bearer", cause: 'token' },
      { find: "Invalid URL 'https:///", only: 'dxf', cause: 'no-challenge' },
      { find: '413 Client Error', cause: 'too-large' },
      { find: '429 Client Error', cause: 'too-many' },
      { find: '507 Server Error', cause: 'read-only' },
      { find: ' Server Error: ', then: /^[A-Z]/, cause: 'fault' }
    ]
  },
  {
    program: 'python-dxf 7',
    by: 'sdk',
    sure: true,
    texts: [
      { find: 'DXFUnauthorizedError', cause: 'login-refused' },
      { find: 'DXFAuthInsecureError', cause: 'plain-http' },
      { find: "KeyError: 'www-authenticate'", only: 'dxf', cause: 'no-challenge' },
      { find: "KeyError: 'service'", only: 'dxf', cause: 'no-challenge' },
      { find: "KeyError: 'realm'", only: 'dxf', cause: 'no-challenge' },
      { find: 'Failed to parse value', only: 'dxf', cause: 'no-challenge' },
      { find: "KeyError: 'token'", only: 'dxf', cause: 'token' },
      { find: "KeyError: 'access_token'", only: 'dxf', cause: 'token' },
      { find: "KeyError: 'docker-content-digest'", only: 'dxf', cause: 'no-digest' },
      { find: 'JSONDecodeError', only: 'dxf-login', cause: 'token' },
      { find: 'JSONDecodeError', only: 'dxf', cause: 'web-page' },
      { find: 'DXFUnexpectedStatusCodeError', cause: 'fault', rank: 'general' }
    ]
  },
  {
    program: 'Kaptain SDK',
    by: 'sdk',
    sure: true,
    texts: [
      { find: 'ImageBuildException: unauthorized', cause: 'login-refused' },
      { find: 'ImageBuildException: the Docker config cannot be read', cause: 'config-unreadable' },
      { find: 'ImageBuildException', cause: 'build-failed', rank: 'general' },
      { find: "No module named 'kaptain", then: /^[.']/, cause: 'no-sdk' },
      { find: 'cannot import name', any: ["from 'kaptain.", "from 'kaptain'"], cause: 'sdk-version' },
      { find: 'got an unexpected keyword argument', only: 'sdk', cause: 'sdk-version' },
      // The keyword was misspelt in the first version that had it.
      { find: "got an unexpected keyword argument 'certificate_path'", cause: 'sdk-version' },
      { find: "got an unexpected keyword argument 'ceritifcate_path'", cause: 'sdk-version' },
      { find: 'Unexpected UTF-8 BOM', only: 'sdk-config', cause: 'config-form' },
      { find: "codec can't decode byte 0xf", then: /^[ef] in position 0:/, only: 'sdk-config', cause: 'config-form' },
      { find: "codec can't decode byte", only: 'sdk-config', cause: 'config-json' },
      { find: "codec can't decode byte", only: 'sdk-ca', cause: 'ca-file-without' },
      { find: 'JSONDecodeError', only: 'sdk-config', cause: 'config-json' },
      { find: 'binascii.Error', only: 'sdk-config', cause: 'config-base64' },
      { find: 'not enough values to unpack', only: 'sdk-config', cause: 'config-colon' },
      { find: 'botocore.exceptions.', only: 'sdk', cause: 'storage' },
      { find: 'kaptain.exceptions.InvalidModelProperty', cause: 'model-property' },
      { find: 'InvalidModelProperty', only: 'sdk', cause: 'model-property' },
      { find: 'kaptain.exceptions.UndefinedModelProperty', cause: 'model-property' },
      { find: 'UndefinedModelProperty', only: 'sdk', cause: 'model-property' },
      { find: 'kaptain.exceptions.ModelValidationException', cause: 'model-property' },
      { find: 'ModelValidationException', only: 'sdk', cause: 'model-property' },
      { find: 'kaptain.exceptions.UnsupportedModelFrameworkException', cause: 'model-property' },
      { find: 'UnsupportedModelFrameworkException', only: 'sdk', cause: 'model-property' },
      { find: 'No such file or directory', with: [CONFIG], cause: 'config-missing' },
      { find: 'No such file or directory', with: [CA_FILE], cause: 'ca-file-missing' },
      { find: 'Too many levels of symbolic links', with: [CONFIG], cause: 'config-missing' },
      { find: 'Is a directory', with: [CONFIG], cause: 'config-folder' },
      { find: 'Is a directory', with: [CA_FILE], cause: 'ca-file-closed' },
      { find: 'Permission denied', with: [CONFIG], cause: 'config-closed' },
      { find: 'Permission denied', with: [CA_FILE], cause: 'ca-file-closed' },
      { find: 'Read-only file system', with: ['.docker/'], cause: 'config-read-only' },
      { find: 'read-only file system', with: ['.docker/'], cause: 'config-read-only' }
    ]
  },
  {
    program: 'Docker config as Go reads it (docker/cli, go-containerregistry, Kaniko, containers/image)',
    by: 'go',
    sure: true,
    texts: [
      { find: 'in string literal', with: ['invalid character'], any: DOCKER_CONFIG, cause: 'config-line-break' },
      {
        find: 'looking for beginning of value',
        with: ["invalid character 'ï'"],
        any: DOCKER_CONFIG,
        cause: 'config-form'
      },
      {
        find: 'looking for beginning of value',
        with: ["invalid character 'ÿ'"],
        any: DOCKER_CONFIG,
        cause: 'config-form'
      },
      { find: 'looking for beginning of value', any: DOCKER_CONFIG, cause: 'config-json' },
      { find: 'looking for beginning of object key string', any: DOCKER_CONFIG, cause: 'config-json' },
      { find: 'after top-level value', any: DOCKER_CONFIG, cause: 'config-json' },
      { find: 'after object key', with: ['invalid character'], any: DOCKER_CONFIG, cause: 'config-json' },
      { find: 'unexpected EOF', any: DOCKER_CONFIG, cause: 'config-end' },
      { find: 'unexpected end of JSON input', any: DOCKER_CONFIG, cause: 'config-end' },
      { find: 'config.json: EOF', cause: 'config-end' },
      { find: 'config.json): EOF', cause: 'config-end' },
      { find: 'json: cannot unmarshal', with: ['ConfigFile'], cause: 'config-field' },
      { find: 'json: cannot unmarshal', with: ['AuthConfig.auth'], cause: 'config-field' },
      { find: 'illegal base64 data at input byte', any: DOCKER_CONFIG, cause: 'config-base64' },
      { find: 'illegal base64 data at input byte', with: ['username and password'], cause: 'config-base64' },
      { find: 'nvalid auth configuration file', cause: 'config-colon' },
      { find: 'must be formatted as base64(username:password)', cause: 'config-colon' },
      { find: 'missing semicolon', with: ['"auth" field'], cause: 'config-colon', explains: LOGIN_CAUSES },
      { find: 'error getting credentials - err: exec:', cause: 'config-helper' },
      { find: 'executable file not found in $PATH', with: ['docker-credential-'], cause: 'config-helper' },
      { find: 'not installed or not available in PATH', with: ['docker-credential-'], cause: 'config-helper' },
      { find: 'o matching credentials were found', cause: 'login-missing', explains: LOGIN_CAUSES },
      { find: 'credentials not found in native keychain', cause: 'login-missing' },
      { find: 'is a directory', with: [CONFIG], cause: 'config-folder' },
      { find: 'permission denied', with: [CONFIG], cause: 'config-closed' }
    ]
  },
  {
    program: 'Go crypto/x509 and crypto/tls (Kaniko, go-containerregistry, containerd, CRI-O, Docker, Knative)',
    by: 'go',
    texts: [
      { find: 'certificate signed by unknown authority', with: ['verification error'], cause: 'renewed-ca' },
      { find: 'certificate signed by unknown authority', with: ['ECDSA verification failure'], cause: 'renewed-ca' },
      {
        find: 'certificate signed by unknown authority',
        with: ['cannot sign this kind of certificate'],
        cause: 'not-a-ca'
      },
      { find: 'certificate signed by unknown authority', with: ['cannot verify signature'], cause: 'weak' },
      { find: 'certificate signed by unknown authority', cause: 'untrusted' },
      { find: 'certificate is not trusted', with: ['x509'], cause: 'untrusted' },
      { find: 'issuer name does not match subject from issuing certificate', cause: 'ca-name' },
      { find: 'has expired or is not yet valid', then: /^: current time \S{1,40} is before /, cause: 'not-yet-valid' },
      { find: 'has expired or is not yet valid', then: /^: current time \S{1,40} is after /, cause: 'expired' },
      { find: 'has expired or is not yet valid', cause: 'dates' },
      { find: 'certificate is valid for ', then: /, not (?:\d{1,3}\.){3}\d{1,3}(?![\w.-])/, cause: 'by-address' },
      { find: 'certificate is valid for ', with: [', not '], cause: 'other-name' },
      { find: 'certificate relies on legacy Common Name field', cause: 'common-name' },
      { find: 'certificate is not valid for any names', cause: 'no-name' },
      { find: 'cannot validate certificate for ', cause: 'by-address' },
      { find: 'not authorized to sign for this name', cause: 'not-allowed-to-sign' },
      { find: 'too many intermediates for path length constraint', cause: 'not-allowed-to-sign' },
      { find: 'certificate specifies an incompatible key usage', cause: 'not-allowed-to-sign' },
      { find: 'x509: unhandled critical extension', cause: 'critical' },
      { find: 'candidate chains with invalid policies', cause: 'critical' },
      { find: 'failed to parse certificate from server', cause: 'unreadable' },
      { find: 'tls: protocol version not supported', cause: 'tls-version' },
      { find: 'tls: server selected unsupported protocol version', cause: 'tls-version' },
      { find: 'tls: handshake failure', cause: 'handshake' },
      { find: 'tls: insufficient security level', cause: 'handshake' },
      { find: 'tls: internal error', cause: 'handshake' },
      { find: 'tls: certificate required', cause: 'client-certificate' },
      { find: 'tls: bad certificate', cause: 'client-certificate' },
      { find: 'tls: unknown certificate', cause: 'client-certificate' },
      { find: 'tls: access denied', cause: 'client-certificate' },
      { find: 'tls: unrecognized name', cause: 'server-name' },
      { find: 'tls: handshake message of length', cause: 'chain-size' },
      { find: 'first record does not look like a TLS handshake', cause: 'plain-http' },
      { find: 'tls: oversized record received', cause: 'plain-http' },
      { find: 'server gave HTTP response to HTTPS client', cause: 'plain-http' },
      { find: 'Client sent an HTTP request to an HTTPS server', cause: 'fallback-http' },
      { find: 'malformed HTTP response "\\x15\\x03', cause: 'fallback-http' },
      { find: 'malformed HTTP response "', cause: 'other-program' }
    ]
  },
  {
    program: 'Go net and net/http',
    by: 'go',
    texts: [
      { find: 'proxyconnect tcp', cause: 'proxy' },
      ...TUNNEL_ANSWERS,
      { find: 'too many colons in address', cause: 'address' },
      { find: ': invalid port "', then: /^[^"]{0,100}" after host/, cause: 'address' },
      { find: 'no such host', cause: 'name-unknown' },
      { find: 'server misbehaving', cause: 'name-service' },
      { find: 'Temporary failure in name resolution', cause: 'name-service' },
      { find: 'i/o timeout', with: ['lookup '], cause: 'name-service' },
      { find: 'connection refused', with: ['lookup '], cause: 'name-service' },
      // Kaniko asks again on port 80 for private addresses and shows that error alone.
      { find: 'i/o timeout', with: [':80: '], cause: 'fallback-http' },
      { find: 'connection refused', with: [':80: '], cause: 'fallback-http' },
      { find: 'i/o timeout', cause: 'timeout' },
      { find: 'connection refused', cause: 'refused' },
      { find: 'no route to host', cause: 'no-route' },
      { find: 'network is unreachable', cause: 'no-route' },
      { find: 'TLS handshake timeout', cause: 'timeout' },
      { find: 'connection timed out', cause: 'timeout' },
      { find: 'Client.Timeout ', then: /^(?:exceeded|or context)/, cause: 'timeout' },
      { find: 'timeout awaiting response headers', cause: 'timeout' },
      { find: 'context deadline exceeded', cause: 'timeout' },
      { find: 'connection reset by peer', cause: 'cut' },
      { find: 'broken pipe', cause: 'cut' },
      { find: '": EOF', cause: 'cut' },
      { find: '": unexpected EOF', cause: 'cut' },
      { find: 'http2: server sent GOAWAY', cause: 'cut' },
      { find: 'http2: client connection lost', cause: 'cut' },
      { find: 'use of closed network connection', cause: 'cut' },
      { find: 'stream error: stream ID ', cause: 'cut' },
      {
        find: 'unexpected EOF',
        any: ['failed to copy', 'failed to pull and unpack', 'failed to push', 'fetching manifest ', 'pushing image '],
        cause: 'cut'
      }
    ]
  },
  {
    program: 'Docker after "The push refers to repository": the code of the registry in small letters',
    by: 'program',
    sure: true,
    texts: [
      { find: 'denied: ', with: ['authorization token has expired'], log: 'program', cause: 'login-refused' },
      { find: 'denied: ', with: ['uota', 'exceed'], log: 'program', cause: 'read-only' },
      { find: 'denied: ', with: ['read only mode'], log: 'program', cause: 'read-only' },
      { find: 'unsupported: ', log: 'program', cause: 'read-only' },
      { find: 'tag invalid: ', log: 'program', with: ['immutable'], cause: 'tag-fixed' },
      { find: 'name unknown: ', log: 'program', cause: 'push-repository' },
      { find: 'unauthorized: project ', then: /^\S{1,190} not found/, log: 'program', cause: 'push-repository' },
      { find: 'manifest invalid: ', log: 'program', cause: 'image-refused' },
      { find: 'blob unknown', log: 'program', cause: 'upload-lost' },
      { find: 'unauthorized: ', log: 'program', cause: 'push-login' },
      { find: 'denied: ', with: ['uploadArtifacts'], log: 'program', cause: 'push-denied' },
      { find: 'denied: ', with: ['not authorized to perform'], log: 'program', cause: 'push-denied' },
      { find: 'denied: ', log: 'program', cause: 'forbidden' },
      { find: 'EOF', then: /^\s*$/, log: 'program', cause: 'cut' }
    ]
  },
  {
    program: 'Registry API as Kaniko, go-containerregistry, containerd, CRI-O and Docker report it',
    by: 'go',
    texts: [
      { find: 'failed to fetch anonymous token', with: ['401 Unauthorized'], cause: 'login-missing', sure: true },
      { find: 'no basic auth credentials', cause: 'login-missing', sure: true },
      { find: 'failed to fetch oauth token', with: ['401 Unauthorized'], cause: 'login-refused', sure: true },
      { find: 'failed to fetch oauth token', with: ['403 Forbidden'], cause: 'forbidden', sure: true },
      { find: 'failed to fetch anonymous token', with: ['403 Forbidden'], cause: 'pull-access', sure: true },
      { find: 'failed to fetch oauth token', with: ['429 Too Many'], cause: 'too-many', sure: true },
      { find: 'failed to fetch anonymous token', with: ['429 Too Many'], cause: 'too-many', sure: true },
      { find: 'failed to fetch oauth token', with: ['unexpected status'], cause: 'login-service-answer', sure: true },
      {
        find: 'failed to fetch anonymous token',
        with: ['unexpected status'],
        cause: 'login-service-answer',
        sure: true
      },
      { find: 'push access denied', cause: 'push-login', sure: true },
      { find: 'insufficient_scope', with: ['authorization failed'], cause: 'pull-access', sure: true },
      { find: 'insufficient_scope', cause: 'pull-access' },
      { find: 'pull access denied', with: ['no basic auth credentials'], cause: 'login-missing', sure: true },
      { find: 'pull access denied', cause: 'pull-access', sure: true },
      { find: 'invalid username/password', with: ['auth token'], cause: 'login-refused', sure: true },
      { find: 'incorrect username or password', with: ['unauthorized: '], cause: 'login-refused', sure: true },
      { find: 'UNAUTHORIZED: project ', then: /^\S{1,255} not found/, cause: 'push-repository' },
      { find: 'unauthorized: project ', then: /^\S{1,255} not found/, cause: 'push-repository' },
      { find: 'UNAUTHORIZED', with: ['manifest v2 schema 1'], cause: 'image-refused' },
      { find: 'UNAUTHORIZED', with: ['checking push permission'], cause: 'push-login', sure: true },
      { find: 'UNAUTHORIZED', any: UPLOADS, cause: 'push-login', sure: true },
      { find: 'UNAUTHORIZED', with: ['scope=repository', 'push'], cause: 'push-login' },
      { find: 'authorized to access repository: ', with: ['action: push'], cause: 'push-login', sure: true },
      { find: 'authorized to access repository: ', with: ['action: pull'], cause: 'pull-access', sure: true },
      {
        find: ': unauthorized: ',
        with: ['reading manifest', 'access to the requested resource is not authorized'],
        cause: 'pull-access'
      },
      { find: 'unauthorized: authentication required', with: ['checking whether a blob'], cause: 'push-login' },
      { find: 'authorization token has expired', cause: 'login-refused', sure: true },
      { find: 'Quota exceeded when processing the request', cause: 'read-only', sure: true },
      { find: 'PRECONDITION: ', with: ['immutable'], cause: 'tag-fixed' },
      { find: 'configured as immutable', cause: 'tag-fixed', sure: true },
      { find: 'in read only mode. Any modification', cause: 'read-only', sure: true },
      { find: '": denied: ', with: ['/manifests/'], cause: 'pull-denied' },
      { find: '": denied: ', cause: 'forbidden' },
      { find: 'daemon: denied: ', cause: 'forbidden', sure: true },
      { find: '401 Unauthorized', any: UPLOADS, cause: 'push-login' },
      { find: '401 Unauthorized', with: ['HEAD ', '/blobs/'], cause: 'push-login' },
      { find: 'UNAUTHORIZED', cause: 'login-refused' },
      { find: '401 Unauthorized', cause: 'login-refused' },
      { find: ': unauthorized: ', cause: 'login-refused' },
      { find: 'unauthorized: authentication required', cause: 'login-refused' },
      { find: ': authentication required', with: ['reading manifest'], cause: 'login-refused', sure: true },
      { find: 'unauthorized: access to the requested resource is not authorized', cause: 'pull-access', sure: true },
      {
        find: 'denied: requested access to the resource is denied',
        with: ['manifest'],
        cause: 'pull-denied',
        sure: true
      },
      { find: 'DENIED', with: ['authorization token has expired'], cause: 'login-refused' },
      { find: 'DENIED', with: ['uota', 'exceed'], cause: 'read-only' },
      { find: 'DENIED', with: ['read only mode'], cause: 'read-only' },
      { find: 'DENIED: Permission "', with: ['uploadArtifacts'], cause: 'push-denied' },
      { find: 'DENIED', any: UPLOADS, cause: 'push-denied' },
      { find: 'DENIED', with: ['HEAD ', '/blobs/'], cause: 'push-denied' },
      { find: 'DENIED', with: ['/blobs/'], cause: 'pull-denied' },
      { find: 'DENIED', with: ['/manifests/'], cause: 'pull-denied' },
      { find: 'DENIED', cause: 'forbidden' },
      { find: 'denied: ', with: ['reading manifest'], cause: 'pull-denied' },
      { find: 'denied: requested access to the resource is denied', cause: 'forbidden', sure: true },
      { find: 'MANIFEST_INVALID', with: ['403 Forbidden'], cause: 'push-denied' },
      { find: '403 Forbidden', any: UPLOADS, cause: 'push-denied' },
      { find: '403 Forbidden', with: ['HEAD ', '/blobs/'], cause: 'push-denied' },
      { find: '403 Forbidden', with: ['/blobs/'], cause: 'pull-denied' },
      { find: '403 Forbidden', with: ['/manifests/'], cause: 'pull-denied' },
      { find: '403 Forbidden', cause: 'forbidden' },
      { find: 'NAME_UNKNOWN', with: ['HEAD ', '/blobs/'], cause: 'push-repository' },
      { find: 'NAME_UNKNOWN', any: UPLOADS, cause: 'push-repository' },
      { find: 'NOT_FOUND: ', any: UPLOADS, cause: 'push-repository' },
      { find: 'NOT_FOUND: ', with: ['/manifests/'], cause: 'image-missing' },
      { find: 'NAME_UNKNOWN', cause: 'image-missing' },
      { find: 'name unknown', cause: 'image-missing' },
      { find: 'MANIFEST_UNKNOWN', cause: 'image-missing' },
      { find: 'manifest unknown', cause: 'image-missing' },
      {
        find: 'manifest for ',
        then: /^\S{1,190} not found/,
        with: ['manifest unknown'],
        cause: 'image-missing',
        sure: true
      },
      { find: 'repository does not exist', cause: 'pull-access' },
      { find: 'does not exist or no pull access', cause: 'pull-access', sure: true },
      {
        find: ': not found',
        any: ['failed to resolve reference', 'failed to resolve source metadata'],
        cause: 'image-missing',
        sure: true
      },
      { find: 'TOOMANYREQUESTS', cause: 'too-many' },
      { find: 'toomanyrequests: ', cause: 'too-many', sure: true },
      { find: '429 Too Many Requests', cause: 'too-many' },
      { find: 'BLOB_UPLOAD_UNKNOWN', cause: 'upload-lost' },
      { find: 'BLOB_UPLOAD_INVALID', cause: 'upload-lost' },
      { find: 'blob upload unknown', cause: 'upload-lost' },
      { find: 'blob upload invalid', cause: 'upload-lost' },
      { find: 'unknown blob', cause: 'upload-lost' },
      { find: 'DIGEST_INVALID', any: PUSHES, cause: 'upload-lost' },
      { find: 'SIZE_INVALID', any: PUSHES, cause: 'upload-lost' },
      { find: 'BLOB_UNKNOWN', any: PUSHES, cause: 'upload-lost' },
      { find: '413 Request Entity Too Large', cause: 'too-large' },
      { find: 'immutable', with: ['/manifests/'], cause: 'tag-fixed' },
      { find: 'cannot be overwritten', cause: 'tag-fixed' },
      { find: 'TAG_INVALID', with: ['already exists'], cause: 'tag-fixed' },
      { find: 'TAG_INVALID', any: PUSHES, cause: 'image-refused' },
      { find: 'MANIFEST_INVALID', any: PUSHES, cause: 'image-refused' },
      { find: 'NAME_INVALID', cause: 'image-name' },
      { find: 'UNSUPPORTED', any: UPLOADS, cause: 'read-only' },
      { find: ': UNAVAILABLE: ', cause: 'fault' },
      { find: ': FORBIDDEN: ', any: UPLOADS, cause: 'push-denied' },
      { find: ': FORBIDDEN: ', with: ['/manifests/'], cause: 'pull-denied' },
      { find: '405 Method Not Allowed', any: UPLOADS, cause: 'read-only' },
      // containerd and BuildKit write the address between the words and the status.
      { find: 'unexpected status from ', then: /^[A-Z]{3,7} request to \S{1,360}: 5\d\d\b/, cause: 'fault' },
      {
        find: 'unexpected status from ',
        then: /^[A-Z]{3,7} request to \S{1,360}: (?:400|421)\b/,
        without: ['scope=repository'],
        cause: 'bad-request'
      },
      { find: 'unexpected status code http', then: /^\S{1,360}: 5\d\d\b/, cause: 'fault' },
      { find: 'upstream connect error or disconnect/reset before headers', cause: 'fault' },
      { find: '500 Internal Server Error', cause: 'fault' },
      { find: '502 Bad Gateway', cause: 'fault' },
      { find: '502 (Bad Gateway)', cause: 'fault' },
      { find: '503 Service Unavailable', cause: 'fault' },
      { find: '503 (Service Unavailable)', cause: 'fault' },
      { find: '504 Gateway Time', cause: 'fault' },
      ...STATUS_TEXTS,
      // The answer itself (distribution-spec, "Error Codes").
      { find: '"errors":[{"code":"UNAUTHORIZED"', cause: 'login-refused', sure: true },
      { find: '"errors":[{"code":"MANIFEST_UNKNOWN"', cause: 'image-missing', sure: true },
      { find: '"errors":[{"code":"NAME_UNKNOWN"', cause: 'image-missing', sure: true },
      { find: 'no Host in request URL', cause: 'no-challenge' },
      { find: 'unsupported MediaType: "text/html', cause: 'web-page' },
      { find: '507 Insufficient Storage', cause: 'read-only' },
      { find: 'realm scheme', with: ['not allowed'], cause: 'suspicious-realm', sure: true },
      { find: 'invalid realm in www-authenticate', cause: 'suspicious-realm', sure: true },
      { find: 'no token in bearer response', cause: 'token', sure: true },
      { find: 'did not include a token in the response', cause: 'token', sure: true },
      { find: 'unable to decode token response', cause: 'token' },
      {
        find: "invalid character '<' looking for beginning of value",
        with: ['push check transport'],
        without: ['config.json'],
        cause: 'token',
        sure: true
      },
      {
        find: "invalid character '<' looking for beginning of value",
        with: ['parsing manifest'],
        without: ['config.json'],
        cause: 'web-page',
        sure: true
      },
      {
        find: "invalid character '<' looking for beginning of value",
        without: ['config.json'],
        cause: 'web-page'
      },
      {
        find: "invalid character '",
        with: [' in literal '],
        without: ['config.json', 'parsing config file ('],
        cause: 'web-page'
      },
      { find: 'response did not include Content-Length header', cause: 'web-page' },
      { find: '511 Network Authentication Required', cause: 'web-page' },
      { find: '407 Proxy Authentication Required', cause: 'proxy' },
      { find: '410 Gone', cause: 'not-a-registry' },
      { find: 'unsupported protocol scheme ""', with: ['failed to authorize'], cause: 'no-challenge', sure: true },
      { find: 'no realm specified for token auth challenge', cause: 'no-challenge', sure: true },
      { find: 'looking for beginning of value', without: ['config.json', 'parsing config file ('], cause: 'web-page' },
      { find: 'invalid header field value for "Authorization"', cause: 'token' },
      { find: ': UNKNOWN: ', cause: 'fault' },
      { find: 'stopped after 10 redirects', cause: 'redirect' },
      { find: 'no Location header in response', cause: 'redirect' },
      { find: 'failed to parse Location header', cause: 'redirect' },
      { find: 'malformed www-authenticate', cause: 'no-challenge', sure: true },
      { find: 'unexpected status', with: ['scope=repository'], cause: 'login-service-answer' },
      { find: 'no child with platform', cause: 'platform', sure: true },
      { find: 'no match for platform in manifest', cause: 'platform', sure: true },
      { find: 'no matching manifest for linux/', cause: 'platform', sure: true },
      { find: 'no image found in manifest list for architecture', cause: 'platform', sure: true }
    ]
  },
  {
    program: 'Image names (distribution/reference, go-containerregistry, kubelet)',
    by: 'go',
    texts: [
      { find: 'could not parse reference', cause: 'image-name' },
      { find: "couldn't parse image reference", by: 'nodes', sure: true, cause: 'image-name' },
      { find: "couldn't parse image name", by: 'nodes', sure: true, cause: 'image-name' },
      { find: 'repository name must be lowercase', sure: true, cause: 'image-name' },
      { find: 'invalid reference format: repository name (', sure: true, cause: 'image-name' },
      { find: 'registries must be valid RFC 3986 URI authorities', sure: true, cause: 'image-name' },
      { find: 'tag can only contain the characters', sure: true, cause: 'image-name' },
      {
        find: 'invalid reference format',
        any: ['docker: ', '--tag', 'Error parsing image name'],
        sure: true,
        cause: 'image-name'
      },
      { find: 'invalid reference format', cause: 'image-name' },
      { find: 'repository can only contain the characters', sure: true, cause: 'image-name' },
      { find: 'InvalidImageName', by: 'nodes', sure: true, cause: 'image-name' }
    ]
  },
  {
    program: 'Kaniko',
    by: 'builder',
    sure: true,
    texts: [
      { find: 'failed to load certificate', cause: 'ca-file-not-passed' },
      { find: 'Failed to load certificate', cause: 'ca-file-not-passed', explains: ['untrusted'] },
      { find: 'no space left on device', any: ['error building image', 'error pushing image'], cause: 'disk-full' },
      { find: 'runtime: out of memory', log: 'builder', cause: 'build-memory' },
      { find: 'Killed', then: /^\s*$/, without: ['OOM'], log: 'builder', cause: 'build-memory' },
      { find: 'exit code 137', without: ['OOM'], log: 'builder', cause: 'build-memory' },
      { find: 'exit status 137', any: ['error building'], cause: 'build-memory' },
      {
        find: 'failed to execute command: ',
        with: ['error building'],
        without: ['no space left on device', 'exit status 137'],
        cause: 'build-step'
      },
      { find: 'failed to take snapshot: ', with: ['error building'], without: ['no space left'], cause: 'build-step' },
      { find: 'failed to get files used from context', cause: 'build-step' },
      { find: 'failed to get fileinfo for', cause: 'build-step' },
      { find: 'error building stage: ', without: ['https://', 'Get "'], cause: 'build-step', rank: 'last' },
      { find: 'error parsing dockerfile', cause: 'build-step' },
      { find: 'error building image: parsing dockerfile: ', cause: 'build-step' },
      { find: 'error resolving source context', cause: 'storage' },
      { find: 'error resolving dockerfile path', cause: 'build-step' },
      { find: 'error checking push permissions', cause: 'build-failed', rank: 'general' },
      { find: 'error building image: ', cause: 'build-failed', rank: 'general' },
      { find: 'error pushing image: ', cause: 'build-failed', rank: 'general' }
    ]
  },
  {
    program: 'Commands in a build',
    by: 'builder',
    texts: [{ find: 'o space left on device', cause: 'disk-full', explains: ['build-step', 'build-failed'] }]
  },
  {
    program: 'Docker command and docker-py',
    by: 'program',
    sure: true,
    texts: [
      { find: 'Cannot connect to the Docker daemon', cause: 'no-docker' },
      { find: 'trying to connect to the Docker daemon', cause: 'no-docker' },
      { find: 'trying to connect to the docker API', cause: 'no-docker' },
      { find: 'failed to connect to the docker API', cause: 'no-docker' },
      { find: "No such file or directory: 'docker'", cause: 'no-docker' },
      { find: 'Error while fetching server API version', cause: 'no-docker' },
      { find: 'docker: command not found', cause: 'no-docker' },
      { find: 'docker: not found', cause: 'no-docker' },
      { find: 'Credentials store error', cause: 'config-helper' }
    ]
  },
  {
    program: 'curl',
    by: 'program',
    texts: [
      { find: 'error setting certificate file', with: [CA_FILE], cause: 'ca-file-unusable', sure: true },
      { find: 'error setting certificate file', cause: 'ca-file-unusable' },
      { find: 'CONNECT tunnel failed', cause: 'proxy' },
      { find: 'curl: (6) Could not resolve host', cause: 'name-unknown' },
      { find: 'curl: (7) Failed to connect', cause: 'refused' },
      { find: 'curl: (28) ', cause: 'timeout' },
      { find: 'curl: (35) Recv failure', cause: 'cut' },
      { find: 'curl: (52) Empty reply', cause: 'cut' },
      { find: 'no alternative certificate subject name matches', cause: 'no-name' }
    ]
  },
  {
    program: 'kubelet, containerd and CRI-O, in events of pods',
    by: 'nodes',
    sure: true,
    texts: [
      { find: 'Unable to retrieve some image pull secrets', cause: 'pull-secret', explains: LOGIN_CAUSES },
      { find: 'Unable to retrieve pull secret ', cause: 'pull-secret', explains: LOGIN_CAUSES },
      { find: 'is not present with pull policy of Never', cause: 'image-not-local' },
      { find: 'ErrImageNeverPull', cause: 'image-not-local' },
      {
        find: 'no space left on device',
        any: ['Failed to pull image', 'failed to pull and unpack'],
        cause: 'disk-full'
      },
      { find: 'MountVolume.SetUp failed', with: ['secret "', ' not found'], by: 'cluster', cause: 'mount-secret' },
      { find: 'references non-existent secret key', by: 'cluster', cause: 'mount-key' },
      { find: 'Error: secret "', then: /^[a-z0-9.-]{1,253}" not found/, by: 'cluster', cause: 'mount-secret' },
      { find: "Error: couldn't find key ", with: [' in Secret '], by: 'cluster', cause: 'mount-key' },
      { find: 'MountVolume.SetUp failed', with: ['configmap "', ' not found'], by: 'cluster', cause: 'mount' },
      { find: 'low on resource: ephemeral-storage', cause: 'disk-full' },
      { find: 'ephemeral local storage usage exceeds', cause: 'disk-full' },
      { find: 'had condition: [DiskPressure]', cause: 'disk-full' },
      { find: 'Unable to attach or mount volumes', by: 'cluster', cause: 'mount', rank: 'general' },
      { find: 'Failed to pull image', cause: 'image-pull', rank: 'general' },
      { find: 'Back-off pulling image', cause: 'image-pull', rank: 'general' },
      { find: 'trying and failing to pull image', cause: 'image-pull', rank: 'general' },
      { find: "is waiting to start: image can't be pulled", cause: 'image-pull', rank: 'general' },
      { find: 'ErrImagePull', cause: 'image-pull', rank: 'general' },
      { find: 'ImagePullBackOff', cause: 'image-pull', rank: 'general' }
    ]
  },
  {
    program: 'Kubernetes: quota, admission, scheduling, rights',
    by: 'cluster',
    sure: true,
    texts: [
      { find: 'failed quota: ', with: ['must specify'], cause: 'quota-unset' },
      { find: 'exceeded quota: ', with: ['is forbidden'], cause: 'quota' },
      { find: 'usage per Container is ', cause: 'limits' },
      { find: 'usage per Pod is ', cause: 'limits' },
      { find: 'must be less than or equal to cpu limit', cause: 'limits' },
      { find: 'must be less than or equal to memory limit', cause: 'limits' },
      { find: 'violates PodSecurity', cause: 'pod-security' },
      { find: 'conflict occurred while applying poddefaults', cause: 'poddefaults' },
      { find: 'failed calling webhook', cause: 'webhook' },
      { find: 'label selector conversion failed', cause: 'poddefaults' },
      {
        find: 'because it is being terminated',
        with: ['unable to create new content in namespace'],
        cause: 'terminating'
      },
      { find: ' nodes are available: ', cause: 'unschedulable' },
      { find: ' is forbidden: User "', cause: 'rights' },
      { find: 'denied the request: ', without: ['certificate', 'Get "http'], cause: 'policy', rank: 'general' },
      { find: '"reason":"Unauthorized"', with: ['"kind":"Status"'], cause: 'cluster-login' },
      {
        find: 'Max retries exceeded with url: /api',
        then: /^(?:s\/[a-z0-9.-]{1,80}\/v\d|\/v1\/namespaces)/,
        cause: 'cluster-way'
      },
      { find: 'OOMKilled', with: ['kaniko'], by: 'builder', cause: 'build-memory' }
    ]
  }
];

/** Words around a Go text that say whose it is; the first that stands in the line counts. */
export const FRAMES: readonly Frame[] = [
  { find: 'failed to resolve image to digest', speaker: 'cluster' },
  { find: 'admission webhook ', speaker: 'cluster' },
  { find: 'failed to look-up entrypoint/cmd for image', speaker: 'cluster' },
  { find: 'Failed to get container image "', speaker: 'cluster' },
  { find: 'Unable to fetch image "', speaker: 'cluster' },
  { find: '" failed with message: ', speaker: 'cluster' },
  { find: 'Failed to pull image', speaker: 'nodes' },
  { find: 'ErrImagePull', speaker: 'nodes' },
  { find: 'ImagePullBackOff', speaker: 'nodes' },
  { find: 'failed to pull image', speaker: 'nodes' },
  { find: 'PullImage from image service failed', speaker: 'nodes' },
  // Docker has the same library as containerd in newer versions.
  { find: 'Error response from daemon', speaker: 'program' },
  { find: 'docker.errors.', speaker: 'program' },
  { find: 'failed to solve', speaker: 'program' },
  { find: 'failed to pull and unpack image', speaker: 'nodes' },
  { find: 'failed to resolve reference', speaker: 'nodes' },
  { find: 'error checking push permissions', speaker: 'builder' },
  { find: 'checking push permission', speaker: 'builder' },
  { find: 'creating push check transport', speaker: 'builder' },
  { find: 'error building image: ', speaker: 'builder' },
  { find: 'error pushing image: ', speaker: 'builder' },
  { find: 'failed to push to destination', speaker: 'builder' },
  { find: '/kaniko/', speaker: 'builder' },
  { find: 'retrieving image from cache', speaker: 'builder' },
  { find: 'from remapped registry', speaker: 'builder' },
  { find: 'curl: (', speaker: 'program' },
  { find: 'error pulling image configuration', speaker: 'program' },
  { find: 'checking whether a blob', speaker: 'program' },
  { find: 'riting blob: ', speaker: 'program' },
  { find: 'pinging container registry', speaker: 'program' },
  { find: 'pinging docker registry', speaker: 'program' },
  { find: 'error pinging v2 registry', speaker: 'program' },
  { find: 'fetching manifest ', speaker: 'program' },
  { find: 'pushing image ', speaker: 'program' },
  { find: 'Error parsing image name', speaker: 'program' },
  { find: 'initializing source docker://', speaker: 'program' },
  { find: 'retrieve auth token', speaker: 'program' }
];

/** Lines of whole logs: Go texts after them are that program's when nothing else claims them. */
export const LOGS: readonly Frame[] = [
  { find: 'Retrieving image manifest ', speaker: 'builder' },
  { find: 'Kaniko is being run', speaker: 'builder' },
  { find: 'Unpacking rootfs as cmd', speaker: 'builder' },
  { find: 'Built cross stage deps', speaker: 'builder' },
  { find: 'Taking snapshot of ', speaker: 'builder' },
  { find: 'Executing 0 build triggers', speaker: 'builder' },
  { find: 'The push refers to repository', speaker: 'program' },
  { find: 'was blocked due to the following policies', speaker: 'cluster' }
];

/** What ends well: errors before it, but those of machines and cluster, are no longer the cause. */
export const SUCCESSES: readonly Pick<KnownText, 'find' | 'then'>[] = [
  { find: 'Image build completed successfully' },
  { find: 'has already been published to the registry' },
  { find: 'Pushed ', then: /^\S{1,300}@sha256:/ },
  { find: ': digest: sha256:', then: /^[0-9a-f]{1,64} size: / }
];

/** Lines that come with healthy runs: not looked at. */
export const NOISE: readonly string[] = ['kube-root-ca.crt" not registered'];

/** A line with one of these tells of a try that is followed by another. */
export const RETRIES: readonly string[] = [
  'retrying ',
  'Retrying',
  'will retry',
  'Will retry',
  'level=info',
  'level=warning',
  'level=debug',
  'WARN['
];
