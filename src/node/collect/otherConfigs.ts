import { holdsDockerConfig } from '../../common/environment.ts';
import { join } from 'node:path';
import { readDockerConfig } from '../docker/config.ts';
import { differingHosts } from '../docker/differ.ts';
import type { DockerConfigFacts } from '../docker/facts.ts';
import type { OtherConfigFacts, OtherConfigSource } from '../facts.ts';
import { Secret, type Vault } from '../secret.ts';
import { readPlace, type FileAccess } from './file.ts';
import { CONFIG_FILE } from './kinds.ts';
import { collector } from './types.ts';

interface OtherPlace {
  source: OtherConfigSource;
  path: string;
}

/**
 * Files that other programs read instead of the one in the home folder, or before it: docker and crane (`DOCKER_CONFIG`),
 * skopeo and podman (containers/image `getAuthFilePaths`).
 *
 * @param home - home folder of the notebook's kernel
 */
function otherPlaces(variables: Readonly<Record<string, string>>, home: string): OtherPlace[] {
  const below = (folder: string | undefined, ...names: string[]): string | null =>
    folder === undefined || folder === '' ? null : join(folder, ...names);
  const places: [OtherConfigSource, string | null][] = [
    ['DOCKER_CONFIG', below(variables['DOCKER_CONFIG'], 'config.json')],
    ['REGISTRY_AUTH_FILE', below(variables['REGISTRY_AUTH_FILE'])],
    ['containers', below(variables['XDG_RUNTIME_DIR'], 'containers', 'auth.json')],
    ['containers', below(variables['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'containers', 'auth.json')]
  ];
  return places.flatMap(([source, path]) => (path === null ? [] : [{ source, path }]));
}

async function readOther(
  { source, path }: OtherPlace,
  main: DockerConfigFacts,
  vault: Vault,
  files: FileAccess | undefined
): Promise<OtherConfigFacts | null> {
  const { facts, bytes } = await readPlace(path, CONFIG_FILE.limit, files);
  if (facts.state !== 'file') {
    const missing = source === 'DOCKER_CONFIG' && facts.state === 'missing';
    return missing ? { source, path, differs: [], hosts: [], missing } : null;
  }
  const content = bytes === null ? null : readDockerConfig(bytes, path, vault);
  return {
    source,
    path,
    differs: content === null ? [] : differingHosts(main, content),
    hosts: content === null ? [] : content.hosts,
    missing: false
  };
}

/** Docker configs beside the one that is judged, and for which registries they hold another login. */
export const otherConfigsCollector = collector({
  gives: 'config.others',
  needs: ['environment', 'config.file', 'config.content'],
  cost: 'local',
  limitMs: 2000,
  async collect({ environment, 'config.file': file, 'config.content': main }, { options, vault }) {
    const { home, variables } = environment;
    const places: OtherPlace[] = [
      ...otherPlaces(variables, home),
      ...(file.elsewhere === null ? [] : [{ source: 'kubeflow-home' as const, path: file.elsewhere }])
    ].filter(({ path }, index, all) => path !== file.path && all.findIndex(other => other.path === path) === index);
    const found = await Promise.all(places.map(place => readOther(place, main, vault, options.files)));
    const given = options.environment['DOCKER_AUTH_CONFIG'];
    const text = given instanceof Secret ? given.reveal().slice(0, CONFIG_FILE.limit) : '';
    const content = text === '' ? null : readDockerConfig(Buffer.from(text), '', vault);
    const variable: OtherConfigFacts[] =
      content === null
        ? []
        : [
            {
              source: 'DOCKER_AUTH_CONFIG',
              path: null,
              differs: differingHosts(main, content),
              hosts: content.hosts,
              missing: false
            }
          ];
    const folder = options.environment['DOCKER_CONFIG'];
    const isContent = typeof folder === 'string' && holdsDockerConfig(folder);
    if (isContent) {
      // No program reads it there; its logins are secrets all the same.
      readDockerConfig(Buffer.from(folder.slice(0, CONFIG_FILE.limit)), '', vault);
    }
    const misplaced: OtherConfigFacts[] = isContent
      ? [{ source: 'DOCKER_CONFIG', path: null, differs: [], hosts: [], missing: true }]
      : [];
    return { value: [...misplaced, ...variable, ...found.filter(other => other !== null)] };
  }
});
