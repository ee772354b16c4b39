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

export const RUN_AGAIN = {
  text: 'The notebook sees the change within two minutes; then run the Config cell and the Model cell again.',
  by: 'you'
} as const satisfies FixTemplate;
