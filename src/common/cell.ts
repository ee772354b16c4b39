import { pythonString } from './cell/literal.ts';
import { usesFrameworkEnum } from './cell/request.ts';
import type { CellValues, ModelValues } from './cell/values.ts';

export { CellError, type CellFault } from './cell/error.ts';
export { baseImage, imageOn, isRegistry, meansDockerHub, moveImage } from './cell/image.ts';
export { pythonString } from './cell/literal.ts';
export {
  modelValues,
  NEWEST_SDK,
  requestedValues,
  usesFrameworkEnum,
  type CellRequest,
  type ModelRequest
} from './cell/request.ts';
export { cellPlan, refusal, type CellPlan, type Refusal } from './cell/plan.ts';
export {
  differences,
  FRAMEWORKS,
  readValues,
  type CaFileChoice,
  type CellField,
  type CellValues,
  type DockerConfigChoice,
  type Framework,
  type ModelValues
} from './cell/values.ts';

function modelLines(model: ModelValues): string[] {
  const framework = usesFrameworkEnum(model.sdk)
    ? `ModelFramework.${model.framework.toUpperCase()}`
    : pythonString(model.framework);
  return [
    '',
    '# Adapt these to your model.',
    'model = Model(',
    `    id=${pythonString(model.id)},`,
    `    name=${pythonString(model.name)},`,
    `    description=${pythonString(model.description)},`,
    `    version=${pythonString(model.version)},`,
    `    framework=${framework},`,
    `    framework_version=${pythonString(model.frameworkVersion)},`,
    `    main_file=${pythonString(model.mainFile)},`,
    `    image_name=${pythonString(model.imageName)},`,
    `    base_image=${pythonString(model.baseImage)},`,
    '    config=config,',
    ')'
  ];
}

/**
 * The Python of a Config cell, without a final newline. The same values give the same text, always.
 *
 * With everything in its default place it is the private-registries guide's code, letter by letter. Values are written as
 * literals only, so no host, path or name can put code into the notebook.
 * Source: Kaptain SDK guides "Private registries" and "Accessing Docker and Cloud Storage", API pages 0.3 to 1.3.
 *
 * @param values - what the cell says; a Docker config elsewhere needs `~/.aws/credentials` (see `cellPlan`)
 */
export function renderCell(values: CellValues): string {
  const { registry, caFile, dockerConfig, model } = values;
  const imports = ['from kaptain.config import Config'];
  if (model !== undefined) {
    if (usesFrameworkEnum(model.sdk)) {
      imports.push('from kaptain.model.frameworks import ModelFramework');
    }
    imports.push('from kaptain.model.models import Model');
  }
  if (caFile.need !== 'none') {
    imports.push('from kaptain.platform.config.certificates import DockerRegistryCertificateProvider');
  }
  const lines: string[] = [];
  if (dockerConfig.need === 'default') {
    lines.push('config = Config.default()');
  } else {
    imports.push(
      'from kaptain.platform.config.docker import DockerConfigurationProvider',
      'from kaptain.platform.config.s3 import S3ConfigurationProvider'
    );
    lines.push(
      'config = Config(',
      `    docker_config_provider=DockerConfigurationProvider.from_file(${pythonString(dockerConfig.path)}),`,
      '    storage_config_provider=S3ConfigurationProvider.default(),',
      ')'
    );
  }
  lines.push(`config.docker_registry_url = ${pythonString(registry)}`);
  if (caFile.need === 'default') {
    lines.push('config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.default()');
  } else if (caFile.need === 'from_file') {
    lines.push(
      'config.docker_registry_certificate_provider = DockerRegistryCertificateProvider.from_file(',
      `    ${pythonString(caFile.path)}`,
      ')'
    );
  }
  return [...imports, '', ...lines, ...(model === undefined ? [] : modelLines(model))].join('\n');
}
