import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';
import { PanelSettings } from '../client/settings.ts';
import { IPanelSettings } from '../tokens.ts';

/** The settings of `schema/settings.json`, and the choices made in the panel. */
export const settingsPlugin: JupyterFrontEndPlugin<IPanelSettings> = {
  id: 'jupyterlab-kaptain-registry:settings',
  description: 'Keeps the settings of the private registry panel and the choices made in it.',
  autoStart: true,
  optional: [ISettingRegistry, IStateDB],
  provides: IPanelSettings,
  activate: (_app: JupyterFrontEnd, registry: ISettingRegistry | null, state: IStateDB | null): IPanelSettings =>
    new PanelSettings({ load: registry === null ? null : () => registry.load(settingsPlugin.id), state })
};
