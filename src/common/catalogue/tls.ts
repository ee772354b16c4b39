import { ADD_CA, ADD_CA_HERE, INSTALL_CA, RECREATE_CA, RUN_AGAIN, SEE_CA } from './steps.ts';
import type { CodeEntry, FixTemplate } from './types.ts';

const ASK_FOR_CA: FixTemplate = {
  text: 'Ask for the certificate of the CA of {host} as a text file, and for its SHA-256 through another channel, such as phone or a ticket.',
  by: 'registry-owner'
};

const UNTIL_SENT: FixTemplate = {
  text: 'Until then: give out the certificate of {issuer} as a text file, and its SHA-256 through another channel, such as phone or a ticket.',
  by: 'registry-owner'
};

const CLOCK: FixTemplate = { text: 'Compare the date and time here with a clock.', by: 'you', command: 'date -u' };

/** Faults of the CA file because of which a program trusts nothing, or not this CA. */
const CA_FILE_FAULTS = [
  'KR-FIL-003',
  'KR-FIL-004',
  'KR-FIL-005',
  'KR-FIL-006',
  'KR-FIL-007',
  'KR-FIL-008',
  'KR-FIL-009',
  'KR-FIL-010',
  'KR-CRT-001',
  'KR-CRT-002',
  'KR-CRT-004',
  'KR-CRT-005',
  'KR-CRT-015',
  'KR-CRT-017',
  'KR-CRT-018',
  'KR-CRT-020',
  'KR-CRT-021'
] as const;

/** Something on the way answers in the registry's place. */
const WAY = ['KR-NET-011', 'KR-NET-013'] as const;

/** The encrypted connection and the registry's certificate. */
export const tls = {
  'KR-TLS-001': {
    title: 'The registry speaks plain HTTP on port {port}',
    short: 'plain HTTP',
    severity: 'error',
    explanation:
      'On port {port} the registry answers without encryption. The SDK always uses HTTPS, so it cannot talk to it; the image builder falls back to plain HTTP for private addresses only.',
    fix: [
      {
        text: 'Ask the registry owner which port speaks HTTPS, and use that one in the Docker config and in the Config cell.',
        by: 'you'
      },
      {
        text: 'If there is none: switch TLS on for {host} and publish the certificate of its CA.',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', port: 'integer' },
    explainedBy: WAY
  },
  'KR-TLS-002': {
    title: 'Nothing here trusts the registry: there is no CA file',
    short: 'no CA to trust it by',
    severity: 'error',
    explanation:
      '{host} shows a certificate that was signed by {issuer}, a private CA that no computer knows by itself. At {path} there is no CA file that would vouch for it.',
    fix: [ASK_FOR_CA, SEE_CA, ADD_CA, RUN_AGAIN],
    args: { host: 'host', issuer: 'subject', path: 'path', namespace: 'object' },
    explainedBy: CA_FILE_FAULTS,
    variants: {
      'file-unusable': {
        title: 'Nothing here trusts the registry: the CA file cannot be used',
        short: 'CA file cannot be used',
        explanation:
          '{host} shows a certificate that was signed by {issuer}, a private CA that no computer knows by itself. The CA file {path} should vouch for it, but cannot be read as one.'
      },
      'builder-skips': {
        title: 'The image builder does not trust the registry: it passes over your CA',
        short: 'builder passes over the CA',
        explanation:
          '{host} shows a certificate that was signed by {issuer}. The CA stands in {path}, but in a form that Go programs such as the image builder pass over without a word.'
      }
    }
  },
  'KR-TLS-003': {
    title: 'Your CA file is for a different CA',
    short: 'signed by another CA',
    severity: 'error',
    explanation:
      'The certificate of {host} was signed by {issuer}. Your CA file {path} holds {subject}: another CA, which cannot vouch for it.',
    fix: [
      {
        text: 'Ask for the certificate of the CA {issuer} as a text file, and for its SHA-256 through another channel, such as phone or a ticket.',
        by: 'registry-owner'
      },
      SEE_CA,
      ADD_CA,
      RUN_AGAIN
    ],
    args: { host: 'host', issuer: 'subject', subject: 'subject', path: 'path', namespace: 'object' },
    explainedBy: [...CA_FILE_FAULTS, 'KR-TLS-017'],
    variants: {
      server: {
        title: 'Your CA file holds the certificate of another server, not that of a CA',
        short: "another server's certificate",
        explanation:
          'The certificate of {host} was signed by {issuer}. Your CA file {path} holds {subject}, which is the certificate of a server and cannot vouch for another one, even where the same CA signed both.'
      }
    }
  },
  'KR-TLS-004': {
    title: "The registry's CA is not the one in your file",
    short: 'signed by another key',
    severity: 'error',
    explanation:
      'Same name, another key: the certificate of {host} was signed by a CA that is called {subject}, like the one in your file {path}, but has another key. There are two CAs of that name; usually the company has renewed its CA.',
    fix: [ASK_FOR_CA, SEE_CA, ADD_CA, RUN_AGAIN],
    args: { host: 'host', subject: 'subject', path: 'path', theirs: 'date', yours: 'date', namespace: 'object' },
    explainedBy: [],
    variants: {
      newer: {
        explanation:
          'Same name, another key: the CA that signed the certificate of {host} is called {subject}, like the one in your file {path}, but has another key. Theirs was in use on {theirs}, yours began on {yours} and is older. The company CA was probably renewed.'
      },
      older: {
        explanation:
          'Same name, another key: the CA that signed the certificate of {host} is called {subject}, like the one in your file {path}, but has another key. Theirs was in use on {theirs}, yours began on {yours} and is newer. The registry probably still uses the CA from before it was renewed.'
      },
      'key-ids': {
        short: 'key marks do not fit',
        explanation:
          'The CA {subject} in your file {path} did sign the certificate of {host}, but the certificate points to another key of that name (its authority key identifier differs). Go programs accept that; Python, and with it the SDK, does not.',
        fix: [
          {
            text: 'Issue the certificate of {host} again, with an authority key identifier that fits the CA.',
            by: 'registry-owner'
          }
        ]
      },
      'order-in-file': {
        short: 'wrong CA of that name first',
        explanation:
          'Your file {path} holds two CAs that are called {subject}. Neither says by a key identifier which key it has, so Python, and with it the SDK, tries only the first one, and that one did not sign the certificate of {host}.',
        fix: [
          { text: 'Put the CA that is in use first in the file, or keep it alone.', by: 'you' },
          INSTALL_CA,
          RECREATE_CA,
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-TLS-005': {
    title: 'The registry does not send its intermediate CA',
    short: 'intermediate CA is not sent',
    severity: 'error',
    explanation:
      '{host} sends only its own certificate, signed by {issuer}. That CA is neither sent nor in your file; your file holds {subject}, which seems to be the CA above it. Browsers often repair such a gap by themselves, the SDK and the image builder do not.',
    fix: [
      {
        text: 'Configure {host} to send its full chain: its own certificate followed by that of {issuer}.',
        by: 'registry-owner'
      },
      UNTIL_SENT,
      ADD_CA,
      RUN_AGAIN
    ],
    args: { host: 'host', issuer: 'subject', subject: 'subject', path: 'path', namespace: 'object' },
    explainedBy: [],
    variants: {
      'stops-early': {
        title: 'The registry does not send its whole chain',
        explanation:
          'The chain that {host} sends stops too early: its last certificate was signed by {issuer}. That CA is neither sent nor in your file; your file holds {subject}, which seems to be the CA above it. Browsers often repair such a gap by themselves, the SDK and the image builder do not.',
        fix: [
          {
            text: 'Configure {host} to send its full chain, up to and with the certificate of {issuer}.',
            by: 'registry-owner'
          },
          UNTIL_SENT,
          ADD_CA,
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-TLS-006': {
    title: 'The certificate is for another name than {host}',
    short: 'made out for another name',
    severity: 'error',
    explanation:
      'The registry shows a certificate that is made out for: {names}. You call it {host}, which is not among them; a program cannot tell it from an impostor.',
    fix: [
      {
        text: 'If one of those names leads to the same registry: use it in the Docker config and in the Config cell.',
        by: 'you'
      },
      {
        text: 'Else issue the certificate again with the name {host} among its alternative names.',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', names: 'objects' },
    explainedBy: [],
    variants: {
      wildcard: {
        title: 'The wildcard in the certificate does not cover {host} everywhere',
        short: 'wildcard is read differently',
        explanation:
          'The certificate is made out for: {names}. Programs read such a wildcard differently: current Python wants it to stand for one whole label with at least two more behind it. For {host} some accept it and some do not.',
        fix: [
          {
            text: 'Issue the certificate again with the full name {host} among its alternative names.',
            by: 'registry-owner'
          }
        ]
      },
      spelling: {
        title: 'The name {host} is misspelled in the certificate',
        short: 'name is misspelled',
        explanation:
          'The certificate is made out for: {names}. That seems to mean {host}, but a port, a scheme, a blank or a final dot stands with it, and programs compare literally.',
        fix: [
          {
            text: 'Issue the certificate again with the bare name of the host among its alternative names: no port, no scheme, no final dot.',
            by: 'registry-owner'
          }
        ]
      },
      'no-names': {
        explanation:
          'The registry shows a certificate that names no host at all. You call it {host}; a program cannot tell it from an impostor.',
        fix: [
          {
            text: 'Issue the certificate again with the name {host} among its alternative names.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-TLS-007': {
    title: 'You call the registry by an address, the certificate has only names',
    short: 'certificate has no address',
    severity: 'error',
    explanation:
      'You call the registry {host}, by its address. Its certificate is made out for: {names}. Programs accept an address only when the certificate lists it as an address.',
    fix: [
      {
        text: 'Use one of those names in the Docker config and in the Config cell, if it leads to the registry.',
        by: 'you'
      },
      {
        text: 'Or issue the certificate again with this address as an IP entry among its alternative names.',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', names: 'objects' },
    explainedBy: [],
    variants: {
      'other-address': {
        title: 'The certificate is for another address than {host}',
        short: 'made out for another address',
        explanation:
          'You call the registry {host}. Its certificate is made out for: {names}. This address is not among them.'
      }
    }
  },
  'KR-TLS-008': {
    title: 'The certificate names the registry only in the old place',
    short: 'name only in the old place',
    severity: 'error',
    explanation:
      'The certificate names {host} only as its common name, and not among its alternative names (SAN). Old programs accept that (Kaniko 1.3.0, Python with urllib3 1.26); newer ones do not look there any more (Go since 1.15, urllib3 2, the training machines).',
    fix: [
      {
        text: 'Issue the certificate again with the name {host} among its alternative names (subjectAltName).',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host' },
    explainedBy: []
  },
  'KR-TLS-009': {
    title: 'The clock here and the clock of the registry differ by {minutes} minutes',
    short: 'clocks differ',
    severity: 'warning',
    explanation:
      'The registry says it is {theirs}, this machine says it is {ours}. A certificate that seems expired or not valid yet may be fine in truth: one of the two clocks is wrong.',
    fix: [
      CLOCK,
      { text: 'If this machine is wrong: switch time synchronisation on for the nodes.', by: 'cluster-admin' },
      { text: 'If the registry is wrong: set the clock of {host}.', by: 'registry-owner' }
    ],
    args: { host: 'host', minutes: 'integer', theirs: 'date', ours: 'date' },
    explainedBy: []
  },
  'KR-TLS-010': {
    title: "The registry's certificate has expired",
    short: 'expired {days} days ago',
    severity: 'error',
    explanation: 'The certificate of {host} ended on {date}. Every program refuses the connection since then.',
    fix: [{ text: 'Renew the certificate of {host} and restart what serves it.', by: 'registry-owner' }],
    args: { host: 'host', date: 'date', days: 'integer' },
    explainedBy: ['KR-TLS-009']
  },
  'KR-TLS-011': {
    title: 'A CA in the chain of the registry has expired',
    short: 'a CA in the chain has expired',
    severity: 'error',
    explanation:
      'The registry\'s own certificate rests on the CA {subject}, which ended on {date}. Programs say only "expired", as if it were the registry\'s own.',
    fix: [
      { text: 'Replace this CA certificate in the chain that {host} sends by the renewed one.', by: 'registry-owner' },
      { ...ADD_CA_HERE, text: `If it also stands in your CA file: get the renewed one. ${ADD_CA_HERE.text}` }
    ],
    args: { host: 'host', subject: 'subject', date: 'date' },
    explainedBy: ['KR-CRT-008', 'KR-TLS-009'],
    variants: {
      mounted: {
        title: 'The CA of the registry in your file has expired',
        explanation:
          'The certificate of {host} rests on the CA {subject} in your CA file, which ended on {date}. Programs say only "expired", as if it were the registry\'s own.',
        fix: [
          {
            text: 'Ask for the renewed CA certificate, and for its SHA-256 through another channel, such as phone or a ticket.',
            by: 'registry-owner'
          },
          ADD_CA_HERE,
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-TLS-012': {
    title: 'The certificate of the registry is not valid yet',
    short: 'not valid yet',
    severity: 'error',
    explanation: 'The certificate {subject} begins on {date}. Either it was issued for later, or a clock is wrong.',
    fix: [
      CLOCK,
      { text: 'If the clock here is wrong: switch time synchronisation on for the nodes.', by: 'cluster-admin' },
      { text: 'If it is right: use the certificate that is valid today on {host}.', by: 'registry-owner' }
    ],
    args: { host: 'host', subject: 'subject', date: 'date' },
    explainedBy: ['KR-CRT-009', 'KR-TLS-009']
  },
  'KR-TLS-013': {
    title: "The registry's certificate expires in {days} days",
    short: 'expires in {days} days',
    severity: 'warning',
    explanation: 'The certificate of {host} ends on {date}. From then on every program refuses the connection.',
    fix: [{ text: 'Renew the certificate of {host} in time.', by: 'registry-owner' }],
    args: { host: 'host', date: 'date', days: 'integer' },
    explainedBy: []
  },
  'KR-TLS-014': {
    title: 'The registry signs for itself, and your CA file does not know it',
    short: 'signs for itself',
    severity: 'error',
    explanation:
      '{host} shows a certificate that no CA has signed: it vouches for itself. That works only when exactly this certificate stands in the CA file, and {path} does not hold it. Its SHA-256 is {fingerprint}.',
    fix: [
      {
        text: 'Hand out the certificate of {host} as a text file, and its SHA-256 through another channel, such as phone or a ticket.',
        by: 'registry-owner'
      },
      { text: 'Compare that SHA-256 with {fingerprint}. If they differ, stop: somebody stands in between.', by: 'you' },
      ADD_CA,
      RUN_AGAIN
    ],
    args: { host: 'host', path: 'path', fingerprint: 'fingerprint', namespace: 'object' },
    explainedBy: CA_FILE_FAULTS,
    variants: {
      replaced: {
        title: 'The registry has a new certificate, and your CA file holds the old one',
        short: 'certificate was replaced',
        explanation:
          '{host} shows a certificate that no CA has signed: it vouches for itself. {path} holds another certificate of this server. It was probably renewed since then, and with such a certificate every renewal has to be handed out anew. The SHA-256 of the new one is {fingerprint}.'
      },
      emergency: {
        title: 'Not the registry but the ingress in front of it shows a certificate of its own',
        short: "the ingress's own certificate",
        explanation:
          '{host} shows the certificate that an ingress controller (ingress-nginx, Traefik) makes for itself at its start. It shows that one for every name for which it has no rule or no certificate. It does not belong into your CA file: it changes with every restart.',
        fix: [
          { text: "Compare {host} with the address that the registry's owner gave you.", by: 'you' },
          {
            text: 'Look at the Ingress of the registry: its section "tls" must name this host, and the Secret named there must exist and hold the certificate.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-TLS-015': {
    title: 'The registry and the SDK share no TLS version',
    short: 'no common TLS version',
    severity: 'error',
    explanation:
      '{host} ended the encrypted handshake because it offers only TLS versions or ciphers that current programs refuse (older than TLS 1.2), or because it demands newer ones than this Python has.',
    fix: [{ text: 'Enable TLS 1.2 and TLS 1.3 on {host}, or on the proxy in front of it.', by: 'registry-owner' }],
    args: { host: 'host' },
    explainedBy: WAY,
    variants: {
      ciphers: {
        title: 'The registry and the SDK share no cipher',
        short: 'no common cipher',
        explanation:
          '{host} ended the encrypted handshake: it found nothing to agree on among the ciphers and kinds of keys that programs offer. Its own are too old, or it is set to very few.',
        fix: [
          {
            text: 'Enable TLS 1.2 and 1.3 with current ciphers (ECDHE with AES-GCM) on {host}, or on the proxy in front of it; its certificate needs an RSA key or one on the curve P-256.',
            by: 'registry-owner'
          }
        ]
      },
      'old-cipher': {
        title: 'The registry offers only ciphers that newer programs refuse',
        short: 'only old ciphers',
        explanation:
          '{host} agreed on encryption only with a cipher that newer programs do not take any more. Older programs still get through: what works today fails after the next update.',
        fix: [
          {
            text: 'Enable current ciphers (TLS 1.3, or ECDHE with AES-GCM in TLS 1.2) on {host}, or on the proxy in front of it.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-TLS-016': {
    title: 'The registry wants a client certificate',
    short: 'wants a client certificate',
    severity: 'error',
    explanation:
      '{host} asks every caller for a certificate of its own during the handshake. The SDK can send a user name and a password or a token, but no client certificate.',
    fix: [
      {
        text: 'Allow access to {host} by password or token, without a client certificate (for example on a second address or port).',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host' },
    explainedBy: WAY
  },
  'KR-TLS-017': {
    title: 'A security product opens the connection to the registry',
    short: 'opened by a security product',
    severity: 'error',
    explanation:
      'The certificate shown for {host} was signed by {issuer}: a product that opens encrypted connections and signs them again. Programs see its certificate and never the one of the registry.',
    fix: [
      { text: 'Exclude {host} from the inspection of encrypted connections.', by: 'cluster-admin' },
      {
        text: 'Or, if that is intended: get the CA certificate of the product and add it to the CA file knowingly.',
        by: 'you'
      }
    ],
    args: { host: 'host', issuer: 'subject' },
    explainedBy: []
  },
  'KR-TLS-018': {
    title: 'Certificate checks are switched off in this notebook',
    short: 'checks are switched off',
    severity: 'warning',
    explanation:
      'The variable {variable} is set to 0. Programs that obey it accept every certificate, so passwords can go to anyone who answers in the place of the registry. What works here only because of it fails in the image builder.',
    fix: [
      { text: 'Remove the variable from the notebook, its PodDefault or its image.', by: 'you' },
      { text: 'Mount the certificate of the CA instead: then nothing has to be switched off.', by: 'you' }
    ],
    args: { variable: 'object' },
    explainedBy: []
  },
  'KR-TLS-019': {
    title: 'Programs do not agree about {host}',
    short: '{works} works, {breaks} fails',
    severity: 'warning',
    explanation:
      'By their own rules, one of the programs accepts the certificate of {host} and another refuses it: {works} works, {breaks} fails. The reason stands in the finding about the certificate.',
    fix: [{ text: 'Solve the problem with the certificate that is named first; then all programs agree.', by: 'you' }],
    args: { host: 'host', works: 'object', breaks: 'object' },
    explainedBy: [
      ...CA_FILE_FAULTS,
      'KR-CRT-006',
      'KR-CRT-007',
      'KR-CRT-011',
      'KR-CRT-012',
      'KR-CRT-014',
      'KR-CRT-019',
      'KR-TLS-002',
      'KR-TLS-003',
      'KR-TLS-004',
      'KR-TLS-006',
      'KR-TLS-007',
      'KR-TLS-008',
      'KR-TLS-021',
      'KR-TLS-022',
      'KR-TLS-023',
      'KR-TLS-024',
      'KR-TLS-025'
    ]
  },
  'KR-TLS-020': {
    title: 'Whether the training machines trust {host} cannot be told from here',
    short: 'cannot be told from here',
    severity: 'info',
    explanation:
      'The machines that run the training pull the image by themselves, with the CAs of their own system. A notebook cannot look there. If they do not trust the registry, the pods of the training stay in ErrImagePull.',
    fix: [{ text: 'Make sure that the CA of {host} is set up for containerd on every node.', by: 'cluster-admin' }],
    args: { host: 'host' },
    explainedBy: []
  },
  'KR-TLS-021': {
    title: 'The certificate writes the name of its CA differently',
    short: 'name of the CA is spelled differently',
    severity: 'error',
    explanation:
      'The certificate of {host} was signed by the CA {subject} in your file, but writes its name with other letters, blanks or kind of text. Python, and with it the SDK, evens that out; Go programs such as the image builder and the training machines compare byte by byte and say only "unknown authority".',
    fix: [
      {
        text: 'Issue the certificate of {host} again from exactly the CA certificate that is handed out (same tool, same settings for names).',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', subject: 'subject' },
    explainedBy: []
  },
  'KR-TLS-022': {
    title: 'Some programs cannot read the certificate of the registry',
    short: 'unreadable for some programs',
    severity: 'error',
    explanation:
      'The certificate {subject} breaks a rule of its format: {what}. Some programs pass over that, others refuse to read the certificate at all.',
    fix: [{ text: 'Issue the certificate again without it: {what}.', by: 'registry-owner' }],
    args: { subject: 'subject', what: 'object' },
    explainedBy: ['KR-CRT-002'],
    variants: {
      'key-type': {
        title: 'The key of the registry is of a kind that programs do not take',
        short: 'kind of key not taken',
        explanation:
          'The certificate {subject} has a key of the kind {what}. Programs do not accept such a key for a server and end the handshake.',
        fix: [
          {
            text: 'Issue the certificate again with an RSA key of at least 2048 bits or with the curve P-256.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-TLS-023': {
    title: 'A signature or key of the registry is too weak for some programs',
    short: 'too weak for some programs',
    severity: 'error',
    explanation:
      'The certificate {subject} is signed or keyed in a way that is not safe any more ({what}). Newer programs refuse it, older ones still accept it.',
    fix: [
      {
        text: 'Issue the certificate again with SHA-256 and an RSA key of at least 2048 bits or the curve P-256.',
        by: 'registry-owner'
      }
    ],
    args: { subject: 'subject', what: 'object' },
    explainedBy: ['KR-CRT-012'],
    variants: {
      unknown: {
        title: 'Some programs do not know how the certificate was signed',
        short: 'kind of signature unknown',
        explanation:
          'The certificate {subject} is signed in a way ({what}) that Go programs such as the image builder and the training machines do not know. Python, and with it the SDK, accepts it.'
      }
    }
  },
  'KR-TLS-024': {
    title: 'The CA was not allowed to sign this certificate',
    short: 'CA was not allowed to sign it',
    severity: 'error',
    explanation:
      'The certificate {subject} sets a limit that the certificate of {host} breaks: {what}. Every certificate has a signature, and yet programs refuse the chain.',
    fix: [
      { text: 'Issue the certificate of {host} within the limits of its CA, or by another CA.', by: 'registry-owner' }
    ],
    args: { host: 'host', subject: 'subject', what: 'object' },
    explainedBy: [],
    variants: {
      purpose: {
        title: 'The certificate is not meant for servers',
        short: 'not meant for servers',
        explanation:
          'The certificate {subject} says what it may be used for, and serving a registry is not among it ({what}). Programs refuse it.',
        fix: [{ text: 'Issue it again for the use "server authentication" (serverAuth).', by: 'registry-owner' }]
      },
      'not-a-ca': {
        title: 'A certificate in the chain is not a CA',
        short: 'not a CA',
        explanation:
          'The certificate {subject} signed another one in the chain of {host}, but is not marked as a CA ({what}). Programs refuse what such a certificate signs.',
        fix: [
          {
            text: 'Issue it again, marked as a CA (basicConstraints CA:TRUE, keyUsage keyCertSign).',
            by: 'registry-owner'
          }
        ]
      },
      signature: {
        title: 'A signature in the chain of the registry is wrong',
        short: 'wrong signature',
        explanation:
          'The signature of the certificate {subject} in the chain of {host} does not fit its content ({what}). It was changed after it was signed, or damaged.',
        fix: [{ text: 'Issue the certificate again, and check the file that {host} serves.', by: 'registry-owner' }]
      }
    }
  },
  'KR-TLS-025': {
    title: 'The certificate demands something that programs do not know',
    short: 'unknown demand',
    severity: 'error',
    explanation:
      'The certificate {subject} has an extension ({what}) that is marked as critical: whoever does not understand it has to refuse the certificate.',
    fix: [
      { text: 'Issue the certificate again without this extension, or not marked as critical.', by: 'registry-owner' }
    ],
    args: { subject: 'subject', what: 'object' },
    explainedBy: ['KR-CRT-014']
  },
  'KR-TLS-026': {
    title: 'Python in this notebook refuses {host}: {said}',
    short: 'Python says: {said}',
    severity: 'error',
    explanation:
      'By our rules Python should accept the certificate of {host}, but {python}, which was asked, does not: {said}. What Python does is what the SDK meets, so that counts.',
    fix: [
      {
        text: 'Run the checks again: if both agree then, the registry or the CA file was just being changed.',
        by: 'you'
      },
      {
        text: 'If it stays: copy the report (it holds no secret) into a bug report of this tool.',
        by: 'you'
      }
    ],
    args: { host: 'host', python: 'object', said: 'object' },
    explainedBy: [],
    variants: {
      accepts: {
        title: 'Python in this notebook accepts {host}, although our rules refuse it',
        short: 'Python accepts it',
        severity: 'warning',
        explanation:
          'By our rules Python should refuse the certificate of {host}, but {python}, which was asked, accepts it. That counts for the SDK in this notebook. Other programs may still refuse it, for the reasons that are listed.'
      },
      'other-certificate': {
        title: 'Python was shown another certificate of {host}',
        short: 'another certificate',
        severity: 'warning',
        explanation:
          'This tool was shown one certificate of {host}, and {python} was shown another one a moment later. Several servers answer by this name, and they do not have the same certificate. Whether it works depends on which of them answers.',
        fix: [
          { text: 'Give every server behind {host} the same, valid certificate.', by: 'registry-owner' },
          { text: 'If the certificate was just being renewed: run the checks again.', by: 'you' }
        ]
      },
      'no-connection': {
        title: 'Python in this notebook does not get through to {host}: {said}',
        explanation:
          'This tool reached {host}, but {python}, which was asked, did not: {said}. Python goes by rules of its own, for example for proxies, for the order of addresses and for old versions of encryption.',
        fix: [
          { text: 'Run the checks again: the connection may have failed only once.', by: 'you' },
          {
            text: 'If it stays: compare the proxy variables of the kernel with those of the server, and copy the report into a bug report of this tool.',
            by: 'you'
          }
        ]
      },
      decides: {
        explanation:
          'This tool alone could not tell whether Python accepts the certificate of {host}. {python}, which was asked, does not: {said}.',
        fix: [
          {
            text: 'Have the certificate of {host} and the CA file looked at: the other findings say what is unusual about them.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-TLS-027': {
    title: 'Whether {host} works depends on the kernel',
    short: 'differs by kernel',
    severity: 'info',
    explanation:
      'Of the Python kernels of this server, some accept the certificate of {host} ({works}) and some do not ({breaks}). They come with different versions of Python, OpenSSL or urllib3.',
    fix: [
      { text: 'Choose a kernel that accepts it: {works}.', by: 'you' },
      {
        text: 'Issue the certificate again so that every version takes it: with the host name among its alternative names, by a CA of the usual form.',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', works: 'objects', breaks: 'objects' },
    explainedBy: []
  },
  'KR-TLS-028': {
    title: 'The server does not know the name {host}',
    short: 'name is not known there',
    severity: 'error',
    explanation:
      'Something answers at {host}, but ends the encrypted handshake because it serves nothing by this name: usually a shared proxy or load balancer that has no entry for the registry, or an address that leads to the wrong machine.',
    fix: [
      { text: 'Compare the name with the one that the registry owner gives, letter by letter.', by: 'you' },
      {
        text: 'Add the name {host} to the proxy or load balancer in front of the registry, or correct the DNS entry.',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host' },
    explainedBy: WAY
  },
  'KR-TLS-030': {
    title: 'The variable {variable} names a list of CAs that does not exist',
    short: "Python's list of CAs is missing",
    severity: 'error',
    explanation:
      '{host} is trusted by everybody, so the SDK needs no CA file for it. But {variable} tells Python to trust only the CAs in {path}, and nothing is there: Python stops before it connects. The image builder does not look at this variable.',
    fix: [
      {
        text: 'For this notebook: run import os; os.environ.pop("{variable}", None) in a cell above the Config cell.',
        by: 'you'
      },
      {
        text: 'For good: let {variable} name a file that exists, or leave it out, in the PodDefault or wherever it is set.',
        by: 'cluster-admin'
      }
    ],
    args: { variable: 'object', path: 'path', host: 'host' },
    explainedBy: []
  },
  'KR-TLS-029': {
    title: 'The registry sends too many certificates',
    short: 'too many certificates sent',
    severity: 'error',
    explanation:
      'In its greeting {host} sends more than 100 KiB of certificates. Programs refuse so many and end the connection. It needs its own certificate and those that signed it, seldom more than three; usually a whole list of CAs was added to its certificate file.',
    fix: [
      {
        text: 'Put into the certificate file of {host} its own certificate, then the one that signed it, and so on; nothing else. Then load the configuration again.',
        by: 'registry-owner'
      },
      RUN_AGAIN
    ],
    args: { host: 'host' },
    explainedBy: WAY,
    variants: {
      'some-programs': {
        title: 'The registry sends more certificates than some programs take',
        short: 'too many certificates for some programs',
        explanation:
          'In its greeting {host} sends more than 64 KiB of certificates. Programs made with Go before version 1.23 end the connection then: image builders and container runtimes of some age are among them. Usually a whole list of CAs was added to the certificate file of the registry.'
      }
    }
  }
} as const satisfies Record<string, CodeEntry>;
