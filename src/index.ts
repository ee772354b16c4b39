import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { cellPlugin } from './lab/plugins/cell.ts';
import { clientPlugin } from './lab/plugins/client.ts';
import { commandsPlugin } from './lab/plugins/commands.ts';
import { failurePlugin } from './lab/plugins/failure.ts';
import { panelPlugin } from './lab/plugins/panel.ts';
import { settingsPlugin } from './lab/plugins/settings.ts';
import { statusPlugin } from './lab/plugins/status.ts';

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  settingsPlugin,
  clientPlugin,
  commandsPlugin,
  cellPlugin,
  failurePlugin,
  panelPlugin,
  statusPlugin
];

export default plugins;
