import type { Scenario } from './scenario.ts';

/**
 * The registry called by another name or address than `registry.test`, with a login for it.
 *
 * @param name - as it is typed, IPv6 in brackets
 */
export function called(name: string): Pick<Scenario, 'ask' | 'config' | 'options'> {
  const bare = name.replace(/^\[|\]$/g, '');
  return {
    ask: ({ port }) => [`${name}:${port}`],
    config: ({ port, basic }) => ({ auths: { [`${name}:${port}`]: { auth: basic() } } }),
    options: ({ port }) => ({ resolve: [{ host: bare, port, address: bare.includes(':') ? bare : '127.0.0.1' }] })
  };
}
