import {
  checkManifestValues,
  GUIDE,
  ManifestError,
  manifestFile,
  manifestSteps,
  type ManifestValues
} from '../../common/manifests.ts';
import { UsageError } from './args/grammar.ts';
import type { ManifestsArguments } from './args/manifests.ts';
import { whom } from '../../common/contacts.ts';

/** File name that the commands assume. */
const FILE = { yaml: 'poddefault.yaml', json: 'poddefault.json' } as const;

export interface ManifestsOutput {
  /** For kubectl: the PodDefault, as YAML with the steps as comments, or as JSON. */
  file: string;
  /** For the person, where the file cannot hold it; empty otherwise. */
  note: string;
}

/**
 * The Secrets' commands and the PodDefault. Opens no file and makes no connection.
 *
 * @param podNamespace - namespace of the pod that this runs in; null outside of one
 * @throws UsageError when a name cannot be used
 */
export function manifestsOutput(given: ManifestsArguments, podNamespace: string | null): ManifestsOutput {
  const values = valuesOf(given, podNamespace);
  try {
    checkManifestValues(values);
  } catch (error) {
    if (error instanceof ManifestError) {
      throw new UsageError(`manifests: ${error.message}`);
    }
    throw error;
  }
  const file = manifestFile(values, given.format);
  const notes = notesOf(given, values);
  return given.format === 'json'
    ? { file, note: `${notes.join('\n')}\n` }
    : { file: `${notes.map(line => (line === '' ? '#' : `# ${line}`)).join('\n')}\n${file}`, note: '' };
}

function valuesOf(given: ManifestsArguments, podNamespace: string | null): ManifestValues {
  const namespace = given.namespace ?? podNamespace;
  if (namespace === null) {
    throw new UsageError(
      'manifests: this does not run in a pod, so the namespace is not known; name it, for example --namespace team-a.'
    );
  }
  const name = given.name ?? GUIDE.name;
  return {
    namespace,
    name,
    // A PodDefault of one's own needs a label of its own: with a shared one, ticking either applies both.
    label: given.label ?? name,
    description: given.description ?? GUIDE.description,
    secretName: given.secretName ?? GUIDE.secretName,
    caSecretName: given.noCa ? null : (given.caSecretName ?? GUIDE.caSecretName),
    dockerConfig: given.dockerConfig ?? GUIDE.dockerConfig,
    caFile: given.caFile ?? GUIDE.caFile,
    home: given.home?.replace(/(?<=.)\/$/, '') ?? GUIDE.home
  };
}

function notesOf(given: ManifestsArguments, values: ManifestValues): string[] {
  const name = FILE[given.format];
  const lines = [`Login and CA for every new notebook of ${values.namespace}. Save this as ${name}; then:`, ''];
  for (const [index, step] of manifestSteps(values, name).entries()) {
    lines.push(`${index + 1}. ${step.text}`, ...step.commands.map(command => `     ${command}`));
  }
  return [
    ...lines,
    '',
    `What you may not do yourself: hand this to the ${whom('cluster-admin', given.contacts)}. It holds no secret; your two files do.`,
    `Where a PodDefault ${values.name} exists already and differs, delete it first: kubectl delete poddefault ${values.name} -n ${values.namespace}`
  ];
}
