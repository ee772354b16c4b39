import { addressKind, mayBeDialled } from '../registry/address.ts';
import type { BuilderRouteFacts } from '../registry/facts.ts';
import { greet, serverName } from '../registry/handshake.ts';
import { limitOf } from '../registry/limit.ts';
import { networkOf } from '../registry/network.ts';
import { RegistryProbe } from '../registry/probe.ts';
import { builderProxy } from '../registry/proxy.ts';
import { resolve } from '../registry/resolve.ts';
import { collector } from './types.ts';

/**
 * Where Go's reading of the proxy variables gives another way than Python's, that way is tried too: one connection and
 * the encrypted greeting, without credentials.
 */
export const builderRouteCollector = collector({
  gives: 'builder.route',
  needs: ['address', 'proxy'],
  cost: 'network',
  limitMs: 5000,
  async collect({ address, proxy }, context) {
    const { options } = context;
    const result = (
      outcome: BuilderRouteFacts['outcome'],
      errorClass: string | null
    ): { value: BuilderRouteFacts } => ({
      value: { outcome, route: proxy.builder, errorClass }
    });
    if (proxy.sdk === proxy.builder) {
      return result('same', null);
    }
    const through = proxy.builder === 'proxy' ? builderProxy(options.environment) : null;
    if (proxy.builder === 'proxy' && through === null) {
      return result('fails', 'PROXY_UNUSABLE');
    }
    const limit = limitOf(context);
    const network = networkOf(options);
    const target = through ?? address;
    const found = await resolve(target.hostname, target.port, options.resolve, network.lookup, limit);
    const addresses = found.addresses.filter(
      item => found.mapped || through !== null || mayBeDialled(addressKind(item))
    );
    if (addresses.length === 0) {
      return result('fails', found.errorClass ?? 'ODD_ADDRESS');
    }
    const probe = context.resource('builder-route', () => new RegistryProbe(network, context.vault));
    const opened = await probe.open(addresses, target.port, address, through, limit);
    if (opened.socket === null) {
      return result('fails', opened.facts.errorClass);
    }
    const greeting = await greet(opened.socket, serverName(address.hostname, address.kind), limit);
    greeting.socket?.destroy();
    return result(greeting.outcome === 'done' ? 'works' : 'fails', greeting.errorClass);
  }
});
