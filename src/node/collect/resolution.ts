import { addressKind } from '../registry/address.ts';
import { limitOf } from '../registry/limit.ts';
import { networkOf } from '../registry/network.ts';
import { routeTo } from '../registry/proxy.ts';
import { resolve } from '../registry/resolve.ts';
import { collector } from './types.ts';

/** Addresses of the registry, or of the proxy that the SDK goes through. */
export const resolutionCollector = collector({
  gives: 'resolution',
  needs: ['address', 'proxy'],
  cost: 'network',
  limitMs: 3000,
  async collect({ address, proxy }, context) {
    if (proxy.sdk === 'proxy' && proxy.proxy?.usable !== true) {
      return { missing: ['proxy'] };
    }
    const { options } = context;
    const network = networkOf(options);
    const through = routeTo(options.environment, address, () => undefined).proxy;
    const host = through?.hostname ?? address.hostname;
    const port = through?.port ?? address.port;
    const began = network.now();
    const found = await resolve(host, port, options.resolve, network.lookup, limitOf(context));
    const durationMs = Math.round(network.now() - began);
    return { value: { ...found, host, via: proxy.sdk, kinds: found.addresses.map(addressKind), durationMs } };
  }
});
