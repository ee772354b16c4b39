import type { FixTemplate } from './types.ts';

/** Steps that several areas of the catalogue end with. The Secrets and their keys are those of the guide. */

export const RECREATE_CA = {
  text: 'In the folder that holds the right file, named certificate.crt, write it into the Secret docker-registry-certificate.',
  by: 'you',
  command:
    'kubectl create secret generic docker-registry-certificate -n {namespace} --from-file=certificate.crt=certificate.crt --dry-run=client -o yaml | kubectl apply -f -'
} as const satisfies FixTemplate;

export const RECREATE_CONFIG = {
  text: 'In the folder that holds the right config.json, write it into the Secret docker-secret.',
  by: 'you',
  command:
    'kubectl create secret generic docker-secret -n {namespace} --from-file=config.json=config.json --dry-run=client -o yaml | kubectl apply -f -'
} as const satisfies FixTemplate;

/**
 * Where the registry sends its CA this is all that a person needs; where it does not, the command says so. A mounted
 * Secret in the way is said by it as well, with the way out.
 */
export const SEE_CA = {
  text: 'See which CA {host} uses, and its SHA-256 to compare. Where the registry sends the CA along, the command adds it to your file once you accept that SHA-256.',
  by: 'you',
  command: 'kaptain-registry ca {host}'
} as const satisfies FixTemplate;

/** The same for a login, which nobody has to encode by hand. */
export const LOG_IN = {
  text: 'Type user name and password for this command: it tries them once, then writes them into {path} as every program reads them. Where the file comes from a Secret, it says how to go on.',
  by: 'you',
  command: 'kaptain-registry login {host} --to-file {path}'
} as const satisfies FixTemplate;

export const RUN_AGAIN = {
  text: 'The notebook sees the change within two minutes; then run the Config cell and the Model cell again.',
  by: 'you'
} as const satisfies FixTemplate;
