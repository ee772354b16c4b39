import { join } from 'node:path';
import type { Chain } from '../gauntlet/pki.ts';
import { startServer, type Behaviour, type Registry } from '../gauntlet/server.ts';
import { command, inHome, type Ran } from './command.ts';

export type Ask = (...more: string[]) => Promise<Ran>;

/** A registry that sends a chain, and a home folder with a CA file or none. */
export function withChain(
  chain: Chain,
  mounted: string | null,
  run: (ask: Ask, where: { home: string; file: string; registry: Registry }) => Promise<void>,
  behaviour: Behaviour = {}
): Promise<void> {
  return inHome({ config: null, ca: mounted }, async home => {
    const registry = await startServer(chain, behaviour);
    const ask: Ask = (...more) =>
      command(['ca', registry.host, '--resolve', `${registry.host}:127.0.0.1`, ...more], { home });
    try {
      await run(ask, { home, file: join(home, '.tls', 'certificate.crt'), registry });
    } finally {
      await registry.close();
    }
  });
}
