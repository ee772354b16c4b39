import type { JsonMember, JsonNode } from './json.ts';

/**
 * How Go (encoding/json) and Python (json) find and merge the fields of an object.
 *
 * Go ignores the case of field names, merges repeated objects and lets `null` change nothing; Python compares exactly
 * and keeps the last of several.
 */

/** encoding/json foldName: ASCII case, and the two letters outside ASCII that fold into it. */
function fold(name: string): string {
  return name.replaceAll('\u017F', 's').toLowerCase();
}

/** Values of a field, in the order in which they stand. */
export function goValues(members: readonly JsonMember[], field: string): JsonNode[] {
  const wanted = fold(field);
  return members.filter(member => fold(member.name) === wanted).map(member => member.value);
}

/** Text of a field as Go has it after decoding; empty when it is absent, null or of another type. */
export function goText(members: readonly JsonMember[], field: string): string {
  let text = '';
  for (const value of goValues(members, field)) {
    if (value.type === 'string') {
      text = value.value;
    }
  }
  return text;
}

/** Members of a map as Go has them after decoding: repeated maps are merged, `null` empties, the last value of a key counts. */
export function goMap(members: readonly JsonMember[], field: string): JsonMember[] {
  let merged: JsonMember[] = [];
  for (const value of goValues(members, field)) {
    if (value.type === 'null') {
      merged = [];
    } else if (value.type === 'object') {
      merged.push(...value.members);
    }
  }
  return merged;
}

/** Members of an object as a Python dict: in the order of first sight, with the last value. */
export function pythonDict(members: readonly JsonMember[]): Map<string, JsonNode> {
  const dict = new Map<string, JsonNode>();
  for (const member of members) {
    dict.set(member.name, member.value);
  }
  return dict;
}

/** Names that only Go takes for a field, because of their capital letters. */
export function miscasedNames(members: readonly JsonMember[], fields: readonly string[]): string[] {
  return fields.filter(
    field => !members.some(member => member.name === field) && members.some(member => fold(member.name) === fold(field))
  );
}

const FAMILIES = {
  docker: ['docker'],
  'docker-2019': ['docker-2019'],
  both: ['docker', 'docker-2019']
} as const;

/**
 * Fields whose type the Go readers insist on: docker/cli v29 and the version of 2019 in Kaniko 1.3.0
 * (`cli/config/configfile/file.go`), containers/image (`dockerConfigFile`), kubelet (`DockerConfigJSON`).
 */
export const TYPED_FIELDS: readonly {
  field: string;
  form: 'text' | 'list of texts' | 'map' | 'map of texts' | 'map of maps of texts';
  families: readonly ('docker' | 'docker-2019' | 'containers-image' | 'kubelet')[];
}[] = [
  { field: 'auths', form: 'map', families: ['docker', 'docker-2019', 'containers-image', 'kubelet'] },
  { field: 'HttpHeaders', form: 'map of texts', families: ['docker', 'docker-2019', 'kubelet'] },
  { field: 'credHelpers', form: 'map of texts', families: ['docker', 'docker-2019', 'containers-image'] },
  ...(
    [
      'psFormat',
      'imagesFormat',
      'networksFormat',
      'pluginsFormat',
      'volumesFormat',
      'statsFormat',
      'detachKeys',
      'credsStore',
      'serviceInspectFormat',
      'servicesFormat',
      'tasksFormat',
      'secretFormat',
      'configFormat',
      'nodesFormat',
      'currentContext'
    ] as const
  ).map(field => ({ field, form: 'text' as const, families: FAMILIES.both })),
  { field: 'stackOrchestrator', form: 'text', families: FAMILIES['docker-2019'] },
  { field: 'experimental', form: 'text', families: FAMILIES['docker-2019'] },
  { field: 'pruneFilters', form: 'list of texts', families: FAMILIES.both },
  { field: 'cliPluginsExtraDirs', form: 'list of texts', families: FAMILIES.both },
  { field: 'proxies', form: 'map of maps of texts', families: FAMILIES.both },
  { field: 'plugins', form: 'map of maps of texts', families: FAMILIES.both },
  { field: 'aliases', form: 'map of texts', families: FAMILIES.both },
  { field: 'features', form: 'map of texts', families: FAMILIES.docker }
];

/** The first value below a node that does not have the form; null when all is well. `null` fits every form. */
export function misfit(node: JsonNode, form: (typeof TYPED_FIELDS)[number]['form']): JsonNode | null {
  if (node.type === 'null') {
    return null;
  }
  switch (form) {
    case 'text':
      return node.type === 'string' ? null : node;
    case 'list of texts':
      return node.type === 'array' ? firstMisfit(node.items, 'text') : node;
    case 'map':
      return node.type === 'object' ? null : node;
    case 'map of texts':
      return node.type === 'object' ? firstMisfit(valuesOf(node.members), 'text') : node;
    case 'map of maps of texts':
      return node.type === 'object' ? firstMisfit(valuesOf(node.members), 'map of texts') : node;
  }
}

function firstMisfit(nodes: readonly JsonNode[], form: (typeof TYPED_FIELDS)[number]['form']): JsonNode | null {
  for (const node of nodes) {
    const found = misfit(node, form);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function valuesOf(members: readonly JsonMember[]): JsonNode[] {
  return members.map(member => member.value);
}
