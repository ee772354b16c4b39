import type { Contacts } from '../../../common/contacts.ts';
import { CONTACTS, contactsOf } from './contacts.ts';
import { first, oneOf, UsageError, type Grammar, type Split } from './grammar.ts';

export interface ManifestsArguments {
  command: 'manifests';
  /** Null = the pod's own. */
  namespace: string | null;
  /** What differs from the guide; null = as in the guide. */
  name: string | null;
  label: string | null;
  description: string | null;
  secretName: string | null;
  caSecretName: string | null;
  dockerConfig: string | null;
  caFile: string | null;
  home: string | null;
  noCa: boolean;
  format: 'yaml' | 'json';
  contacts: Contacts;
}

export const MANIFESTS: Grammar = {
  namespace: 'value',
  name: 'value',
  label: 'value',
  description: 'value',
  'secret-name': 'value',
  'ca-secret-name': 'value',
  'docker-config': 'value',
  'ca-file': 'value',
  home: 'value',
  'no-ca': 'flag',
  format: 'value',
  ...CONTACTS,
  help: 'flag'
};

/** Reads the arguments of `manifests`; names are checked where they are used. */
export function parseManifests({ operands, options }: Split): ManifestsArguments {
  if (operands.length > 0) {
    throw new UsageError('manifests: takes options only; the objects are the same for every registry.');
  }
  if (options.has('no-ca') && (options.has('ca-file') || options.has('ca-secret-name'))) {
    throw new UsageError('manifests: --no-ca excludes --ca-file and --ca-secret-name.');
  }
  return {
    command: 'manifests',
    namespace: first(options, 'namespace'),
    name: first(options, 'name'),
    label: first(options, 'label'),
    description: first(options, 'description'),
    secretName: first(options, 'secret-name'),
    caSecretName: first(options, 'ca-secret-name'),
    dockerConfig: first(options, 'docker-config'),
    caFile: first(options, 'ca-file'),
    home: first(options, 'home'),
    noCa: options.has('no-ca'),
    format: oneOf('manifests', 'format', first(options, 'format') ?? 'yaml', ['yaml', 'json']),
    contacts: contactsOf('manifests', options)
  };
}
