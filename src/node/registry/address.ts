import { BlockList, isIP } from 'node:net';
import type { AddressKind } from './facts.ts';

function ranges(...subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', bits = ''] = subnet.split('/');
    list.addSubnet(network, Number(bits), network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** RFC 6890 and RFC 4291, as far as it matters who can be behind an address. `BlockList` sees through `::ffff:a.b.c.d`. */
const KINDS: readonly (readonly [AddressKind, BlockList])[] = [
  ['loopback', ranges('127.0.0.0/8', '::1/128')],
  ['unspecified', ranges('0.0.0.0/8', '::/128')],
  ['link-local', ranges('169.254.0.0/16', 'fe80::/10')],
  ['multicast', ranges('224.0.0.0/4', '255.255.255.255/32', 'ff00::/8')],
  ['private', ranges('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7')]
];

/** What an address is; `ordinary` for everything that is nothing special, also for what is no address. */
export function addressKind(address: string): AddressKind {
  const version = isIP(address);
  if (version === 0) {
    return 'ordinary';
  }
  return KINDS.find(([, list]) => list.check(address, version === 6 ? 'ipv6' : 'ipv4'))?.[0] ?? 'ordinary';
}

/** Whether an address can be the registry's at all, so that it may be dialled. */
export function mayBeDialled(kind: AddressKind): boolean {
  return kind === 'ordinary' || kind === 'private' || kind === 'loopback';
}

/** Whether `address` lies in `network/bits`; false when either is not an address of that form. */
export function inNetwork(address: string, cidr: string): boolean {
  const match = /^([0-9A-Fa-f:.]+)\/(\d{1,3})$/.exec(cidr);
  const network = match?.[1] ?? '';
  const bits = Number(match?.[2]);
  const version = isIP(network);
  if (version === 0 || isIP(address) !== version || bits > (version === 4 ? 32 : 128)) {
    return false;
  }
  const list = new BlockList();
  list.addSubnet(network, bits, version === 4 ? 'ipv4' : 'ipv6');
  return list.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** `host:port`, with brackets around IPv6. */
export function joinHostPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
