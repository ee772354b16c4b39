import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { cellPlugin } from './lab/plugins/cell.ts';
import { clientPlugin } from './lab/plugins/client.ts';
import { commandsPlugin } from './lab/plugins/commands.ts';
import { panelPlugin } from './lab/plugins/panel.ts';
import { settingsPlugin } from './lab/plugins/settings.ts';
import { statusPlugin } from './lab/plugins/status.ts';

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  settingsPlugin,
  clientPlugin,
  commandsPlugin,
  cellPlugin,
  panelPlugin,
  statusPlugin
];

export default plugins;
