import { resolve } from 'node:path';
import { CellError, renderCell, requestedValues, type CellRequest } from '../../common/cell.ts';
import { pathArg } from '../../common/args.ts';
import { parseHost } from '../../common/host.ts';
import { readPlace } from '../collect/file.ts';
import { CONFIG_FILE } from '../collect/kinds.ts';
import { readDockerConfig } from '../docker/config.ts';
import { privateHosts } from '../docker/hosts.ts';
import { Vault } from '../secret.ts';
import { UsageError, type CellArguments } from './arguments.ts';

/** What the person reads when the registry cannot be taken from the Docker config. */
const NAME_ONE = 'name the registry, for example "kaptain-registry cell my.private.registry:5000".';

/** More registries than these are not listed. */
const MOST_NAMED = 5;

/**
 * The only private registry of the Docker config. Of the file nothing but the names of registries is used.
 *
 * @param path - of the Docker config, absolute
 * @throws UsageError when there is none, or more than one
 */
export async function onlyRegistry(path: string): Promise<string> {
  const { facts, bytes } = await readPlace(path, CONFIG_FILE.limit);
  const file = pathArg(path);
  if (bytes === null) {
    const why = facts.state === 'missing' ? `there is no Docker config at ${file}` : `${file} cannot be read`;
    throw new UsageError(`cell: ${why}; ${NAME_ONE}`);
  }
  const config = readDockerConfig(bytes, path, new Vault());
  if (config.document.fault !== null) {
    throw new UsageError(`cell: ${file} is not a valid Docker config; ${NAME_ONE}`);
  }
  const hosts = privateHosts(config).filter(host => parseHost(host).ok);
  const [only, ...others] = hosts;
  if (only === undefined) {
    throw new UsageError(`cell: ${file} names no private registry; ${NAME_ONE}`);
  }
  if (others.length > 0) {
    const listed = hosts.slice(0, MOST_NAMED).join(', ');
    const more = hosts.length > MOST_NAMED ? ` and ${hosts.length - MOST_NAMED} more` : '';
    throw new UsageError(`cell: ${file} names ${hosts.length} registries (${listed}${more}); name one of them.`);
  }
  return only;
}

/**
 * The Python of the Config cell. Opens no file and makes no connection.
 *
 * @param host - the registry
 * @param home - home of the notebook's user, absolute
 * @throws UsageError when a wish cannot be met
 */
export function cellText(given: Omit<CellArguments, 'host'>, host: string, home: string): string {
  const { dockerConfig, caFile, noCa, model, image, baseImage, sdk } = given;
  if (!model && (image !== null || baseImage !== null || sdk !== null)) {
    throw new UsageError('cell: --image, --base-image and --sdk belong to the Model part; add --model.');
  }
  if (noCa && caFile !== null) {
    throw new UsageError('cell: --no-ca and --ca-file exclude each other.');
  }
  const request: CellRequest = {
    registry: host,
    home,
    noCa,
    ...(dockerConfig === null ? {} : { dockerConfig: resolve(dockerConfig) }),
    ...(caFile === null ? {} : { caFile: resolve(caFile) }),
    ...(model
      ? {
          model: {
            ...(image === null ? {} : { image }),
            ...(baseImage === null ? {} : { baseImage }),
            ...(sdk === null ? {} : { sdk })
          }
        }
      : {})
  };
  try {
    return `${renderCell(requestedValues(request))}\n`;
  } catch (error) {
    if (error instanceof CellError) {
      throw new UsageError(`cell: ${error.message}`);
    }
    throw error;
  }
}
