import { LabIcon } from '@jupyterlab/ui-components';
import svgstr from '../../../style/icons/config-cell.svg';

/** A code cell with a plus: the toolbar's button. */
export const configCellIcon = new LabIcon({ name: 'jupyterlab-kaptain-registry:config-cell', svgstr });
