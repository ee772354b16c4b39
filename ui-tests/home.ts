/** The two files in the home of the tests' JupyterLab, with and without a fault. */
import { FAULTS, healthyParts } from '../scripts/demo/faults.mjs';
import { mount } from '../scripts/demo/home.mjs';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { servers } from './servers.ts';

export function mountHealthy(): void {
  const { home, files } = servers();
  mount(home, files);
}

/** Forgets what was chosen in the panel and in the settings, as if the person had just started. */
export function forgetChoices(): void {
  const jupyter = join(dirname(servers().home), 'jupyter');
  rmSync(join(jupyter, 'config', 'lab', 'user-settings', 'jupyterlab-kaptain-registry'), {
    recursive: true,
    force: true
  });
}

/** A home with neither file, as a new notebook's. */
export function mountNothing(): void {
  mount(servers().home, { caFile: null, dockerConfig: null });
}

/** How every test begins: nothing chosen, everything works. */
export function startAfresh(): void {
  forgetChoices();
  mountHealthy();
}

/** Builds one of the demo's faults into the files. Faults of the registry itself are none of these. */
export function mountFault(fault: string): void {
  const { home, host, files } = servers();
  const changed = FAULTS[fault].change(healthyParts());
  mount(home, {
    caFile: changed.caFile === undefined ? files.caFile : changed.caFile,
    dockerConfig: changed.dockerConfig === undefined ? files.dockerConfig : changed.dockerConfig(host)
  });
}
