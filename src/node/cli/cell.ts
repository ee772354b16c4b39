import { resolve } from 'node:path';
import { CellError, renderCell, requestedValues, type CellRequest } from '../../common/cell.ts';
import { UsageError, type CellArguments } from './arguments.ts';

/** Registry of the cell when none was named: to be replaced by hand. */
const EXAMPLE = 'my.private.registry:5000';

/**
 * The Python of the Config cell. Opens no file and makes no connection.
 *
 * @param home - home of the notebook's user, absolute
 * @returns the cell, and what the person has to be told about it
 * @throws UsageError when a wish cannot be met
 */
export function cellText(given: CellArguments, home: string): { cell: string; note: string | null } {
  const { host, dockerConfig, caFile, noCa, model, image, baseImage, sdk } = given;
  if (!model && (image !== null || baseImage !== null || sdk !== null)) {
    throw new UsageError('cell: --image, --base-image and --sdk belong to the Model part; add --model.');
  }
  if (noCa && caFile !== null) {
    throw new UsageError('cell: --no-ca and --ca-file exclude each other.');
  }
  const request: CellRequest = {
    registry: host ?? EXAMPLE,
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
    const cell = `${renderCell(requestedValues(request))}\n`;
    return {
      cell,
      note:
        host === null ? `No registry was named: replace ${EXAMPLE}, or run "kaptain-registry cell host:port".` : null
    };
  } catch (error) {
    if (error instanceof CellError) {
      throw new UsageError(`cell: ${error.message}`);
    }
    throw error;
  }
}
