/**
 * JupyterLab as a stock Kubeflow notebook starts it: no token, no password, every origin allowed, behind a prefix.
 * Source: kubeflow v1.10, example-notebook-servers/jupyter/s6/services.d/jupyterlab/run.
 */
import { startServers } from './servers.ts';

export const PREFIX = '/notebook/ns/name';

/** How a stock Kubeflow notebook starts JupyterLab. */
export const KUBEFLOW = {
  prefix: PREFIX,
  flags: [
    '--ServerApp.token=',
    '--ServerApp.password=',
    '--ServerApp.allow_origin=*',
    '--ServerApp.allow_remote_access=True',
    '--ServerApp.authenticate_prometheus=False'
  ]
};

export default function start(): Promise<() => Promise<void>> {
  return startServers(KUBEFLOW);
}
