import { LabIcon } from '@jupyterlab/ui-components';
import registrySvg from '../../style/icons/registry.svg';

/** A container's box with a padlock: the private registry. */
export const registryIcon = new LabIcon({ name: 'jupyterlab-kaptain-registry:registry', svgstr: registrySvg });
