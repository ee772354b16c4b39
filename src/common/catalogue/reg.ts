import { regImages } from './regImages.ts';
import { ADD_CA_HERE, LOG_IN, RUN_AGAIN } from './steps.ts';
import type { CodeEntry } from './types.ts';

/** Faults of the login entry that let a registry refuse it. */
const BAD_ENTRY = [
  'KR-CFG-009',
  'KR-CFG-010',
  'KR-CFG-011',
  'KR-CFG-012',
  'KR-CFG-013',
  'KR-CFG-014',
  'KR-CFG-015',
  'KR-CFG-017',
  'KR-CFG-018',
  'KR-CFG-021',
  'KR-CFG-029'
];

const NEW_PASSWORD = {
  text: 'If that is not the reason: get a new password or token for {host}.',
  by: 'registry-owner'
} as const;

/** Faults because of which no login is found. */
const NO_ENTRY = [
  'KR-FIL-001',
  'KR-FIL-002',
  'KR-FIL-003',
  'KR-FIL-004',
  'KR-FIL-005',
  'KR-FIL-006',
  'KR-FIL-007',
  'KR-FIL-010',
  'KR-CFG-001',
  'KR-CFG-002',
  'KR-CFG-003',
  'KR-CFG-004',
  'KR-CFG-005',
  'KR-CFG-006',
  'KR-CFG-007',
  'KR-CFG-008',
  'KR-CFG-009',
  'KR-CFG-010',
  'KR-CFG-012',
  'KR-CFG-013',
  'KR-CFG-014',
  'KR-CFG-016',
  'KR-CFG-019',
  'KR-CFG-020',
  'KR-CFG-023',
  'KR-CFG-024',
  'KR-CFG-025',
  'KR-CFG-026',
  'KR-CFG-027',
  'KR-CFG-028',
  'KR-CFG-029'
];

/** Faults of the CA file or of the trust in the registry, which show at its login service too. */
const NO_TRUST = [
  'KR-FIL-003',
  'KR-FIL-004',
  'KR-FIL-005',
  'KR-FIL-006',
  'KR-FIL-008',
  'KR-FIL-009',
  'KR-FIL-010',
  'KR-CRT-001',
  'KR-CRT-002',
  'KR-CRT-004',
  'KR-CRT-005',
  'KR-CRT-006',
  'KR-CRT-007',
  'KR-CRT-008',
  'KR-CRT-009',
  'KR-CRT-011',
  'KR-CRT-015',
  'KR-TLS-002',
  'KR-TLS-003',
  'KR-TLS-004'
];

/** The registry's protocol and the login. */
export const reg = {
  'KR-REG-001': {
    title: '{host} answers, but not as a Docker registry',
    short: 'no registry API here',
    severity: 'error',
    explanation:
      'Every Docker registry answers at the path /v2/. {host} says that this path does not exist (status {status}). Something else runs on this host and port.',
    fix: [
      {
        text: 'Check host and port. Harbor, Nexus and Artifactory often have another host name or port for Docker than for their web page.',
        by: 'you'
      },
      { text: 'Tell the users the address that works with "docker login".', by: 'registry-owner' }
    ],
    args: { host: 'host', status: 'integer' },
    explainedBy: ['KR-NET-013']
  },
  'KR-REG-002': {
    title: 'A web page answers instead of a Docker registry',
    short: 'a web page answers',
    severity: 'error',
    explanation:
      "{host} sent a web page (status {status}) where a registry sends data. That is a login page, a portal, or a proxy's own page. Programs that do not look closely take it for success and fail later.",
    fix: [
      { text: "Check host and port: the registry's address often differs from that of its web page.", by: 'you' },
      {
        text: 'If a proxy or portal stands in front of the registry: exclude the path /v2/ from its login page.',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', status: 'integer' },
    explainedBy: ['KR-NET-013'],
    variants: {
      portal: {
        title: 'A proxy or portal in between wants a login before it lets anything through to {host}',
        explanation:
          'The answer with status {status} does not come from a registry: it is what a proxy or a network portal on the way says to those who have not logged in to it. No login was sent.',
        fix: [{ text: "Exclude {host} from the portal or proxy, for the cluster's addresses.", by: 'cluster-admin' }]
      },
      repository: {
        title: 'A web page answers instead of the image',
        explanation:
          '{host} answers at /v2/ as a registry does, and for the repository it sent a web page (status {status}). A proxy in front of it lets only some paths through. Programs that do not look closely take it for success.',
        fix: [{ text: 'Let everything below /v2/ through to the registry.', by: 'registry-owner' }]
      },
      'not-a-registry': {
        title: 'What answers at {host} is not a Docker registry',
        explanation:
          '{host} answered with status {status}, but the answer is not one of a registry: neither its content nor its header lines fit. Another kind of server runs on this host and port.'
      }
    }
  },
  'KR-REG-003': {
    title: 'The registry {host} has a fault (status {status})',
    short: 'the registry has a fault',
    severity: 'error',
    explanation:
      '{host} answered with status {status}: the fault is on its side, or behind the load balancer in front of it. It was asked {tries} time(s). Files, certificate and network are not the cause.',
    fix: [
      { text: 'Wait a few minutes and run the checks again.', by: 'you' },
      { text: 'Look at the log of the registry and of what stands in front of it.', by: 'registry-owner' }
    ],
    args: { host: 'host', status: 'integer', tries: 'integer' },
    explainedBy: ['KR-NET-013'],
    variants: {
      'login-service': {
        title: 'The login service {host} has a fault (status {status})',
        explanation:
          'The registry sends logins to {host}, which answered with status {status}: the fault is on its side. It was asked {tries} time(s). Whether the login is right cannot be told.'
      },
      unavailable: {
        title: 'The registry {host} is closed at the moment (status 503)',
        explanation:
          '{host} answered with status 503: it is being maintained, restarted, or has too much to do. It was asked {tries} time(s). Files, certificate and network are not the cause.',
        fix: [
          { text: 'Wait a few minutes and run the checks again.', by: 'you' },
          {
            text: 'Say when the registry is open again; if no maintenance is on, look at its log.',
            by: 'registry-owner'
          }
        ]
      },
      gateway: {
        title: 'What stands in front of {host} gets no answer from it (status {status})',
        explanation:
          'The load balancer or proxy in front of the registry answered with status {status}: the registry behind it is down, restarting, or too slow. It was asked {tries} time(s). Files, certificate and network are not the cause.'
      },
      repository: {
        title: 'The registry has a fault in this repository (status {status})',
        explanation:
          'The login works, and for the repository {host} answers with status {status}: often its storage is not reachable. It was asked {tries} time(s).'
      },
      upload: {
        title: 'The registry has a fault when an upload begins (status {status})',
        explanation:
          'The login works, and asked to begin an upload, {host} answers with status {status}: often its storage is full, read-only or not reachable. It was asked {tries} time(s). Whether the login may push cannot be told.'
      },
      'after-login': {
        title: 'The registry has a fault once it has read the login (status {status})',
        explanation:
          'Without a login {host} answers as it should; with the login it answers with status {status}. Often its user directory (LDAP, database) is not reachable. Whether the login is right cannot be told.'
      }
    }
  },
  'KR-REG-004': {
    title: '{host} has had too many requests',
    short: 'too many requests',
    severity: 'warning',
    explanation:
      '{host} answered with status 429: its limit for this login or this network is used up. It was asked {tries} time(s). Pushing and pulling fail until the limit is lifted.',
    fix: [
      { text: 'Wait, then run the checks again.', by: 'you' },
      { text: 'If it comes back: ask for a higher limit, or spread the builds.', by: 'registry-owner' }
    ],
    args: { host: 'host', tries: 'integer', seconds: 'integer' },
    explainedBy: [],
    variants: {
      'with-time': {
        explanation:
          '{host} answered with status 429: its limit for this login or this network is used up. It asks to wait {seconds} s. Pushing and pulling fail until then.'
      }
    }
  },
  'KR-REG-005': {
    title: '{host} sends programs on to {target}',
    short: 'sent to another address',
    severity: 'warning',
    explanation:
      "The registry's first answer is a redirect to {target}. Programs do not pass the login on to another address, and image names keep the old one. It was not followed.",
    fix: [
      {
        text: 'Use the final address everywhere: in the Docker config, in the Config cell and in image names.',
        by: 'you'
      },
      { text: 'Or let {host} answer as the registry itself.', by: 'registry-owner' }
    ],
    args: { host: 'host', target: 'host' },
    explainedBy: [],
    variants: {
      loop: {
        title: '{host} sends programs round in circles',
        severity: 'error',
        explanation:
          "Each answer of {host} is a redirect to yet another of its own pages. None of them is a registry's.",
        fix: [{ text: 'Correct the redirect rules for the path /v2/.', by: 'registry-owner' }]
      },
      'plain-http': {
        title: '{host} sends programs on to an address without encryption',
        severity: 'error',
        explanation:
          "The registry's first answer is a redirect to an http:// address ({target}). It was not followed, and no login was sent. Often a proxy in front of the registry does not tell it that the outside is encrypted.",
        fix: [
          {
            text: "Let the proxy in front of the registry pass X-Forwarded-Proto, or set the registry's external address to https.",
            by: 'registry-owner'
          }
        ]
      },
      repository: {
        title: '{host} sends requests for images on to {target}',
        explanation:
          "Asked for an image's manifest, {host} answers with a redirect to {target}. Programs do not pass the login on to another address. It was not followed."
      },
      upload: {
        title: '{host} sends uploads on to another address',
        severity: 'error',
        explanation:
          'Asked to begin an upload, {host} answers with a redirect. Programs turn the upload into a mere look there, or drop the login, so the push fails. Often a rule from http to https, or one that adds a slash, stands in front of the registry. It was not followed.',
        fix: [{ text: 'Let requests below /v2/ reach the registry without a redirect.', by: 'registry-owner' }]
      },
      'upload-elsewhere': {
        title: 'Uploads to {host} go on at {target}',
        severity: 'info',
        explanation:
          'The upload was accepted, and its next address is on another host, {target}. Whether the image builder reaches and trusts that host was not tested. If it is an inner name of the registry, its external address is not set.',
        fix: [
          {
            text: 'Nothing, if images can be pushed. Else set the external address of the registry, or let the proxy in front of it pass X-Forwarded-Host.',
            by: 'registry-owner'
          }
        ]
      },
      'upload-plain-http': {
        title: '{host} continues uploads without encryption',
        severity: 'error',
        explanation:
          'The upload was accepted, and its next address begins with http:// ({target}). Programs go on there without encryption and fail, or send the image in the clear. The proxy in front of the registry does not tell it that the outside is encrypted. The login was not sent there.',
        fix: [
          {
            text: "Let the proxy in front of the registry pass X-Forwarded-Proto, or set the registry's external address to https.",
            by: 'registry-owner'
          }
        ]
      },
      unreadable: {
        title: '{host} sends programs on to an address that cannot be read',
        severity: 'error',
        explanation: "The registry's first answer is a redirect without a usable address.",
        fix: [{ text: 'Correct the redirect rules for the path /v2/.', by: 'registry-owner' }]
      }
    }
  },
  'KR-REG-006': {
    title: '{host} wants a login but does not say how',
    short: 'unusable login request',
    severity: 'error',
    explanation:
      'The registry answered "login needed" (status 401) without the header line (WWW-Authenticate) that says how to log in. Often a proxy in front of it strips that line. No program can log in.',
    fix: [
      {
        text: "Correct the registry's login set-up, or let the proxy in front of it pass WWW-Authenticate.",
        by: 'registry-owner'
      }
    ],
    args: { host: 'host' },
    explainedBy: [],
    variants: {
      'unknown-scheme': {
        title: '{host} offers no kind of login that Docker programs know',
        explanation:
          'The registry answered "login needed" (status 401) and offers only kinds of login that no Docker program uses (they know Basic and Bearer). Often a company login page or proxy stands in front of it.',
        fix: [{ text: 'Offer Basic or Bearer for the path /v2/.', by: 'registry-owner' }]
      },
      malformed: {
        title: 'The login request of {host} is malformed',
        explanation:
          'The registry answered "login needed" (status 401), but the header line that says how to log in (WWW-Authenticate) breaks the rules of HTTP, for example an address without quotation marks. Programs stop with unclear errors.',
        fix: [
          {
            text: 'Correct the line: values with special characters belong in quotation marks, and no value may be empty.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-REG-007': {
    title: 'The login service {realm} cannot be reached',
    short: 'login service not reachable',
    severity: 'error',
    explanation:
      'The registry {host} leaves logins to another server, {realm}, and this notebook gets no connection to it ({errorClass}). The registry itself answers. No login was sent.',
    fix: [
      {
        text: "Let the notebooks' and the builder's namespace reach {realm} (network policy, firewall, DNS, NO_PROXY).",
        by: 'cluster-admin'
      },
      {
        text: "If {realm} is not the right address: correct the realm in the registry's login set-up.",
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', realm: 'host', errorClass: 'errorClass' },
    explainedBy: []
  },
  'KR-REG-008': {
    title: 'The login service {realm} is not trusted',
    short: 'login service not trusted',
    severity: 'error',
    explanation:
      'The registry {host} leaves logins to another server, {realm}. Its certificate is not accepted with your CA file, for example because another CA issued it. No login was sent.',
    fix: [
      {
        text: 'Ask for the CA certificate of {realm}, and for its SHA-256 through another channel, such as phone or a ticket.',
        by: 'registry-owner'
      },
      { ...ADD_CA_HERE, command: 'kaptain-registry ca {realm} --from FILE' },
      RUN_AGAIN
    ],
    args: { host: 'host', namespace: 'object', realm: 'host' },
    explainedBy: NO_TRUST
  },
  'KR-REG-009': {
    title: 'The registry sends logins to a suspicious address: {realm}',
    short: 'suspicious login service',
    severity: 'error',
    explanation:
      'The registry {host} asks for logins to be sent to {realm}. That is not acceptable for a password, so none was sent.',
    fix: [
      {
        text: "Correct the realm in the registry's login set-up: an https:// address with a public or company name.",
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', realm: 'host' },
    explainedBy: [],
    variants: {
      'plain-http': {
        explanation:
          'The registry {host} asks for logins to be sent to {realm} without encryption (http://). Anyone on the way could read the password, so it was not sent. Current programs refuse it too.'
      },
      'private-address': {
        explanation:
          "The registry {host} asks for logins to be sent to the internal address {realm}, which is not the registry's own. A manipulated registry could collect passwords that way, so none was sent. Current programs refuse it too."
      },
      unreadable: {
        title: 'The registry names no usable address for logins',
        explanation:
          'The registry {host} asks for logins to be sent to an address that is missing or cannot be read. No login was sent.'
      }
    }
  },
  'KR-REG-010': {
    title: '{host} refuses the login',
    short: 'login refused',
    severity: 'error',
    explanation:
      'The registry was reached and trusted, and refused the user name and password (or token) of your Docker config. They are wrong, expired or locked. The password itself was sent as it stands in the file.',
    fix: [
      { ...LOG_IN, text: `If it has changed, or may be mistyped: ${LOG_IN.text.replace(/^Type/, 'type')}` },
      {
        text: 'If it is right: unlock the account, or give out a new password or token for {host}.',
        by: 'registry-owner'
      },
      RUN_AGAIN
    ],
    args: { host: 'host', path: 'path' },
    explainedBy: BAD_ENTRY,
    variants: {
      'login-service': {
        explanation:
          'The registry leaves logins to its login service, which was reached and trusted, and refused the user name and password (or token) of your Docker config. They are wrong, expired or locked.'
      },
      repository: {
        title: '{host} refuses the login, which it asks for only in a repository',
        explanation:
          'At /v2/ the registry answers everyone; in the repository it asks for a login, and refused the user name and password (or token) of your Docker config. They are wrong, expired or locked.'
      },
      robot: {
        explanation:
          'The registry was reached and trusted, and refused the login of your Docker config. Its user name begins with "robot" and has no "$". Robot accounts of Harbor are called robot$name: in double quotes a shell takes $name for a variable and leaves it out.',
        fix: [
          {
            ...LOG_IN,
            text: `Compare the user name with the one that Harbor shows. ${LOG_IN.text.replace('user name', 'the whole user name')}`
          },
          NEW_PASSWORD,
          RUN_AGAIN
        ]
      },
      blank: {
        explanation:
          'The registry was reached and trusted, and refused the login of your Docker config. A blank stands at the beginning or the end of the user name or of the password: it is sent with it, and was probably copied by mistake.',
        fix: [{ ...LOG_IN, text: `Type the login again without the blank. ${LOG_IN.text}` }, NEW_PASSWORD, RUN_AGAIN]
      },
      quotes: {
        explanation:
          'The registry was reached and trusted, and refused the login of your Docker config. Quotes stand around the user name and password, or around the password: they are sent with it. The command prompt of Windows leaves them there.',
        fix: [{ ...LOG_IN, text: `Type the login again without the quotes. ${LOG_IN.text}` }, NEW_PASSWORD, RUN_AGAIN]
      },
      escaped: {
        explanation:
          'The registry was reached and trusted, and refused the login of your Docker config. The password holds percent signs as in a web address (such as %40 for @): perhaps it was escaped before it was encoded. A Docker config wants it as it is.',
        fix: [
          {
            ...LOG_IN,
            text: `Type the login again as it is, without percent signs in place of other characters. ${LOG_IN.text}`
          },
          NEW_PASSWORD,
          RUN_AGAIN
        ]
      },
      'not-repeated': {
        explanation:
          'This login was refused a moment ago. It was not sent again, because repeated tries can lock the account. It is tried again when it changes, or when you run the checks again yourself.'
      }
    }
  },
  'KR-REG-011': {
    title: '{host} wants a login, and there is none for it',
    short: 'called without a login',
    severity: 'error',
    explanation:
      'The registry answers only to known users (status 401), and the Docker config holds no login for {host}.',
    fix: [LOG_IN, RUN_AGAIN],
    args: { host: 'host', path: 'path' },
    explainedBy: NO_ENTRY,
    variants: {
      repository: {
        title: '{host} wants a login for the image, and there is none for it',
        explanation:
          'At /v2/ the registry answers everyone; for the image it asks for a login (status 401), and the Docker config holds none for {host}.'
      }
    }
  },
  'KR-REG-029': {
    title: '{host} calls the first question a bad request (status {status})',
    short: 'bad request',
    severity: 'error',
    explanation:
      'Every program that uses a registry begins with the same question (GET /v2/). {host} answers it with status {status}, before any login. What stands in front of the registry, or its own settings, refuse it. Certificate and login are not the cause.',
    fix: [
      {
        text: "Compare the host and port with the address that the registry's owner gave you.",
        by: 'you'
      },
      {
        text: 'Look for this request in the log of the proxy in front of the registry: it says why.',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', status: 'integer' },
    explainedBy: [],
    variants: {
      http: {
        title: 'What stands in front of {host} talks plain HTTP to a port that wants HTTPS',
        short: 'HTTP behind HTTPS',
        explanation:
          '{host} answers over an encrypted connection that a plain HTTP request was sent to an HTTPS port. So the proxy in front ends the encryption and speaks plain HTTP to the registry behind it, which wants HTTPS. Nothing in this notebook can change that.',
        fix: [
          {
            text: 'Let the proxy speak HTTPS to the registry (in ingress-nginx: the annotation backend-protocol "HTTPS"), or let the registry speak plain HTTP behind it.',
            by: 'registry-owner'
          }
        ]
      },
      name: {
        title: 'The server at {host} does not serve this name (status {status})',
        short: 'name is not served here',
        explanation:
          'The server was reached, and says that it is not the right one for the name {host} (status {status}, "misdirected request"). The name leads to another server than the registry, or the proxy in front has no rule for it.',
        fix: [
          { text: "Compare the name with the address that the registry's owner gave you.", by: 'you' },
          {
            text: 'Let the proxy in front of the registry serve {host}, or correct its DNS entry.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-REG-012': {
    title: 'The login is right, but {host} forbids access',
    short: 'access forbidden',
    severity: 'error',
    explanation:
      'The registry knows the user and still answers "forbidden" (status 403) to the first question. An address filter, a missing licence or a rule of the registry keeps this account or this network out.',
    fix: [{ text: "Allow this account, from this cluster's addresses, to use the registry.", by: 'registry-owner' }],
    args: { host: 'host' },
    explainedBy: ['KR-NET-013'],
    variants: {
      'before-login': {
        title: '{host} forbids access, before any login',
        explanation:
          'The registry answers "forbidden" (status 403) to everyone from here, without asking for a login. An address filter, a firewall or a proxy in front of it keeps this network out. No login was sent.',
        fix: [{ text: "Allow this cluster's addresses to use the registry.", by: 'registry-owner' }]
      },
      'login-service': {
        title: 'The login service forbids access',
        explanation:
          'The registry\'s login service answers "forbidden" (status 403) to this login. The account may be locked or lack the right to use the registry.'
      }
    }
  },
  'KR-REG-024': {
    title: 'The SDK cannot read the login request of {host}',
    short: 'the SDK cannot read it',
    severity: 'error',
    explanation:
      'The registry\'s login request (WWW-Authenticate: Bearer) lacks the field "service". Other programs get along without it; the SDK\'s library (python-dxf) stops with a bare KeyError.',
    fix: [{ text: 'Complete the login request with the field "service".', by: 'registry-owner' }],
    args: { host: 'host' },
    explainedBy: [],
    variants: {
      unreadable: {
        explanation:
          "The registry's login request (WWW-Authenticate) is good enough for other programs, and holds something that the SDK's library (python-dxf) cannot read, for example an address without quotation marks or an empty text between them. It reads the line as a whole and stops.",
        fix: [
          {
            text: 'Correct the line: values with special characters belong in quotation marks, and no value may be empty.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-REG-025': {
    title: 'The login service {realm} answers, but not with a token',
    short: 'token answer unusable',
    severity: 'error',
    explanation:
      'The registry leaves logins to {realm}. It was reached and trusted, but what it sent is not a usable token. The fault is there, not in your files.',
    fix: [
      {
        text: 'Look at the login service: its answer to the token request must be JSON with "token" or "access_token".',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host', realm: 'host' },
    explainedBy: [],
    variants: {
      seconds: {
        title: 'The login service {realm} says in a wrong form how long its token is good',
        short: 'token answer not read by every program',
        explanation:
          'In the answer of {realm} the field "expires_in" is not a whole number, for example a number in quotes. The SDK and old image builders (Kaniko 1.3.0) do not look at it; current Go programs, such as docker, newer builders and the training machines, refuse the whole answer.',
        fix: [
          { text: 'Let the login service write "expires_in" as a whole number without quotes.', by: 'registry-owner' }
        ]
      },
      'web-page': {
        explanation:
          'The registry leaves logins to {realm}. It was reached and trusted, but it sent a web page instead of a token: often a company login page in front of it. The fault is there, not in your files.'
      },
      'no-token': {
        explanation:
          'The registry leaves logins to {realm}. It was reached and trusted, but the data it sent holds no token. The fault is there, not in your files.'
      },
      'not-accepted': {
        title: 'The registry does not accept the token of its own login service',
        explanation:
          'The login service {realm} accepted the login and gave a token, and the registry {host} refused that token. The two do not fit together: another key, another name ("service"), or clocks that differ.',
        fix: [
          {
            text: 'Compare the signing key, the service name and the clocks of registry and login service.',
            by: 'registry-owner'
          }
        ]
      },
      'no-answer': {
        explanation:
          'The registry leaves logins to {realm}. It was reached and trusted, but gave no complete answer to the token request. The fault is there, not in your files.'
      },
      'identity-token': {
        explanation:
          'The Docker config holds an identity token, and the login service {realm} does not offer the exchange of such tokens. A user name with a password or access token is needed.',
        fix: [
          {
            text: 'Ask for a login with a user name and a password or access token, and put it into config.json.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-REG-023': {
    title: '{host} speaks only the old language of registries (version 1)',
    short: 'too old',
    severity: 'error',
    explanation:
      'The path /v2/ does not exist on {host}, and the old path /v1/ does. Docker dropped that version in 2017; neither the SDK nor the image builder knows it.',
    fix: [
      {
        text: 'Replace the registry by a current one, or name the address under which a current one runs.',
        by: 'registry-owner'
      }
    ],
    args: { host: 'host' },
    explainedBy: []
  },
  'KR-REG-026': {
    title: '{host} is open for reading and never asks for a login',
    short: 'never asks for a login',
    severity: 'info',
    explanation:
      'The registry answers without asking who you are. Programs may therefore never send the login, so a push can still be refused although everything here looks right.',
    fix: [
      {
        text: 'Have the right to push tested, with the name of an image that you are going to build:',
        by: 'you',
        command: 'kaptain-registry check {host} --image {host}/REPOSITORY --push'
      }
    ],
    args: { host: 'host' },
    explainedBy: []
  },
  ...regImages
} as const satisfies Record<string, CodeEntry>;
