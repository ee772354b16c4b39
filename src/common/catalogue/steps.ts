import type { FixTemplate } from './types.ts';

/**
 * Steps that several areas of the catalogue end with. The Secrets and their keys are those of the guide. A command works
 * in whatever folder it is run: files that a person makes stand in the home folder.
 */

const CA_SECRET =
  'kubectl create secret generic docker-registry-certificate -n {namespace} --from-file=certificate.crt=';
const CONFIG_SECRET = 'kubectl create secret generic docker-secret -n {namespace} --from-file=config.json=';
const APPLY = '--dry-run=client -o yaml | kubectl apply -f -';

/** Where a corrected CA certificate is kept until it is in its place. */
export const CA_COPY = '"$HOME/certificate.crt"';
const CONFIG_COPY = '"$HOME/config.json"';

/** The CA file of the Secret, from the copy in the home folder. */
export const RECREATE_CA = {
  text: 'The CA file comes from a Secret: with the right one as certificate.crt in your home folder, write it into the Secret docker-registry-certificate.',
  by: 'you',
  command: `${CA_SECRET}${CA_COPY} ${APPLY}`,
  unless: ['ca-file-own']
} as const satisfies FixTemplate;

/** After a step that has made the copy: into its place, where this account can write it. */
export const INSTALL_CA = {
  text: 'The CA file is your own: with the right one as certificate.crt in your home folder, put it in its place.',
  by: 'you',
  command: `cp ${CA_COPY} {path}`,
  unless: ['ca-file-mounted']
} as const satisfies FixTemplate;

/** The same Secret, from the CA file itself: for what only new notebooks get. */
export const CA_FOR_ALL = {
  text: 'For every new notebook: write the CA file into the Secret docker-registry-certificate.',
  by: 'you',
  command: `${CA_SECRET}{path} ${APPLY}`
} as const satisfies FixTemplate;

export const RECREATE_CONFIG = {
  text: 'The Docker config comes from a Secret: with the right one as config.json in your home folder, write it into the Secret docker-secret.',
  by: 'you',
  command: `${CONFIG_SECRET}${CONFIG_COPY} ${APPLY}`,
  unless: ['docker-config-own']
} as const satisfies FixTemplate;

/** The same Secret, from the Docker config itself: for what only new notebooks get. */
export const CONFIG_FOR_ALL = {
  text: 'For every new notebook: write the Docker config into the Secret docker-secret.',
  by: 'you',
  command: `${CONFIG_SECRET}{path} ${APPLY}`
} as const satisfies FixTemplate;

/** Left out where the handshake showed that the registry does not send its CA. */
export const SEE_CA = {
  text: 'If the registry sends its CA: this command shows it with its SHA-256. Once you accept that SHA-256, it adds the CA to your file.',
  by: 'you',
  command: 'kaptain-registry ca HOST --to-file {path}',
  unless: ['ca-not-sent']
} as const satisfies FixTemplate;

/** For a CA that came as a file. A mounted Secret in the way is said by the command, with the way out. */
export const ADD_CA = {
  text: 'Upload the file to this notebook and select it, or put its path in place of FILE. The command shows its SHA-256. If that is what the owner told you, run the second command that it prints: it adds the CA to {path} and keeps what is there. If that file comes from a Kubernetes Secret, it tells you what to do next.',
  by: 'you',
  command: 'kaptain-registry ca HOST --from FILE --to-file {path}',
  choose: 'ca-file'
} as const satisfies FixTemplate;

/** The same for a finding that does not say where the CA file is: the default place is the right one then. */
export const ADD_CA_HERE = {
  ...ADD_CA,
  text: ADD_CA.text.replace('{path}', 'your CA file'),
  command: 'kaptain-registry ca HOST --from FILE'
} as const satisfies FixTemplate;

/** What a file is called that a step set aside: it is not taken for a copy of the right one. */
export const ASIDE = '.unusable';

/** A file that was named and is something else: it may be dear to the person, so it is left alone. */
export const CHOOSE_ANOTHER_CA = {
  text: 'Choose another file as the CA file, or none, to use the usual place. In the panel: Files, then "Places of the files".',
  by: 'you',
  when: 'ca-file-chosen'
} as const satisfies FixTemplate;

export const CHOOSE_ANOTHER_CONFIG = {
  text: 'Choose another file as the Docker config, or none, to use the usual place. In the panel: Files, then "Places of the files".',
  by: 'you',
  when: 'docker-config-chosen'
} as const satisfies FixTemplate;

/** A CA file in which there is nothing to keep: nothing can be added to it. */
export const SET_CA_ASIDE = {
  text: 'Move the unusable file aside.',
  by: 'you',
  command: 'mv {path} {path}.unusable',
  unless: ['ca-file-mounted', 'ca-file-chosen']
} as const satisfies FixTemplate;

/** What is done with a CA file in which nothing can be kept. */
export const REPLACE_CA = [
  CHOOSE_ANOTHER_CA,
  SET_CA_ASIDE,
  { ...SEE_CA, unless: [...SEE_CA.unless, 'ca-file-chosen'] },
  { ...ADD_CA, unless: ['ca-file-chosen'] }
] as const satisfies readonly FixTemplate[];

/** A Docker config that cannot be read: a new one is made by the login. */
export const SET_CONFIG_ASIDE = {
  text: 'If you cannot correct it: move the file aside. Every registry in it then needs its login again.',
  by: 'you',
  command: 'mv {path} {path}.unusable',
  unless: ['docker-config-mounted', 'docker-config-chosen']
} as const satisfies FixTemplate;

/** The login, which nobody has to encode by hand. */
export const LOG_IN = {
  text: 'Type your user name and password for this command. It tries them once, then writes them into {path} in the format all tools read. If the file comes from a Kubernetes Secret, the command tells you what to do next.',
  by: 'you',
  command: 'kaptain-registry login HOST --to-file {path}'
} as const satisfies FixTemplate;

export const RUN_AGAIN = {
  text: 'Run the Config cell and the Model cell again. A file that comes from a Secret follows within two minutes.',
  by: 'you'
} as const satisfies FixTemplate;
