import { mayBeDialled } from '../registry/address.ts';
import { limitOf } from '../registry/limit.ts';
import { networkOf } from '../registry/network.ts';
import { RegistryProbe } from '../registry/probe.ts';
import { routeTo } from '../registry/proxy.ts';
import { collector, type CollectContext } from './types.ts';

/** The probe that the collectors of one registry share. */
export function probeOf(context: CollectContext): RegistryProbe {
  return context.resource('registry', () => new RegistryProbe(networkOf(context.options), context.vault));
}

/** One TCP connection, to the first of the addresses that answers. It stays open for the greeting. */
export const connectionCollector = collector({
  gives: 'connection',
  needs: ['address', 'proxy', 'resolution'],
  cost: 'network',
  limitMs: 5000,
  async collect({ address, resolution }, context) {
    const { proxy } = routeTo(context.options.environment, address, () => undefined);
    // A proxy on this machine is nothing odd; a registry at such an address is not dialled unless the person mapped it.
    const addresses =
      proxy !== null || resolution.mapped
        ? resolution.addresses
        : resolution.addresses.filter((_, index) => mayBeDialled(resolution.kinds[index] ?? 'ordinary'));
    if (addresses.length === 0) {
      return { missing: ['resolution'] };
    }
    const probe = probeOf(context);
    const opened = await probe.open(addresses, proxy?.port ?? address.port, address, proxy, limitOf(context));
    if (opened.socket !== null) {
      probe.way = opened.way;
      probe.connection = opened.socket;
    }
    return { value: opened.facts };
  }
});
