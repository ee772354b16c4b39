/** JupyterLab with what Galata needs: its helper extension, and neither token nor XSRF check. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { startServers } from './servers.ts';

export default function start(): Promise<() => Promise<void>> {
  const jupyterlab = execFileSync('python', ['-c', 'import jupyterlab; print(jupyterlab.__file__)'], {
    encoding: 'utf8'
  });
  return startServers({
    flags: [
      '--IdentityProvider.token=',
      '--ServerApp.disable_check_xsrf=True',
      '--LabApp.expose_app_in_browser=True',
      `--LabServerApp.extra_labextensions_path=${join(dirname(jupyterlab), 'galata')}`
    ]
  });
}
