/** How long our plugins take to activate: the part of them for which JupyterLab waits when it starts. */
import type { Page } from '@playwright/test';

const NAME = 'jupyterlab-kaptain-registry';
/** Number of our plugins: a load is over when each of them is active. */
const PLUGINS = 7;

interface Activated {
  id: string;
  milliseconds: number;
}

/** Measures every activation in the pages to come, by standing between JupyterLab and the modules that it loads. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(name => {
    interface Plugin {
      id: string;
      activate: (...args: unknown[]) => unknown;
    }
    interface Container {
      get(module: string): Promise<() => { default?: Plugin[] }>;
    }
    const activated: { id: string; milliseconds: number }[] = [];
    let ours: Container | undefined;
    const containers = {};
    Object.defineProperty(containers, name, {
      enumerable: true,
      get: () => ours,
      set: (container: Container) => {
        const get = container.get.bind(container);
        ours = {
          ...container,
          get: async module => {
            const factory = await get(module);
            return () => {
              const made = factory();
              for (const plugin of Array.isArray(made.default) ? made.default : []) {
                const { activate } = plugin;
                plugin.activate = (...args) => {
                  const began = performance.now();
                  const service = activate(...args);
                  activated.push({ id: plugin.id, milliseconds: performance.now() - began });
                  return service;
                };
              }
              return made;
            };
          }
        };
      }
    });
    Object.assign(window, { _JUPYTERLAB: containers, activatedPlugins: activated });
  }, NAME);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = Math.floor(sorted.length / 2);
  return ((sorted[upper] ?? 0) + (sorted[sorted.length % 2 === 0 ? upper - 1 : upper] ?? 0)) / 2;
}

/**
 * Loads a page several times.
 *
 * @returns milliseconds: the median of all plugins together, and that of each
 */
export async function activation(
  page: Page,
  address: string,
  times: number
): Promise<{ all: number; each: [id: string, median: number][] }> {
  await watch(page);
  const loads: Activated[][] = [];
  for (let load = 0; load < times; load += 1) {
    await page.goto(address, { waitUntil: 'commit' });
    const handle = await page.waitForFunction(count => {
      const { activatedPlugins = [] } = window as { activatedPlugins?: Activated[] };
      return activatedPlugins.length >= count ? activatedPlugins : null;
    }, PLUGINS);
    loads.push((await handle.jsonValue()) ?? []);
  }
  const ids = (loads[0] ?? []).map(({ id }) => id);
  const of = (id: string): number[] =>
    loads.map(load => load.find(plugin => plugin.id === id)?.milliseconds ?? Number.NaN);
  return {
    all: median(loads.map(load => load.reduce((sum, { milliseconds }) => sum + milliseconds, 0))),
    each: ids.map(id => [id.slice(id.indexOf(':') + 1), median(of(id))])
  };
}
