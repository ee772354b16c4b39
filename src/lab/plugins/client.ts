import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IStateDB } from '@jupyterlab/statedb';
import { Connection } from '../client/connection.ts';
import { RegistryChecks } from '../client/model.ts';
import { SinceMemory } from '../client/since.ts';
import { PanelSettings } from '../client/settings.ts';
import { IPanelSettings, IRegistryChecks } from '../tokens.ts';

/** Names of kernel specs that the server half takes. */
const KERNEL_NAME = /^[A-Za-z0-9._-]{1,128}$/;

/** Name of the current notebook's kernel spec; null without a notebook or kernel. */
function kernelOf(tracker: INotebookTracker | null): string | null {
  const session = tracker?.currentWidget?.sessionContext;
  const name = session?.session?.kernel?.name ?? session?.kernelPreference.name ?? '';
  return KERNEL_NAME.test(name) ? name : null;
}

/** Runs the checks on the notebook server. Sends nothing by itself. */
export const clientPlugin: JupyterFrontEndPlugin<IRegistryChecks> = {
  id: 'jupyterlab-kaptain-registry:client',
  description: 'Runs the checks of the private registry on the notebook server and keeps what they found.',
  autoStart: true,
  optional: [IPanelSettings, INotebookTracker, IStateDB],
  provides: IRegistryChecks,
  activate: (
    app: JupyterFrontEnd,
    settings: IPanelSettings | null,
    tracker: INotebookTracker | null,
    state: IStateDB | null
  ): IRegistryChecks =>
    new RegistryChecks({
      connection: new Connection(app.serviceManager.serverSettings),
      settings: settings ?? new PanelSettings(),
      kernel: () => kernelOf(tracker),
      memory: new SinceMemory(state)
    })
};
