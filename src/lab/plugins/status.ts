import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { PanelSettings } from '../client/settings.ts';
import { StatusItem } from '../status.tsx';
import { CommandIDs, DOMAIN, IPanelSettings, IRegistryChecks } from '../tokens.ts';

/** The verdict in the status bar, where there is one. */
export const statusPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-kaptain-registry:status',
  description: 'Shows the verdict on the private registry in the status bar.',
  autoStart: true,
  requires: [IRegistryChecks],
  optional: [IStatusBar, IPanelSettings, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    checks: IRegistryChecks,
    statusBar: IStatusBar | null,
    settings: IPanelSettings | null,
    translator: ITranslator | null
  ): void => {
    if (statusBar === null) {
      return;
    }
    const item = new StatusItem({
      checks,
      settings: settings ?? new PanelSettings(),
      trans: (translator ?? nullTranslator).load(DOMAIN),
      open: () => void app.commands.execute(CommandIDs.openPanel)
    });
    statusBar.registerStatusItem(statusPlugin.id, {
      item,
      align: 'right',
      rank: 620,
      isActive: () => item.isActive,
      activeStateChanged: item.activeStateChanged
    });
  }
};
