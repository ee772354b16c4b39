import { CHOOSE_ANOTHER_CONFIG, LOG_IN, RECREATE_CONFIG, RUN_AGAIN, SET_CONFIG_ASIDE } from './steps.ts';
import type { CodeEntry, FixTemplate } from './types.ts';

/** Codes of the file itself: as long as it cannot be read as a Docker config, nothing can be said about its entries. */
const DOCUMENT = [
  'KR-CFG-001',
  'KR-CFG-002',
  'KR-CFG-003',
  'KR-CFG-004',
  'KR-CFG-012',
  'KR-CFG-025',
  'KR-CFG-026',
  'KR-CFG-027'
] as const;

const STORE: FixTemplate = {
  ...RECREATE_CONFIG,
  text: 'The file comes from a Secret: with the corrected one as config.json in your home folder, write it into the Secret docker-secret.'
};

/** A file that cannot be read at all: corrected by hand, or made anew by a login. */
const MAKE_ANEW: readonly FixTemplate[] = [
  STORE,
  CHOOSE_ANOTHER_CONFIG,
  SET_CONFIG_ASIDE,
  { ...LOG_IN, unless: ['docker-config-mounted', 'docker-config-chosen'] }
];

/** Asks without showing what is typed, so that no password stands in the shell's history or in the list of processes. */
const ENCODER =
  'python3 -c "import base64, getpass; print(base64.b64encode(getpass.getpass(\'user:password: \').encode()).decode())"';

const ENCODE: FixTemplate = {
  text: 'Encode user name and password again. This asks for both, with a colon between them, and does not show what you type:',
  by: 'you',
  command: ENCODER
};

const PUT: FixTemplate = {
  text: 'Put what it prints in place of the dots, so that the entry reads {entry}. Leave the rest of the file as it is.',
  by: 'you'
};

const RENAME: FixTemplate = {
  text: 'Rename the entry, so that it reads {entry} with its login in place of the dots. Leave the rest of the file as it is.',
  by: 'you'
};

const ASK_FOR_LOGIN: FixTemplate = {
  text: 'Ask for a user name and a password (or an access token) for this registry.',
  by: 'registry-owner'
};

const FILE_ARGS = { path: 'path', namespace: 'object' } as const;
const ENTRY_ARGS = { host: 'host', key: 'object', entry: 'entry', path: 'path', namespace: 'object' } as const;

/** Content of the Docker config. */
export const cfg = {
  'KR-CFG-001': {
    title: 'The Docker config is not valid JSON',
    short: 'not valid JSON',
    severity: 'error',
    explanation:
      '{path} cannot be read: it breaks off being JSON at line {line}, column {column}. Every program that needs the login fails or goes on without one. The text is not shown here, because it may hold a password.',
    fix: [
      {
        text: 'Look at line {line} of the file and correct it. Often a comma, a quote or a bracket is missing or left over.',
        by: 'you'
      },
      ...MAKE_ANEW,
      RUN_AGAIN
    ],
    args: { ...FILE_ARGS, line: 'integer', column: 'integer' },
    explainedBy: [],
    variants: {
      truncated: {
        explanation:
          '{path} ends in the middle, at line {line}, column {column}: brackets or quotes are not closed. It was probably not copied to its end.'
      },
      comma: {
        explanation:
          '{path} has a comma too many before line {line}, column {column}: JSON allows none after the last item. No program reads the file because of it.',
        fix: [{ text: 'Remove the comma before this place in the file.', by: 'you' }, ...MAKE_ANEW, RUN_AGAIN]
      },
      quotes: {
        explanation:
          '{path} uses quotes at line {line}, column {column} that JSON does not know: only the straight double quote (") is one. Word processors and chat programs change quotes by themselves.',
        fix: [
          { text: 'Write straight double quotes everywhere in the file, with a plain text editor.', by: 'you' },
          ...MAKE_ANEW,
          RUN_AGAIN
        ]
      },
      comment: {
        explanation:
          '{path} has a comment at line {line}, column {column}. JSON has no comments, so no program reads the file.',
        fix: [{ text: 'Remove the comment.', by: 'you' }, ...MAKE_ANEW, RUN_AGAIN]
      },
      'after-end': {
        explanation:
          '{path} goes on after its end, at line {line}, column {column}: a second document or a stray character follows. Docker and the image builder ignore the rest; Python programs refuse the whole file.',
        fix: [
          { text: 'Remove everything after the last closing bracket of the first document.', by: 'you' },
          ...MAKE_ANEW,
          RUN_AGAIN
        ]
      },
      'too-deep': {
        explanation:
          '{path} nests its brackets far deeper than any Docker config does (line {line}, column {column}). It is probably another file; it was not read further.'
      },
      path: {
        title: 'The Docker config holds a path, not the content of a file',
        short: 'a path, not the content',
        explanation:
          '{path} holds nothing but the name or the path of a file. kubectl writes that into a Secret when it is told --from-literal instead of --from-file. No program follows it.',
        fix: [{ text: 'Use --from-file, which puts in what stands in the file.', by: 'you' }, ...MAKE_ANEW, RUN_AGAIN]
      },
      pem: {
        title: 'A certificate or key stands where the Docker config should be',
        short: 'a certificate, not a config',
        explanation:
          '{path} holds a certificate or a key (text that begins with BEGIN), not a Docker config. Two files or two Secrets were probably swapped: the one with the login belongs here, the certificate of the CA belongs into certificate.crt.',
        fix: [
          {
            text: 'Find the config.json with the login. If it is in the CA file or in its Secret: swap the two.',
            by: 'you'
          },
          ...MAKE_ANEW,
          RUN_AGAIN
        ]
      },
      archive: {
        title: 'The Docker config is a packed file',
        short: 'a packed file',
        explanation:
          '{path} is a packed file (such as .zip, .gz or a Java keystore), not a text file. No program unpacks it.',
        fix: [{ text: 'Unpack it, and use the config.json in it.', by: 'you' }, ...MAKE_ANEW, RUN_AGAIN]
      },
      'as-text': {
        title: 'The Docker config is one text in quotes',
        short: 'encoded as JSON twice',
        explanation:
          '{path} holds a Docker config, but all of it stands in quotes, as one text: it was encoded as JSON twice, for example by json.dumps of something that was a text already. Every program refuses it.',
        fix: [
          {
            text: 'Write the object itself: in Python json.dump(config, file) with a dictionary, not with a text.',
            by: 'you'
          },
          ...MAKE_ANEW,
          RUN_AGAIN
        ]
      },
      'not-an-object': {
        title: 'The Docker config is JSON, but not a Docker config',
        short: 'not a Docker config',
        explanation:
          '{path} holds a list, a text or a number instead of an object in curly brackets with "auths" in it. Every program refuses it.',
        fix: [
          { text: 'Write the file in the form {"auths": {"registry:port": {"auth": "…"}}}.', by: 'you' },
          ...MAKE_ANEW,
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-CFG-002': {
    title: 'The Docker config is base64, not JSON',
    short: 'encoded twice',
    severity: 'error',
    explanation:
      '{path} holds its content in base64. Kubernetes encodes what is in a Secret by itself; this file was encoded before as well, so what arrives here is still encoded. No program decodes it.',
    fix: [
      {
        text: 'Take the plain config.json: --from-file encodes it once, and that is enough. In a YAML file use stringData instead of data.',
        by: 'you'
      },
      ...MAKE_ANEW,
      RUN_AGAIN
    ],
    args: FILE_ARGS,
    explainedBy: []
  },
  'KR-CFG-003': {
    title: 'The Docker config is saved in a form that programs refuse',
    short: 'wrong text encoding',
    severity: 'error',
    explanation:
      '{path} begins with an invisible mark (a byte-order mark). Editors on Windows write it. Docker, the image builder and Python all refuse the file because of it.',
    fix: [{ text: 'Save the file again as "UTF-8" without BOM.', by: 'you' }, ...MAKE_ANEW, RUN_AGAIN],
    args: FILE_ARGS,
    explainedBy: [],
    variants: {
      'not-utf8': {
        short: 'not UTF-8',
        explanation:
          '{path} holds letters such as ä or é in an older encoding than UTF-8. Docker and the image builder put up with it; Python refuses the file.',
        fix: [
          { text: 'Save the file again as "UTF-8"; the letters may be in a part that nobody needs.', by: 'you' },
          ...MAKE_ANEW,
          RUN_AGAIN
        ]
      },
      utf16: {
        explanation:
          '{path} is saved as UTF-16 (two bytes for each letter); PowerShell writes files like that. Docker, the image builder and Python can read UTF-8 only.',
        fix: [{ text: 'Save the file again as "UTF-8".', by: 'you' }, ...MAKE_ANEW, RUN_AGAIN]
      }
    }
  },
  'KR-CFG-004': {
    title: 'The Docker config has the layout of the old .dockercfg file',
    short: 'old layout',
    severity: 'error',
    explanation:
      'In {path} the registries stand at the top level. Docker and the image builder look for them under "auths" and find no login, without saying so.',
    fix: [{ text: 'Put the entries into an object named "auths": {"auths": { … }}.', by: 'you' }, STORE, RUN_AGAIN],
    args: FILE_ARGS,
    explainedBy: []
  },
  'KR-CFG-005': {
    title: 'The Docker config holds no login at all',
    short: 'no login in the file',
    severity: 'error',
    explanation: '{path} has no registry under "auths", and {host} asks for a login.',
    fix: [ASK_FOR_LOGIN, LOG_IN, RUN_AGAIN],
    args: { ...FILE_ARGS, host: 'host', entry: 'entry' },
    explainedBy: DOCUMENT,
    variants: {
      'may-be-needed': {
        severity: 'warning',
        explanation:
          '{path} has no registry under "auths". Whether {host} asks for a login could not be found out; a private registry nearly always does.'
      },
      'not-needed': {
        severity: 'info',
        explanation:
          '{path} has no registry under "auths". {host} lets everybody in without a login, so none is needed to read from it.',
        fix: []
      }
    }
  },
  'KR-CFG-006': {
    title: 'The Docker config has no login for {host}',
    short: 'no login for it',
    severity: 'error',
    explanation:
      '{host} asks for a login, and {path} has none under that name. It knows: {hosts}. Programs compare names letter by letter, port included, so the registry would be called without a login.',
    fix: [
      { text: 'If one of the known names is meant: use that name in docker_registry_url and image_name.', by: 'you' },
      ASK_FOR_LOGIN,
      LOG_IN,
      RUN_AGAIN
    ],
    args: { ...FILE_ARGS, host: 'host', hosts: 'hosts', entry: 'entry' },
    explainedBy: [...DOCUMENT, 'KR-CFG-019', 'KR-NET-019'],
    variants: {
      'may-be-needed': {
        severity: 'warning',
        explanation:
          '{path} has no entry for {host}; it knows: {hosts}. Whether the registry asks for a login could not be found out; a private registry nearly always does.'
      },
      'not-needed': {
        severity: 'info',
        explanation:
          '{path} has no entry for {host}. The registry lets everybody in without a login, so none is needed to read from it.',
        fix: []
      },
      spelling: {
        title: 'The login for {host} is written under a name that programs do not recognise',
        short: 'name spelled differently',
        explanation:
          '{host} asks for a login. {path} has one under "{hosts}", which means the same registry to a person, but programs compare names letter by letter: capital letters, blanks and other beginnings make it another one.',
        fix: [RENAME, STORE, RUN_AGAIN]
      },
      pattern: {
        title: 'The login for {host} is written under a pattern',
        short: 'name is a pattern',
        explanation:
          '{host} asks for a login. {path} has one under "{hosts}", but only the machines that run the training (kubelet) understand a "*" in such a name. Docker, the image builder and Python programs find no login.',
        fix: [
          {
            text: 'Give the registry an entry of its own, with the same login in place of the dots: {entry}. Leave the rest of the file as it is.',
            by: 'you'
          },
          STORE,
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-CFG-007': {
    title: 'The login is for {other}, not for {host}',
    short: 'entry has another port',
    severity: 'error',
    explanation:
      'The Docker config has a login for {other}. To every program that is another registry than {host}: the port is part of the name, and a name without a port never means one with a port.',
    fix: [
      {
        text: 'Find out which port the registry has, and use the same one everywhere: in docker_registry_url, in image_name and in the Docker config.',
        by: 'you'
      },
      { ...LOG_IN, text: `If {host} is right: ${LOG_IN.text.replace(/^Type/, 'type')}` },
      {
        text: 'Or rename the entry "{other}" in the file, so that it reads {entry} with its login in place of the dots.',
        by: 'you'
      },
      STORE,
      RUN_AGAIN
    ],
    args: { ...FILE_ARGS, host: 'host', other: 'host', entry: 'entry' },
    explainedBy: DOCUMENT,
    variants: {
      'default-port': {
        title: 'The login is for {other}, not for {host}',
        explanation:
          'The Docker config has a login for {other}. To a browser that is the same address as {host}, because 443 is the usual port. Programs that look up a login compare the names letter by letter and find none.'
      },
      'may-be-needed': { severity: 'warning' },
      'not-needed': {
        severity: 'info',
        explanation:
          'The Docker config has a login for {other}, none for {host}. {host} lets everybody in without a login, so none is needed to read from it.',
        fix: []
      }
    }
  },
  'KR-CFG-008': {
    title: 'The name of the entry for {host} is not understood by every program',
    short: 'unusual spelling',
    severity: 'info',
    explanation:
      'The login stands under "{key}". Docker and the image builder recognise it as {host}. Other programs find nothing or a refusal: {readers}. How the SDK looks it up is not published.',
    fix: [
      {
        text: 'When you write the file next time, prefer the plain name without https:// and without a slash: {entry}.',
        by: 'you'
      }
    ],
    args: { ...ENTRY_ARGS, readers: 'objects' },
    explainedBy: [],
    variants: {
      undocumented: {
        title: 'Whether the SDK understands the name of the entry for {host} is not known',
        explanation:
          'The login stands under "{key}". Docker and the image builder recognise it as {host}. How the SDK looks a login up is not published; its documentation shows the plain name and the form https://…/ only.'
      },
      'two-fields': {
        title: 'The login for {host} is written in a form that not every program reads',
        short: 'unusual form',
        explanation:
          'The entry "{key}" has "username" and "password" instead of "auth". Docker and the image builder read that. Other programs do not: {readers}. How the SDK reads it is not published.',
        fix: [
          {
            text: 'When you write the file next time, prefer {entry}; what belongs in place of the dots is made like this; it asks for user name and password, with a colon between them, and does not show what you type.',
            by: 'you',
            command: ENCODER
          }
        ]
      },
      token: {
        title: 'The login for {host} is a token, which not every program reads',
        short: 'a token',
        explanation:
          'The entry "{key}" holds a token instead of a password. Docker and the image builder use it. Other programs need not, and how the SDK reads it is not published.',
        fix: []
      },
      builder: {
        title: 'The image builder does not recognise the name of the entry for {host}',
        short: 'builder finds no login',
        severity: 'warning',
        explanation:
          'The login stands under "{key}". Today\'s docker recognises it as {host}; the image builder, an older program, does not and would call the registry without a login. Not found by: {readers}.',
        fix: [RENAME, STORE, RUN_AGAIN]
      }
    }
  },
  'KR-CFG-009': {
    title: 'The login for {host} is not valid base64',
    short: 'login is damaged',
    severity: 'error',
    explanation:
      'The "auth" value of the entry "{key}" must be base64 of user:password. It has characters that do not belong there, or it was cut off. Docker and the image builder then refuse the whole file.',
    fix: [LOG_IN, RUN_AGAIN],
    args: ENTRY_ARGS,
    explainedBy: DOCUMENT,
    variants: {
      padding: {
        explanation:
          'The "auth" value of the entry "{key}" has a wrong number of "=" signs at its end. Docker and the image builder then refuse the whole file.'
      },
      'url-safe': {
        explanation:
          'The "auth" value of the entry "{key}" uses the other base64 alphabet, made for web addresses ("-" and "_" instead of "+" and "/"). Docker and the image builder then refuse the whole file.'
      },
      blanks: {
        explanation:
          'The "auth" value of the entry "{key}" has blanks in it or around it. Docker and the image builder then refuse the whole file.'
      },
      certutil: {
        explanation:
          'The "auth" value of the entry "{key}" has the lines BEGIN CERTIFICATE and END CERTIFICATE around it: certutil of Windows writes them around whatever it encodes. Docker and the image builder then refuse the whole file.'
      },
      'python-bytes': {
        explanation:
          'The "auth" value of the entry "{key}" begins with b\' and ends with a quote: Python shows bytes like that, and the two were written into the file with it. Docker and the image builder then refuse the whole file.',
        fix: [
          {
            text: 'Remove the b and the quotes around the value. In Python: base64.b64encode(…).decode() gives the plain text. Or encode user name and password again: this asks for both, with a colon between them, and does not show what you type.',
            by: 'you',
            command: ENCODER
          },
          PUT,
          STORE,
          RUN_AGAIN
        ]
      },
      scheme: {
        explanation:
          'The "auth" value of the entry "{key}" begins with the word "Basic" or "Bearer", as in the header of a web request. In a Docker config only the base64 text after it may stand. Docker and the image builder refuse the whole file.',
        fix: [
          {
            text: 'Remove the word and the blank after it. If it was "Bearer", what follows is a token, no login: encode user name and password instead. This asks for both, with a colon between them, and does not show what you type.',
            by: 'you',
            command: ENCODER
          },
          PUT,
          STORE,
          RUN_AGAIN
        ]
      },
      'not-text': {
        title: 'The entry for {host} has a value of the wrong kind',
        short: 'entry is damaged',
        explanation:
          'In the entry "{key}" something stands where programs expect text, or the entry itself is not an object in curly brackets. Docker and the image builder then refuse the whole file.',
        fix: [LOG_IN, RUN_AGAIN]
      }
    }
  },
  'KR-CFG-010': {
    title: 'The login for {host} has no colon between user name and password',
    short: 'no user:password',
    severity: 'error',
    explanation:
      'The "auth" value of the entry "{key}" decodes, but what comes out is not of the form user:password. Docker and the image builder then refuse the whole file.',
    fix: [LOG_IN, RUN_AGAIN],
    args: ENTRY_ARGS,
    explainedBy: DOCUMENT,
    variants: {
      'encoded-twice': {
        title: 'The login for {host} was encoded twice',
        short: 'encoded twice',
        explanation:
          'The "auth" value of the entry "{key}" decodes to another base64 text, which holds the login. Docker and the image builder decode once, find no user:password and refuse the whole file.'
      }
    }
  },
  'KR-CFG-011': {
    title: 'The password for {host} ends with a line break',
    short: 'password ends in a line break',
    severity: 'error',
    explanation:
      'A line break was encoded together with the password, as "echo" without -n does. It is sent as part of the password, so the registry refuses the login. Nothing in the file looks wrong.',
    fix: [LOG_IN, RUN_AGAIN],
    args: ENTRY_ARGS,
    explainedBy: DOCUMENT
  },
  'KR-CFG-012': {
    title: 'A login in the Docker config is broken over two lines',
    short: 'login on two lines',
    severity: 'error',
    explanation:
      'In {path} a text in quotes goes over the end of line {line}; JSON does not allow that, and no program reads the file. The base64 command breaks long output after 76 characters by itself.',
    fix: [
      {
        text: 'Join the two lines. If the login is cut, encode user name and password again: this asks for both, with a colon between them, and does not show what you type.',
        by: 'you',
        command: ENCODER
      },
      STORE,
      RUN_AGAIN
    ],
    args: { ...FILE_ARGS, line: 'integer', column: 'integer' },
    explainedBy: []
  },
  'KR-CFG-013': {
    title: 'The login for {host} is still the example text',
    short: 'placeholder left in',
    severity: 'error',
    explanation: 'The entry "{key}" holds the words of an example instead of a real user name and password.',
    fix: [ASK_FOR_LOGIN, LOG_IN, RUN_AGAIN],
    args: ENTRY_ARGS,
    explainedBy: DOCUMENT
  },
  'KR-CFG-014': {
    title: 'The login for {host} is incomplete',
    short: 'user or password empty',
    severity: 'error',
    explanation:
      'The entry "{key}" is there, but it holds no user name and no password. Programs find it, stop searching and call the registry without a login.',
    fix: [ASK_FOR_LOGIN, LOG_IN, RUN_AGAIN],
    args: ENTRY_ARGS,
    explainedBy: [...DOCUMENT, 'KR-CFG-019'],
    variants: {
      'may-be-needed': { severity: 'warning' },
      'not-needed': {
        severity: 'info',
        explanation: 'The entry "{key}" is there, but it holds no login. The registry lets everybody in without one.',
        fix: []
      },
      hides: {
        title: 'An empty entry hides the login for {host}',
        short: 'hidden by an empty entry',
        explanation:
          'The Docker config has a login for {host}, but also the entry "{key}", which is empty. The name of the empty one is exactly that of the registry, so programs take it, stop searching and call the registry without a login.',
        fix: [
          {
            text: 'Move the login into the empty entry and remove the other one, so that {entry} is the only entry for this registry. Leave the rest of the file as it is.',
            by: 'you'
          },
          STORE,
          RUN_AGAIN
        ]
      },
      user: {
        short: 'user name empty',
        explanation:
          'The entry "{key}" has a password, but the user name before the colon is empty. Docker refuses the whole file; other programs send an empty name, which the registry refuses.'
      },
      password: {
        short: 'password empty',
        explanation:
          'The entry "{key}" has a user name, but the password after the colon is empty. The registry refuses that.'
      }
    }
  },
  'KR-CFG-015': {
    title: 'The entry for {host} holds two different logins',
    short: 'two logins in one entry',
    severity: 'warning',
    explanation:
      'In the entry "{key}" the "auth" value says something else than "username" and "password". Docker and the image builder take "auth"; a person who corrects the other two sees no effect.',
    fix: [
      {
        text: 'Find out which of the two is right and keep that one in "auth"; remove "username" and "password". The entry then reads {entry}. Leave the rest of the file as it is.',
        by: 'you'
      },
      STORE,
      RUN_AGAIN
    ],
    args: ENTRY_ARGS,
    explainedBy: []
  },
  'KR-CFG-016': {
    title: 'The login for {host} is kept by a program that is not here',
    short: 'needs a helper program',
    severity: 'error',
    explanation:
      'The Docker config does not hold the login itself: it names the helper program docker-credential-{helper}, which keeps passwords on the computer where the file was made. Neither this notebook nor the image builder has it.',
    fix: [
      ASK_FOR_LOGIN,
      ENCODE,
      {
        text: 'Make a config.json that holds the login itself: remove "credsStore" and this registry\'s line in "credHelpers", and under "auths" put what was printed in place of the dots: {entry}.',
        by: 'you'
      },
      STORE,
      RUN_AGAIN
    ],
    args: { ...FILE_ARGS, host: 'host', helper: 'object', entry: 'entry' },
    explainedBy: DOCUMENT,
    variants: {
      unnamed: {
        title: 'The login for {host} is left to a helper program that nobody knows',
        short: 'no known helper program',
        explanation:
          'What the Docker config names under "credHelpers" or "credsStore" for {host} is no helper program that this tool knows. It is not shown, because it may be a login: that belongs under "auths". A program of that name is neither in this notebook nor in the image builder.',
        fix: [
          {
            text: 'If it is a login: move it to "auths", so that the entry reads {entry}, and remove the line in "credHelpers" or "credsStore".',
            by: 'you'
          },
          ASK_FOR_LOGIN,
          ENCODE,
          STORE,
          RUN_AGAIN
        ]
      },
      usable: {
        title: 'The login for {host} is fetched by a program that this notebook does not have',
        short: 'needs a helper program',
        explanation:
          'The Docker config does not hold the login itself: it names the helper program docker-credential-{helper}, which fetches one from the cloud. This notebook does not have it, so the SDK finds no login. The image builder brings it along; whether its pod has the rights of the cloud cannot be told from here.'
      },
      'other-cloud': {
        title: 'The login for {host} is left to a helper program of a cloud',
        short: 'helper of a cloud',
        explanation:
          'The Docker config does not hold the login itself: it names the helper program docker-credential-{helper}. This notebook does not have it. The image builder brings it along, but it serves only registries of its own cloud and stops at {host}.'
      },
      beside: {
        title: 'A helper program hides the login for {host} from the image builder',
        short: 'hidden by a helper',
        explanation:
          'The Docker config holds a login for {host}, but it also names the helper program docker-credential-{helper}. Docker and the image builder then ask only that program, which gives them nothing for this registry, and stop.',
        fix: [
          {
            text: 'Remove "credsStore" and this registry\'s line in "credHelpers". Keep the entry {entry} and the rest of the file as they are.',
            by: 'you'
          },
          STORE,
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-CFG-017': {
    title: 'The access token for {host} has expired',
    short: 'token expired',
    severity: 'error',
    explanation: 'The entry "{key}" holds a token that was valid until {expired}.',
    fix: [
      { text: 'Ask for a new token, better one of a robot account that does not expire.', by: 'registry-owner' },
      {
        text: 'Put the new one in place of the old one, so that the entry reads {entry}. Leave the rest of the file as it is.',
        by: 'you'
      },
      STORE,
      RUN_AGAIN
    ],
    args: { ...ENTRY_ARGS, expired: 'date' },
    explainedBy: DOCUMENT
  },
  'KR-CFG-018': {
    title: '{host} is listed more than once',
    short: 'listed twice',
    severity: 'warning',
    explanation:
      'The Docker config has several entries for {host} with different logins: {keys}. Which one is used depends on the program, and with some on chance.',
    fix: [
      {
        text: 'Keep one entry with the right login, {entry}, and remove the others of this registry. Leave the rest of the file as it is.',
        by: 'you'
      },
      STORE,
      RUN_AGAIN
    ],
    args: { ...FILE_ARGS, host: 'host', keys: 'objects', entry: 'entry' },
    explainedBy: [],
    variants: {
      'same-key': {
        explanation:
          'The Docker config has the same entry "{keys}" several times. Programs silently take the last one; the others have no effect.'
      },
      section: {
        title: 'The Docker config has two sections "auths"',
        short: 'two sections "auths"',
        explanation:
          'The section "auths" stands in {path} more than once. Docker and the image builder put the sections together; Python programs see only the last one and miss the logins of the others.',
        fix: [
          { text: 'Move all entries into one section "auths". Leave the rest of the file as it is.', by: 'you' },
          STORE,
          RUN_AGAIN
        ]
      },
      'same-login': {
        severity: 'info',
        explanation:
          'The Docker config has several entries for {host}, all with the same login: {keys}. That works; when the password changes, all of them have to be changed.',
        fix: []
      }
    }
  },
  'KR-CFG-019': {
    title: 'A password stands where everybody can read it',
    short: 'password in an address',
    severity: 'error',
    explanation:
      'The name of the entry for {host} contains a user name or password before an "@". Programs print such names in logs and error messages, and most of them do not find the entry.',
    fix: [
      {
        text: 'Take the part up to the "@" out of the name. Encode the login instead: this asks for user name and password, with a colon between them, and does not show what you type.',
        by: 'you',
        command: ENCODER
      },
      PUT,
      STORE,
      { text: 'Change the password: it may be in logs already.', by: 'registry-owner' }
    ],
    args: { ...FILE_ARGS, host: 'host', entry: 'entry' },
    explainedBy: [],
    variants: {
      headers: {
        severity: 'warning',
        explanation:
          'The section "HttpHeaders" of the Docker config holds a header for logins. Docker sends it to every registry, also to those of others.',
        fix: [
          { text: 'Remove that header from "HttpHeaders" and put the login into "auth" of its registry.', by: 'you' },
          STORE
        ]
      },
      proxy: {
        severity: 'warning',
        title: 'The proxy address in the Docker config contains a login',
        explanation:
          'The section "proxies" of the Docker config holds a proxy address with a user name or password before an "@". Docker hands it to every container it starts.',
        fix: [{ text: 'Use a proxy address without a login, or remove the section "proxies".', by: 'you' }, STORE]
      }
    }
  },
  'KR-CFG-020': {
    title: 'The entry for Docker Hub has a name that Docker does not look for',
    short: 'Docker Hub spelled differently',
    severity: 'info',
    explanation:
      'The login for Docker Hub stands under "{key}". Docker and the image builder look only for "https://index.docker.io/v1/", so they call Docker Hub without a login.',
    fix: [RENAME, STORE],
    args: { ...FILE_ARGS, key: 'object', entry: 'entry' },
    explainedBy: [],
    variants: { needed: { severity: 'warning', fix: [RENAME, STORE, RUN_AGAIN] } }
  },
  'KR-CFG-021': {
    title: 'The login for {host} works for a few hours only',
    short: 'short-lived login',
    severity: 'warning',
    explanation:
      'The user name in the entry "{key}" is the one that a cloud provider uses for logins that end after some hours. What works today fails later.',
    fix: [
      {
        text: 'Ask for a login that lasts, for example of a robot account, or for a job that renews the Secret by itself.',
        by: 'registry-owner'
      },
      STORE
    ],
    args: ENTRY_ARGS,
    explainedBy: [],
    variants: {
      refused: {
        title: 'The login for {host} has probably run out',
        short: 'short-lived login refused',
        severity: 'error',
        explanation:
          'The registry refuses the login, and the user name in the entry "{key}" is the one that a cloud provider uses for logins that end after some hours.',
        fix: [
          {
            text: 'Get a new login the way you got this one.',
            by: 'you'
          },
          LOG_IN,
          RUN_AGAIN,
          {
            text: 'For good: give out a login that lasts, for example of a robot account, or let a job renew the Secret.',
            by: 'registry-owner'
          }
        ]
      }
    }
  },
  'KR-CFG-022': {
    title: 'The proxy in the Docker config does not count here',
    short: 'proxy settings in the file',
    severity: 'info',
    explanation:
      'The section "proxies" of {path} is for containers that the docker command starts. This notebook, the image builder and the training machines take their proxy from environment variables and do not look at it.',
    fix: [],
    args: { ...FILE_ARGS },
    explainedBy: []
  },
  'KR-CFG-023': {
    title: 'A damaged entry makes programs refuse the whole Docker config',
    short: 'another entry is damaged',
    severity: 'error',
    explanation:
      'The entry "{key}" is not the one for {host}, but Docker and the image builder decode every entry when they open the file. They stop at this one, so the login for {host} is not used either.',
    fix: [
      { text: 'If nobody needs the entry "{key}": remove it. Leave the rest of the file as it is.', by: 'you' },
      {
        text: 'If it is needed: encode its user name and password again (this asks for both, with a colon between them, and does not show what you type), and put the result in place of the dots, so that it reads {entry}.',
        by: 'you',
        command: ENCODER
      },
      STORE,
      RUN_AGAIN
    ],
    args: ENTRY_ARGS,
    explainedBy: DOCUMENT
  },
  'KR-CFG-024': {
    title: 'The login under "{key}" is used for more than it says',
    short: 'login of one folder',
    severity: 'warning',
    explanation:
      'The entry names one folder of {host}. Docker and the image builder cut the name at the first slash and use this login for the whole registry; the machines that run the training use it for that folder only.',
    fix: [
      {
        ...RENAME,
        text: 'If the login is meant for the whole registry: rename the entry, so that it reads {entry} with its login in place of the dots. Leave the rest of the file as it is.'
      },
      STORE,
      RUN_AGAIN
    ],
    args: ENTRY_ARGS,
    explainedBy: []
  },
  'KR-CFG-025': {
    title: 'The Docker config has no content',
    short: 'blank',
    severity: 'error',
    explanation: '{path} holds nothing but blanks. Some programs stop at it, others go on without a login.',
    fix: [STORE, RUN_AGAIN],
    args: FILE_ARGS,
    explainedBy: [],
    variants: {
      null: {
        short: 'says null',
        explanation:
          '{path} holds only the word null. Some programs go on without a login; the image builder (Kaniko 1.3.0) crashes.'
      }
    }
  },
  'KR-CFG-026': {
    title: 'The file is the Kubernetes Secret, not the Docker config in it',
    short: 'a Secret, not its content',
    severity: 'error',
    explanation:
      '{path} holds the YAML or JSON of a Kubernetes Secret. The Docker config is inside it, encoded. Every program reads this file as "no login" and says nothing.',
    fix: [{ text: 'Use the Docker config itself: it begins with {"auths":', by: 'you' }, STORE, RUN_AGAIN],
    args: FILE_ARGS,
    explainedBy: [],
    variants: {
      wrapped: {
        title: 'The Docker config is wrapped in ".dockerconfigjson"',
        short: 'wrapped once too often',
        explanation:
          '{path} holds the data part of a Kubernetes Secret: a field ".dockerconfigjson" with the Docker config in it, encoded. Every program reads this file as "no login" and says nothing.'
      }
    }
  },
  'KR-CFG-027': {
    title: 'A field of the Docker config has a value of the wrong kind',
    short: 'field of the wrong kind',
    severity: 'error',
    explanation:
      'The field "{field}" (line {line}) must hold {expected}. Docker and the image builder refuse the whole file for it, although the field has nothing to do with the login.',
    fix: [{ text: 'Correct or remove the field "{field}".', by: 'you' }, STORE, RUN_AGAIN],
    args: { ...FILE_ARGS, field: 'object', line: 'integer', expected: 'word' },
    explainedBy: [],
    variants: {
      nested: {
        title: '"auths" stands within "auths" in the Docker config',
        short: '"auths" within "auths"',
        explanation:
          'In {path} the section "auths" holds nothing but another section "auths", in which the logins stand. Programs take the inner name for a registry and find no login, without saying so.',
        fix: [
          {
            text: 'Remove the outer "auths", so that the file reads {"auths": {"registry:port": {"auth": "…"}}}.',
            by: 'you'
          },
          STORE,
          RUN_AGAIN
        ]
      },
      auths: {
        title: 'The list of logins in the Docker config has the wrong form',
        short: '"auths" has the wrong form',
        explanation:
          '"auths" (line {line}) must be an object in curly brackets: registry names, each with its login. Every program refuses the file or finds no login in it.',
        fix: [
          { text: 'Write it in the form {"auths": {"registry:port": {"auth": "…"}}}.', by: 'you' },
          STORE,
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-CFG-028': {
    title: 'A field name in the Docker config has capital letters',
    short: 'field name misspelled',
    severity: 'warning',
    explanation:
      'The field "{field}" should be written in small letters. Docker and the image builder do not mind; Python programs do not see the field and find no login.',
    fix: [{ text: 'Write "auths" and "auth" in small letters.', by: 'you' }, STORE, RUN_AGAIN],
    args: { ...FILE_ARGS, field: 'object' },
    explainedBy: []
  },
  'KR-CFG-029': {
    title: 'The login for {host} holds characters that programs read differently',
    short: 'unusual characters',
    severity: 'warning',
    explanation:
      'The login in the entry "{key}" is not in UTF-8, so letters such as ä or é mean different things to different programs. Python stops at it.',
    fix: [LOG_IN, RUN_AGAIN],
    args: ENTRY_ARGS,
    explainedBy: [],
    variants: {
      invisible: {
        severity: 'error',
        title: 'The login for {host} holds invisible characters',
        short: 'invisible characters',
        explanation:
          'The login in the entry "{key}" holds characters that nobody sees (a byte-order mark, zero bytes or other control characters). PowerShell and some editors write them. They are sent to the registry, which refuses the login.',
        fix: [LOG_IN, RUN_AGAIN]
      }
    }
  },
  'KR-CFG-030': {
    title: 'The Docker config names more registries than one run looks at',
    short: 'too many registries',
    severity: 'info',
    explanation:
      'The Docker config at {path} names {count} private registries. One run looks at the first {most} of them; nothing is said about the others.',
    fix: [
      { text: 'Name the registry that you use.', by: 'you', command: 'kaptain-registry check HOST' },
      { text: 'Or take entries that nobody uses out of the file.', by: 'you' }
    ],
    args: { ...FILE_ARGS, count: 'integer', most: 'integer' },
    explainedBy: [],
    variants: {
      // Without a registry that was named, nobody asked for the others in particular: the run does not speak for them.
      'all-asked': { severity: 'warning' }
    }
  }
} as const satisfies Record<string, CodeEntry>;
