import {
  ADD_CA,
  CA_COPY,
  CA_FOR_ALL,
  CONFIG_FOR_ALL,
  LOG_IN,
  RECREATE_CA,
  RECREATE_CONFIG,
  RUN_AGAIN,
  SEE_CA,
  REPLACE_CA,
  SET_CONFIG_ASIDE,
  CHOOSE_ANOTHER_CONFIG
} from './steps.ts';
import type { CodeEntry, FixTemplate } from './types.ts';

/** For a place that the person named and where nothing is. */
const NAME_ANOTHER: FixTemplate = {
  text: 'Correct the path, or leave it out to use the usual place. In the panel: Files, then "Places of the files".',
  by: 'you'
};

const ASK_FOR_CA: FixTemplate = {
  text: 'Ask for the certificate of the CA that signs this registry as a text file that begins with BEGIN CERTIFICATE, and for its SHA-256 through another channel, such as phone or a ticket.',
  by: 'registry-owner'
};

const NEW_NOTEBOOK: FixTemplate = {
  text: 'Create a new notebook on the same workspace volume and tick "Private Docker Registry" under Configurations: a running notebook never gets a configuration that is chosen later.',
  by: 'you'
};

const POD_DEFAULT: FixTemplate = {
  text: 'Offer a PodDefault in the namespace {namespace} that mounts the Secret on the folder {folder}.',
  by: 'cluster-admin'
};

/** Files and mounts. */
export const fil = {
  'KR-FIL-001': {
    title: 'There is no Docker config at {path}',
    short: 'not found',
    severity: 'error',
    explanation:
      'The Docker config holds the login for the registry. The SDK looks for it at {path}, and nothing is there. The usual reasons: the notebook was started without the configuration "Private Docker Registry", or the Secret does not exist.',
    fix: [
      {
        ...LOG_IN,
        text: 'For this notebook only: run this command. It asks for user name and password, tries them once and writes the file.'
      },
      CONFIG_FOR_ALL,
      POD_DEFAULT,
      NEW_NOTEBOOK
    ],
    args: { path: 'path', folder: 'path', found: 'path', namespace: 'object' },
    explainedBy: [],
    variants: {
      variable: {
        title: 'The Docker config is not where the SDK looks',
        short: 'in another folder',
        explanation:
          'The variable DOCKER_CONFIG leads docker to {found}, so docker works with it. The SDK does not follow that variable: it looks at {path}, and nothing is there.',
        fix: [
          {
            text: 'Mount the Secret on {folder}, and leave DOCKER_CONFIG out of the PodDefault.',
            by: 'cluster-admin'
          },
          NEW_NOTEBOOK,
          {
            text: 'Until then: choose {found} as the Docker config in the panel and insert the Config cell again.',
            by: 'you'
          }
        ]
      },
      given: {
        title: 'There is no file at {path}',
        explanation: 'You named {path} as the Docker config, and nothing is there. The usual places were not searched.',
        fix: [NAME_ANOTHER]
      },
      'other-folder': {
        title: 'The Docker config lies in the folder of the CA file',
        short: 'in another folder',
        explanation:
          'The Docker config is at {found}, but the SDK looks for it at {path}. The folders of the two Secrets were probably swapped, or one Secret with both files was mounted in one place only.',
        fix: [
          { text: 'Mount the Secret that holds config.json on the folder {folder}.', by: 'cluster-admin' },
          NEW_NOTEBOOK,
          {
            text: 'Until then: choose {found} as the Docker config in the panel and insert the Config cell again.',
            by: 'you'
          }
        ]
      },
      'empty-mount': {
        title: 'The folder {folder} is mounted, but it is empty',
        explanation:
          'Something is mounted on {folder}, yet no file is in it. The Secret behind it does not exist in this namespace (an optional mount stays empty then) or holds no data.',
        fix: [LOG_IN, RUN_AGAIN]
      }
    }
  },
  'KR-FIL-002': {
    title: 'The Docker config is mounted under another name',
    short: 'another file name',
    severity: 'error',
    explanation:
      'The folder {folder} is mounted, but it holds {found} instead of config.json. The key in the Secret decides the file name, and the SDK looks for config.json only.',
    fix: [
      {
        ...RECREATE_CONFIG,
        text: 'With the same file as config.json in your home folder, write it into the Secret docker-secret under the key config.json.'
      },
      { text: 'Or map the key of the Secret to config.json with "items" in the PodDefault.', by: 'cluster-admin' },
      RUN_AGAIN
    ],
    args: { path: 'path', folder: 'path', found: 'objects', namespace: 'object' },
    explainedBy: [],
    variants: {
      copy: {
        title: 'The Docker config is there under another name',
        short: 'another file name',
        explanation:
          'The folder {folder} holds {found}, but no config.json. The SDK looks for config.json only, without anything before or after it.',
        fix: [{ text: 'Rename {found} to config.json.', by: 'you' }, RUN_AGAIN]
      },
      others: {
        title: 'Something else is mounted where the Docker config belongs',
        short: 'other files instead',
        explanation:
          'The folder {folder} is mounted, but it holds {found} and no config.json. Probably another Secret is mounted there, or the right one lost its key.',
        fix: [
          {
            ...RECREATE_CONFIG,
            text: 'If the right Secret is mounted there: with the right file as config.json in your home folder, write it into the Secret under the key config.json.'
          },
          { text: 'If not: mount the Secret that holds config.json on the folder {folder}.', by: 'cluster-admin' },
          RUN_AGAIN
        ]
      }
    }
  },
  'KR-FIL-003': {
    title: '{path} is a folder, not a file',
    short: 'a folder',
    severity: 'error',
    explanation:
      'A folder stands where the file should be. That happens when a mount names the file itself (subPath, or a path of the machine) and the source did not exist: an empty folder is made instead.',
    fix: [{ text: 'Mount the whole Secret on {folder}, without subPath.', by: 'cluster-admin' }, NEW_NOTEBOOK],
    args: { path: 'path', folder: 'path' },
    explainedBy: []
  },
  'KR-FIL-004': {
    title: '{path} cannot be read by this notebook',
    short: 'cannot be read',
    severity: 'error',
    explanation:
      "The file is there, but its owner or its access rights do not allow the notebook's user to read it (error {errorClass}). The SDK runs as the same user and fails in the same way.",
    fix: [
      { text: 'If the file is a copy of your own: allow yourself to read it.', by: 'you', command: 'chmod 600 {path}' },
      {
        text: "If it is mounted: set defaultMode 0440 on the volume and an fsGroup that the notebook's user belongs to.",
        by: 'cluster-admin'
      }
    ],
    args: { path: 'path', folder: 'path', errorClass: 'errorClass', namespace: 'object' },
    explainedBy: [],
    variants: {
      folder: {
        title: 'The folder of {path} is closed to this notebook',
        explanation:
          "The access rights of {folder}, or of a folder above it, do not allow the notebook's user to go in (error {errorClass}). Whether the file is there cannot be seen. The SDK runs as the same user and fails in the same way.",
        fix: [
          { text: 'If the folder is your own: allow yourself to go in.', by: 'you', command: 'chmod 700 {folder}' },
          {
            text: "If it is mounted: set an fsGroup on the pod that the notebook's user belongs to.",
            by: 'cluster-admin'
          }
        ]
      },
      storage: {
        title: '{path} cannot be read: its storage does not answer',
        short: 'storage does not answer',
        explanation:
          'The file is there, but the volume under it gives an error of its own ({errorClass}), as a broken disk or a lost network drive does. Access rights are not the reason.',
        fix: [
          { text: 'Run the checks again; if it stays, restart the notebook server.', by: 'you' },
          {
            text: 'Look at the volume of this notebook and at the events of its pod.',
            by: 'cluster-admin',
            command: 'kubectl get events -n {namespace}'
          }
        ]
      },
      other: {
        explanation:
          'The system refuses to open the file (error {errorClass}). The SDK asks the same system and fails in the same way.',
        fix: [{ text: 'Look at the path and try to open the file.', by: 'you', command: 'ls -lL {path}' }]
      },
      special: {
        title: '{path} is not an ordinary file',
        short: 'not a file',
        explanation:
          'A pipe, socket or device stands where the file should be. It was not opened, because reading it could wait for ever.',
        fix: [{ text: 'Put an ordinary file there, or mount the Secret on {folder}.', by: 'you' }]
      }
    }
  },
  'KR-FIL-005': {
    title: '{path} is empty',
    short: 'empty',
    severity: 'error',
    explanation:
      'The file has no content at all. The Secret was probably made from an empty file or from a path that was mistyped.',
    fix: [LOG_IN, RUN_AGAIN],
    args: { path: 'path', namespace: 'object' },
    explainedBy: [],
    variants: {
      ca: { fix: [ASK_FOR_CA, SEE_CA, ADD_CA, RUN_AGAIN] }
    }
  },
  'KR-FIL-006': {
    title: '{path} is far too large for what it should be',
    short: 'far too large',
    severity: 'warning',
    explanation:
      'The file has {size} bytes; such a file has a few hundred, and {limit} is the limit of this tool. It is probably another file. It was not read.',
    fix: [
      { text: 'Look at the file.', by: 'you', command: 'ls -lL {path}' },
      CHOOSE_ANOTHER_CONFIG,
      SET_CONFIG_ASIDE,
      { ...LOG_IN, unless: ['docker-config-chosen'] },
      RUN_AGAIN
    ],
    args: { path: 'path', size: 'integer', limit: 'integer', namespace: 'object' },
    explainedBy: [],
    variants: {
      ca: {
        fix: [{ text: 'Look at the file.', by: 'you', command: 'ls -lL {path}' }, ASK_FOR_CA, ...REPLACE_CA, RUN_AGAIN]
      }
    }
  },
  'KR-FIL-007': {
    title: "The Docker config is not in this notebook's home folder",
    short: 'in another home folder',
    severity: 'error',
    explanation:
      'The file is mounted at {found}, but the home folder of this notebook is {home}. The SDK looks in the home folder, so it does not find the file by itself.',
    fix: [
      { text: 'Mount the Secret on {folder} instead: change mountPath in the PodDefault.', by: 'cluster-admin' },
      NEW_NOTEBOOK
    ],
    args: { found: 'path', home: 'path', folder: 'path' },
    explainedBy: [],
    variants: {
      ca: {
        title: "The CA file is not in this notebook's home folder",
        fix: [
          { text: 'Insert the Config cell again: it names the file where it is.', by: 'you' },
          {
            text: 'For good: mount the Secret on {folder}, by changing mountPath in the PodDefault.',
            by: 'cluster-admin'
          }
        ]
      }
    }
  },
  'KR-FIL-008': {
    title: 'There is no CA file for {host}',
    short: 'no CA file',
    severity: 'error',
    explanation:
      "{host} shows a certificate that was signed by a private CA, which no computer knows by itself. Without the CA's own certificate at {path} the SDK cannot tell the registry from an impostor and refuses the connection.",
    fix: [ASK_FOR_CA, SEE_CA, ADD_CA, CA_FOR_ALL, POD_DEFAULT, NEW_NOTEBOOK],
    args: { host: 'host', path: 'path', folder: 'path', namespace: 'object', found: 'objects' },
    explainedBy: ['KR-FIL-009'],
    variants: {
      'other-folder': {
        title: 'The CA file lies in the folder of the Docker config',
        short: 'in another folder',
        explanation:
          '{host} shows a certificate that was signed by a private CA, which no computer knows by itself. There is a CA file at {found}, but the SDK looks for it at {path}. The folders of the two Secrets were probably swapped, or one Secret with both files was mounted in one place only.',
        fix: [
          { text: 'Mount the Secret that holds certificate.crt on the folder {folder}.', by: 'cluster-admin' },
          NEW_NOTEBOOK,
          {
            text: 'Until then: choose {found} as the CA file in the panel and insert the Config cell again.',
            by: 'you'
          }
        ]
      },
      'docker-folder': {
        explanation:
          '{host} shows a certificate that was signed by a private CA, which no computer knows by itself. There is a folder "certs.d" beside the Docker config: docker looks for CAs there, but neither the SDK nor the image builder does. The CA\'s own certificate belongs to {path}.'
      },
      others: {
        explanation:
          '{host} shows a certificate that was signed by a private CA, which no computer knows by itself. The folder {folder} is mounted, but it holds {found} and no certificate.crt. Probably another Secret is mounted there, or the right one lost its key.',
        fix: [ASK_FOR_CA, SEE_CA, ADD_CA, RUN_AGAIN]
      },
      'no-file': {
        title: 'There is no file at {path}',
        explanation: 'You named {path} as the CA file, and nothing is there. The usual places were not searched.',
        fix: [NAME_ANOTHER]
      },
      mounted: {
        explanation:
          '{host} shows a certificate that was signed by a private CA, which no computer knows by itself. The folder {folder} is mounted, but it is empty: the Secret behind it does not exist in this namespace or holds no data.',
        fix: [ASK_FOR_CA, SEE_CA, ADD_CA, RUN_AGAIN]
      }
    }
  },
  'KR-FIL-009': {
    title: 'The CA file is there under another name',
    short: 'another file name',
    severity: 'error',
    explanation:
      'The folder {folder} holds {found}, but no certificate.crt. DockerRegistryCertificateProvider.default() looks for certificate.crt only; the key in the Secret decides the file name.',
    fix: [
      {
        text: 'The file is your own: give it the right name.',
        by: 'you',
        command: 'mv {folder}/{first} {path}',
        unless: ['ca-file-mounted']
      },
      {
        ...RECREATE_CA,
        text: 'The file comes from a Secret: write it into the Secret docker-registry-certificate under the key certificate.crt.',
        command: RECREATE_CA.command.replace(CA_COPY, () => '{folder}/{first}')
      },
      RUN_AGAIN,
      { text: 'Or choose {folder}/{first} as the CA file in the panel and insert the Config cell again.', by: 'you' }
    ],
    args: { path: 'path', folder: 'path', found: 'objects', first: 'object', namespace: 'object' },
    explainedBy: []
  },
  'KR-FIL-010': {
    title: '{path} points to nothing',
    short: 'points to nothing',
    severity: 'error',
    explanation:
      'The name is there, but the file behind it is not. Either the Secret was changed at this moment, or its volume was never completed.',
    fix: [
      { text: 'Wait two minutes and run the checks again.', by: 'you' },
      {
        text: 'If it stays: look whether the Secret has the key that is mounted here.',
        by: 'cluster-admin',
        command: 'kubectl describe secret -n {namespace}'
      }
    ],
    args: { path: 'path', namespace: 'object' },
    explainedBy: [],
    variants: {
      changing: {
        title: '{path} changes while it is read',
        short: 'changing',
        severity: 'warning',
        explanation:
          'The file was replaced twice while it was read, so what was read may be half old and half new. Nothing is judged from it.',
        fix: [{ text: 'Wait a minute and run the checks again.', by: 'you' }]
      },
      link: {
        explanation: 'The name is a link, and the file that it leads to does not exist.',
        fix: [{ text: 'See where the link leads, then correct or remove it.', by: 'you', command: 'ls -l {path}' }]
      }
    }
  },
  'KR-FIL-011': {
    title: 'The login comes from a copied file, not from a Secret',
    short: 'a copied file',
    severity: 'warning',
    explanation:
      '{path} is an ordinary file on the workspace volume. It works, but it outlives the notebook, goes into backups, and does not follow when the password is changed in the Secret.',
    fix: [
      CONFIG_FOR_ALL,
      POD_DEFAULT,
      NEW_NOTEBOOK,
      {
        text: 'Then delete the copy: left on the volume it would hide that the mount is missing.',
        by: 'you',
        command: 'rm {path}'
      }
    ],
    args: { path: 'path', folder: 'path', namespace: 'object' },
    explainedBy: []
  },
  'KR-FIL-012': {
    title: '{path} never follows a change of its Secret',
    short: 'does not follow changes',
    severity: 'warning',
    explanation:
      'The file is mounted by itself (subPath). Kubernetes does not update such a mount in a running notebook: after a change of the Secret the old content stays.',
    fix: [
      { text: 'Mount the whole Secret on {folder}, without subPath.', by: 'cluster-admin' },
      { text: 'Until then: restart the notebook server after each change of the Secret.', by: 'you' }
    ],
    args: { path: 'path', folder: 'path' },
    explainedBy: []
  },
  'KR-FIL-013': {
    title: '{folder} cannot be written to, as it should be',
    short: 'mounted, read-only',
    severity: 'info',
    explanation:
      'The folder is a mounted Secret. The notebook can read it and never change it, so "docker login" and a cell that writes config.json fail here with "Read-only file system". That is as it should be: the login is changed in the Secret.',
    fix: [],
    args: { path: 'path', folder: 'path' },
    explainedBy: []
  },
  'KR-FIL-014': {
    title: 'Two Docker configs hold different logins',
    short: 'two configs disagree',
    severity: 'warning',
    explanation:
      'The variable DOCKER_CONFIG leads docker and crane to {other}, while the SDK reads {path}. The two hold different logins for {hosts}, so what works in a terminal need not work in a build.',
    fix: [
      { text: 'Find out which login is right, and put it into both.', by: 'you' },
      { text: 'Better: keep only {path}, and leave DOCKER_CONFIG out of the PodDefault.', by: 'cluster-admin' }
    ],
    args: { path: 'path', other: 'path', hosts: 'hosts' },
    explainedBy: [],
    variants: {
      content: {
        title: 'The variable DOCKER_CONFIG holds a Docker config instead of its folder',
        short: 'DOCKER_CONFIG holds a config',
        explanation:
          'DOCKER_CONFIG must name the folder in which config.json lies. Here the config itself was written into it (it is not shown). docker and crane take it for a folder that does not exist and call every registry without a login. The SDK reads {path} and does not follow the variable.',
        fix: [
          {
            text: 'In a terminal, take the variable away. For the content of a config there is another variable, DOCKER_AUTH_CONFIG, which recent docker and crane read.',
            by: 'you',
            command: 'unset DOCKER_CONFIG'
          },
          {
            text: 'For good: take it out of the PodDefault. Who can read the PodDefault can read the login in it: have the password changed.',
            by: 'cluster-admin'
          }
        ]
      },
      nowhere: {
        title: 'The variable DOCKER_CONFIG leads nowhere',
        short: 'DOCKER_CONFIG leads nowhere',
        explanation:
          'Because of the variable DOCKER_CONFIG, docker and crane look for the Docker config at {other}, where there is none, and call every registry without a login. The SDK reads {path} and does not follow the variable. DOCKER_CONFIG must name the folder in which config.json lies, not the file itself.',
        fix: [
          {
            text: 'In a terminal, take the variable away, or let it name the folder of {path}.',
            by: 'you',
            command: 'unset DOCKER_CONFIG'
          },
          { text: 'For good: leave DOCKER_CONFIG out of the PodDefault.', by: 'cluster-admin' }
        ]
      },
      'auth-config': {
        title: 'The variable DOCKER_AUTH_CONFIG holds other logins than the Docker config',
        explanation:
          'Recent docker and crane take logins from the variable DOCKER_AUTH_CONFIG before they look into any file; the SDK reads {path}. The two hold different logins for {hosts}, so what works in a terminal need not work in a build.',
        fix: [
          { text: 'Find out which login is right, and put it into both.', by: 'you' },
          { text: 'Better: keep only {path}, and leave DOCKER_AUTH_CONFIG out of the PodDefault.', by: 'cluster-admin' }
        ]
      },
      containers: {
        explanation:
          'skopeo and podman read {other} before the Docker config; the SDK reads {path}. The two hold different logins for {hosts}, so what works in a terminal need not work in a build.',
        fix: [
          {
            text: 'Find out which login is right. If nobody needs {other}, remove it; else put the right login into both.',
            by: 'you'
          }
        ]
      },
      home: {
        explanation:
          'There is a Docker config at {path}, in the home folder of this notebook, and another one at {other}, where Kaptain mounts it by default. The SDK reads the first. The two hold different logins for {hosts}.',
        fix: [
          {
            text: 'Find out which login is right. If it is the mounted one, remove your own copy from the home folder:',
            by: 'you',
            command: 'rm {path}'
          },
          {
            text: 'For good: mount the Secret in the home folder of the notebook, by changing mountPath in the PodDefault.',
            by: 'cluster-admin'
          }
        ]
      }
    }
  },
  'KR-FIL-015': {
    title: 'Everybody on the volume can read the copied login',
    short: 'readable by everyone',
    severity: 'warning',
    explanation:
      '{path} is a copy of your own, and its access rights let every user of the workspace volume read the password in it.',
    fix: [{ text: 'Keep it to yourself.', by: 'you', command: 'chmod 600 {path}' }],
    args: { path: 'path' },
    explainedBy: []
  }
} as const satisfies Record<string, CodeEntry>;
