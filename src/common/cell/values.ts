/** Where the CA file is: where `default()` looks, elsewhere, or not needed because the registry is publicly trusted. */
export type CaFileChoice = { need: 'default' } | { need: 'none' } | { need: 'from_file'; path: string };

/** Where the Docker config is. Elsewhere rules `Config.default()` out. */
export type DockerConfigChoice = { need: 'default' } | { need: 'from_file'; path: string };

/** Frameworks by the names that both kinds of the SDK know: a text up to 0.4, `ModelFramework` from 1.0. */
export const FRAMEWORKS = ['tensorflow', 'pytorch', 'sklearn'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** Arguments of the `Model(...)` call. */
export interface ModelValues {
  /** Version of the Kaptain SDK, for example `0.4` or `1.3`. */
  sdk: string;
  id: string;
  name: string;
  description: string;
  version: string;
  framework: Framework;
  frameworkVersion: string;
  mainFile: string;
  /** Image to build and push, with the cell's registry in front. */
  imageName: string;
  /** Image to build on, as the person named it. */
  baseImage: string;
}

/** All that a Config cell says. No secret among it: it is saved and shared with the notebook. */
export interface CellValues {
  /** `host[:port]`, as `docker_registry_url` wants it. */
  registry: string;
  caFile: CaFileChoice;
  dockerConfig: DockerConfigChoice;
  model?: ModelValues;
}

/** Parts of a cell in which two cells may differ. */
export type CellField = 'registry' | 'caFile' | 'dockerConfig' | 'model';

const MODEL_FIELDS = [
  'sdk',
  'id',
  'name',
  'description',
  'version',
  'frameworkVersion',
  'mainFile',
  'imageName',
  'baseImage'
] as const satisfies readonly (keyof ModelValues)[];

/** Version of the SDK; the group is its major number. */
export const SDK_VERSION = /^(\d{1,3})(?:\.\d{1,4}){0,3}$/;

/** Longest text that is taken from a notebook's metadata. */
const LONGEST = 4096;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

function choiceOf<Need extends string>(
  value: unknown,
  plain: readonly Need[]
): { need: Need } | { need: 'from_file'; path: string } | null {
  if (!isRecord(value)) {
    return null;
  }
  if (value.need === 'from_file') {
    return isText(value.path) ? { need: 'from_file', path: value.path } : null;
  }
  const need = plain.find(word => word === value.need);
  return need === undefined ? null : { need };
}

function modelOf(value: unknown): ModelValues | null {
  if (!isRecord(value)) {
    return null;
  }
  const framework = FRAMEWORKS.find(word => word === value.framework);
  const texts: Partial<Record<(typeof MODEL_FIELDS)[number], string>> = {};
  for (const field of MODEL_FIELDS) {
    const text = value[field];
    if (!isText(text)) {
      return null;
    }
    texts[field] = text;
  }
  if (framework === undefined || !SDK_VERSION.test(texts.sdk ?? '')) {
    return null;
  }
  return { ...(texts as Record<(typeof MODEL_FIELDS)[number], string>), framework };
}

/**
 * Values as they were kept in a cell's metadata.
 *
 * @param value - anything: metadata of a notebook comes from other people
 * @returns null when it is not complete or not of our form
 */
export function readValues(value: unknown): CellValues | null {
  if (!isRecord(value) || !isText(value.registry)) {
    return null;
  }
  const caFile = choiceOf(value.caFile, ['default', 'none'] as const);
  const dockerConfig = choiceOf(value.dockerConfig, ['default'] as const);
  if (caFile === null || dockerConfig === null) {
    return null;
  }
  if (value.model === undefined) {
    return { registry: value.registry, caFile, dockerConfig };
  }
  const model = modelOf(value.model);
  return model === null ? null : { registry: value.registry, caFile, dockerConfig, model };
}

function sameChoice(a: CaFileChoice | DockerConfigChoice, b: CaFileChoice | DockerConfigChoice): boolean {
  return a.need === b.need && (a.need !== 'from_file' || b.need !== 'from_file' || a.path === b.path);
}

function sameModel(a: ModelValues | undefined, b: ModelValues | undefined): boolean {
  if (a === undefined || b === undefined) {
    return a === b;
  }
  return a.framework === b.framework && MODEL_FIELDS.every(field => a[field] === b[field]);
}

/** In which parts two cells differ, in the order of the cell. */
export function differences(a: CellValues, b: CellValues): CellField[] {
  const fields: CellField[] = [];
  if (a.registry !== b.registry) {
    fields.push('registry');
  }
  if (!sameChoice(a.dockerConfig, b.dockerConfig)) {
    fields.push('dockerConfig');
  }
  if (!sameChoice(a.caFile, b.caFile)) {
    fields.push('caFile');
  }
  if (!sameModel(a.model, b.model)) {
    fields.push('model');
  }
  return fields;
}
