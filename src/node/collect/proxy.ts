import { routeTo } from '../registry/proxy.ts';
import { collector } from './types.ts';

/** Which way each program takes, by the proxy variables. */
export const proxyCollector = collector({
  gives: 'proxy',
  needs: ['address'],
  cost: 'local',
  limitMs: 1000,
  collect: ({ address }, { options, vault }) =>
    Promise.resolve(
      address.valid
        ? { value: routeTo(options.environment, address, secret => vault.remember(secret)).facts }
        : { missing: ['address'] }
    )
});
