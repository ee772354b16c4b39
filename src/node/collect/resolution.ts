import { addressKind } from '../registry/address.ts';
import { limitOf } from '../registry/limit.ts';
import { routeTo } from '../registry/proxy.ts';
import { resolve, type Lookup } from '../registry/resolve.ts';
import { collector, type Collector } from './types.ts';

/** Addresses of the registry, or of the proxy that the SDK goes through. */
export function resolutionCollector(ask: Lookup): Collector {
  return collector({
    gives: 'resolution',
    needs: ['address', 'proxy'],
    cost: 'network',
    limitMs: 3000,
    async collect({ address, proxy }, context) {
      if (proxy.sdk === 'proxy' && proxy.proxy?.usable !== true) {
        return { missing: ['proxy'] };
      }
      const through = routeTo(context.options.environment, address, () => undefined).proxy;
      const host = through?.hostname ?? address.hostname;
      const began = performance.now();
      const found = await resolve(host, through?.port ?? address.port, context.options.resolve, ask, limitOf(context));
      return {
        value: {
          ...found,
          host,
          via: proxy.sdk,
          kinds: found.addresses.map(addressKind),
          durationMs: Math.round(performance.now() - began)
        }
      };
    }
  });
}
