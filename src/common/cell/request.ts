import { CellError } from './error.ts';
import { baseImage, imageOn, isRegistry } from './image.ts';
import { isPlace } from './plan.ts';
import { FRAMEWORKS, SDK_VERSION, type CellValues, type Framework, type ModelValues } from './values.ts';

/** Newest SDK that is documented. */
export const NEWEST_SDK = '1.3';

/** Wishes for the `Model(...)` part. What is left out gets a plain example that the person adapts. */
export interface ModelRequest {
  /** Version of the Kaptain SDK; the newest without it. */
  sdk?: string;
  /** Image to build, with or without the cell's registry in front. */
  image?: string;
  /** Image to build on. */
  baseImage?: string;
  id?: string;
  name?: string;
  description?: string;
  version?: string;
  framework?: Framework;
  frameworkVersion?: string;
  mainFile?: string;
}

/** Wishes for a cell, as the command line and the dialog have them. */
export interface CellRequest {
  registry: string;
  /** Home of the notebook's user, absolute: a file named at its default place is written as `default()`. */
  home: string;
  dockerConfig?: string;
  caFile?: string;
  /** The registry is publicly trusted: no certificate provider. */
  noCa?: boolean;
  model?: ModelRequest;
}

/**
 * Whether `framework` is a `ModelFramework` (from SDK 1.0) and no text (up to 0.4).
 *
 * @param sdk - version such as `0.4` or `1.0.1`
 * @throws CellError `sdk` for anything else
 */
export function usesFrameworkEnum(sdk: string): boolean {
  const major = SDK_VERSION.exec(sdk)?.[1];
  if (major === undefined) {
    throw new CellError('sdk');
  }
  return Number(major) >= 1;
}

/** What the tutorials of Kaptain 2.2 use, where neither the person nor the base image names a version. */
const USUAL_VERSION: Readonly<Record<Framework, string>> = {
  tensorflow: '2.9.1',
  pytorch: '1.11.0',
  sklearn: '0.24.2'
};

/** Framework and version that a trainer image of Kaptain names in its tag, for example `2.2.0-tensorflow-2.9.1`. */
function frameworkIn(image: string): { framework: Framework; version: string } | null {
  const match = /:[^/]*(tensorflow|pytorch)-(\d+(?:\.\d+){1,3})/.exec(image);
  const framework = FRAMEWORKS.find(word => word === match?.[1]);
  return framework === undefined || match?.[2] === undefined ? null : { framework, version: match[2] };
}

function placeOf(path: string, home: string, usual: string): { need: 'default' } | { need: 'from_file'; path: string } {
  if (!isPlace(path)) {
    throw new CellError('path');
  }
  return path === `${home.replace(/\/+$/, '')}/${usual}` ? { need: 'default' } : { need: 'from_file', path };
}

/**
 * Arguments of the `Model(...)` call.
 *
 * @param registry - the cell's
 * @throws CellError when a wish is missing or cannot be met: image and base image are never made up
 */
export function modelValues(registry: string, request: ModelRequest): ModelValues {
  const sdk = (request.sdk ?? NEWEST_SDK).trim();
  const asEnum = usesFrameworkEnum(sdk);
  const imageName = imageOn(registry, request.image ?? '');
  const base = baseImage(request.baseImage ?? '');
  const named = frameworkIn(base);
  const framework = request.framework ?? named?.framework ?? 'tensorflow';
  if (!asEnum && framework === 'sklearn') {
    throw new CellError('framework');
  }
  const model: ModelValues = {
    sdk,
    id: (request.id ?? 'dev/model').trim(),
    name: (request.name ?? 'Model').trim(),
    description: (request.description ?? request.name ?? 'Model').trim(),
    version: (request.version ?? '0.0.1').trim(),
    framework,
    frameworkVersion: (
      request.frameworkVersion ?? (named?.framework === framework ? named.version : USUAL_VERSION[framework])
    ).trim(),
    mainFile: (request.mainFile ?? 'trainer.py').trim(),
    imageName,
    baseImage: base
  };
  if (Object.values(model).some(text => text === '' || text.length > 500)) {
    throw new CellError('text');
  }
  return model;
}

/**
 * The values of a cell that somebody wishes for without a run: nothing is looked at, default places are assumed.
 * A Docker config elsewhere is written with `S3ConfigurationProvider.default()`, which needs `~/.aws/credentials`.
 *
 * @throws CellError when a wish cannot be met
 */
export function requestedValues(request: CellRequest): CellValues {
  const { registry, home, dockerConfig, caFile, noCa, model } = request;
  if (!isRegistry(registry)) {
    throw new CellError('registry');
  }
  return {
    registry,
    caFile:
      noCa === true
        ? { need: 'none' }
        : caFile === undefined
          ? { need: 'default' }
          : placeOf(caFile, home, '.tls/certificate.crt'),
    dockerConfig: dockerConfig === undefined ? { need: 'default' } : placeOf(dockerConfig, home, '.docker/config.json'),
    ...(model === undefined ? {} : { model: modelValues(registry, model) })
  };
}
