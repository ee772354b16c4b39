import { readDockerConfig, unavailableConfig } from '../docker/config.ts';
import { resolveLogin } from '../docker/resolve.ts';
import { readPlace } from './file.ts';
import { CONFIG_FILE } from './kinds.ts';
import { locate } from './place.ts';
import { collector } from './types.ts';

/** What stands where the Docker config should be. */
export const configFileCollector = collector({
  gives: 'config.file',
  needs: ['environment'],
  cost: 'local',
  limitMs: 3000,
  collect: async ({ environment }, { options }) => ({ value: await locate(CONFIG_FILE, options, environment.home) })
});

/** Content of the Docker config. Its logins go into the vault. */
export const configContentCollector = collector({
  gives: 'config.content',
  needs: ['config.file'],
  cost: 'local',
  limitMs: 3000,
  async collect({ 'config.file': file }, { vault, options }) {
    const reading =
      file.state === 'file' && !file.tooLarge ? await readPlace(file.path, CONFIG_FILE.limit, options.files) : null;
    if (reading === null || reading.bytes === null) {
      return { value: unavailableConfig(file.path, reading === null ? 'unavailable' : 'changing') };
    }
    return { value: readDockerConfig(reading.bytes, file.path, vault) };
  }
});

/** Which login each program finds for a registry. */
export const loginCollector = collector({
  gives: 'login',
  needs: ['address', 'config.content'],
  cost: 'local',
  limitMs: 1000,
  collect: ({ address, 'config.content': content }, { subject, options }) =>
    Promise.resolve(
      address.valid ? { value: resolveLogin(content, subject, options.builder) } : { missing: ['address'] as const }
    )
});
