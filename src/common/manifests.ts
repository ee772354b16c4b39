import { toYaml, type YamlValue } from './manifests/yaml.ts';
import { shellWord } from './shell.ts';
import { visibleJson } from './visible.ts';

/**
 * The objects that make a login and a CA appear in every new notebook of a namespace: two Secrets and a PodDefault, as
 * the guide to private registries has them. Pure: panel and command print the same.
 */

/** What may differ from the guide. */
export interface ManifestValues {
  namespace: string;
  /** Name of the PodDefault. */
  name: string;
  /** Label that ticks it in the form for a new notebook. */
  label: string;
  /** Text beside the tick. */
  description: string;
  secretName: string;
  /** Null for a registry that everybody trusts: it needs no CA. */
  caSecretName: string | null;
  /** Files from which the Secrets are made. */
  dockerConfig: string;
  caFile: string;
  /** Home folder in the notebooks. */
  home: string;
}

/** The names of the guide. */
export const GUIDE: Omit<ManifestValues, 'namespace'> = {
  name: 'notebook-configuration',
  label: 'notebook-configuration',
  description: 'Private Docker Registry',
  secretName: 'docker-secret',
  caSecretName: 'docker-registry-certificate',
  dockerConfig: 'config.json',
  caFile: 'certificate.crt',
  home: '/home/kubeflow'
};

/** Names under which the SDK looks for the two files; they are the keys of the Secrets. */
export const CONFIG_KEY = 'config.json';
export const CA_KEY = 'certificate.crt';

/** A wish that Kubernetes would refuse, in one sentence. */
export class ManifestError extends Error {}

const LABEL_VALUE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const LABEL_KEY = /^(?:([a-z0-9.-]{1,253})\/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/** Whether a text can name a namespace (RFC 1123 label). */
export function isNamespace(text: string): boolean {
  return LABEL_VALUE.test(text);
}

/**
 * Checks the names by Kubernetes' own rules, so that no object is refused when it is made.
 *
 * @throws ManifestError with the first fault
 */
export function checkManifestValues(values: ManifestValues): void {
  const { namespace, name, label, description, secretName, caSecretName, home } = values;
  if (!isNamespace(namespace)) {
    throw new ManifestError('a namespace has at most 63 small letters, digits and hyphens.');
  }
  for (const text of [name, secretName, ...(caSecretName === null ? [] : [caSecretName])]) {
    if (text.length > 253 || !SUBDOMAIN.test(text)) {
      throw new ManifestError('names of objects are small letters, digits, hyphens and dots, at most 253 characters.');
    }
  }
  const prefix = LABEL_KEY.exec(label)?.[1];
  if (!LABEL_KEY.test(label) || (prefix !== undefined && !SUBDOMAIN.test(prefix))) {
    throw new ManifestError('a label is letters, digits, hyphens, dots and underscores, at most 63 characters.');
  }
  const volumes = volumeNames(values);
  if (caSecretName === secretName || new Set(volumes).size < volumes.length) {
    throw new ManifestError('the two Secrets need names that differ in more than the ending "-volume".');
  }
  if ([values.dockerConfig, values.caFile].some(path => /[=\p{Cc}]/u.test(path))) {
    throw new ManifestError('kubectl takes no file whose path holds an equals sign.');
  }
  if (description.trim() === '' || description.length > 200 || /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(description)) {
    throw new ManifestError('the description is one line of at most 200 characters.');
  }
  if (!/^(?:\/[^/:\p{Cc}]+)+$/u.test(home) || /\/\.\.?(?:\/|$)/.test(home)) {
    throw new ManifestError('the home folder is an absolute path without a colon and without a final slash.');
  }
}

/** Names of the two volumes, labels of RFC 1123: those of the guide where the Secrets have its names. */
function volumeNames({ secretName, caSecretName }: ManifestValues): string[] {
  return [`${secretName}-volume`, ...(caSecretName === null ? [] : [caSecretName])].map(text =>
    text.replace(/\./g, '-').slice(-63).replace(/^-+/, '')
  );
}

/**
 * The PodDefault. One label whose value is the text "true", because the form for a new notebook sets no other; mount
 * paths with a final slash, as in the guide, because two spellings of one path are not seen as the same.
 */
export function podDefault(values: ManifestValues): YamlValue {
  const volumes = volumeNames(values);
  const secrets = [values.secretName, ...(values.caSecretName === null ? [] : [values.caSecretName])];
  const folders = [`${values.home}/.docker/`, `${values.home}/.tls/`];
  return {
    apiVersion: 'kubeflow.org/v1alpha1',
    kind: 'PodDefault',
    metadata: { name: values.name, namespace: values.namespace },
    spec: {
      selector: { matchLabels: { [values.label]: 'true' } },
      desc: values.description,
      volumeMounts: volumes.map((volume, index) => ({ name: volume, mountPath: folders[index] ?? '' })),
      volumes: volumes.map((volume, index) => ({ name: volume, secret: { secretName: secrets[index] ?? '' } }))
    }
  };
}

/** One Secret that is made from one file. */
export interface SecretSource {
  namespace: string;
  name: string;
  /** Name of the file in the notebook. */
  key: string;
  /** The file here. */
  path: string;
}

function createSecret({ namespace, name, key, path }: SecretSource): string {
  // The key is the name of the file where it has that name already, as in the guide.
  const from = path === key || path.endsWith(`/${key}`) ? path : `${key}=${path}`;
  return `kubectl create secret generic ${shellWord(name)} -n ${shellWord(namespace)} --from-file=${shellWord(from)}`;
}

/** The command that makes a Secret, or replaces what an existing one holds. */
export function replaceSecretCommand(source: SecretSource): string {
  const { name, namespace, key, path } = source;
  const from = `${key}=${path}`;
  return `kubectl create secret generic ${shellWord(name)} -n ${shellWord(namespace)} --from-file=${shellWord(from)} --dry-run=client -o yaml | kubectl apply -f -`;
}

/** The guide's commands for the Secrets. */
export function secretCommands(values: ManifestValues): string[] {
  const { namespace, secretName, caSecretName, dockerConfig, caFile } = values;
  return [
    createSecret({ namespace, name: secretName, key: CONFIG_KEY, path: dockerConfig }),
    ...(caSecretName === null ? [] : [createSecret({ namespace, name: caSecretName, key: CA_KEY, path: caFile })])
  ];
}

/** What has to be done, in order, with the commands: for the person or for whoever may. */
export interface ManifestStep {
  text: string;
  commands: readonly string[];
}

/**
 * The steps around the PodDefault.
 *
 * @param file - name of the file that holds the PodDefault
 */
export function manifestSteps(values: ManifestValues, file: string): ManifestStep[] {
  const { namespace, name, description, secretName, caSecretName } = values;
  const secrets = [secretName, ...(caSecretName === null ? [] : [caSecretName])];
  return [
    {
      text: secrets.length === 1 ? 'Make the Secret from your file:' : 'Make the Secrets from your two files:',
      commands: secretCommands(values)
    },
    { text: 'Make the PodDefault:', commands: [`kubectl create -f ${shellWord(file)} -n ${namespace}`] },
    {
      text: 'Look whether all is there:',
      commands: [
        `kubectl get secret ${secrets.join(' ')} -n ${namespace}`,
        `kubectl get poddefault ${name} -n ${namespace}`
      ]
    },
    {
      text: `Create a new notebook on the same workspace volume and tick "${description}" under Configurations. A notebook that runs already does not get it.`,
      commands: []
    }
  ];
}

/** The PodDefault as a file for kubectl. */
export function manifestFile(values: ManifestValues, format: 'yaml' | 'json'): string {
  return format === 'json' ? `${visibleJson(podDefault(values))}\n` : toYaml(podDefault(values));
}
