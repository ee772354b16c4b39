import { limitOf } from '../registry/limit.ts';
import { ping } from '../registry/ping.ts';
import { probeOf } from './connection.ts';
import { collector } from './types.ts';

/** The registry's first answer, without credentials, on the connection that collected the chain. */
export const pingCollector = collector({
  gives: 'ping',
  needs: ['address', 'tls'],
  cost: 'network',
  limitMs: 8000,
  async collect({ address }, context) {
    const probe = probeOf(context);
    const connection = probe.collection;
    probe.collection = null;
    if (connection === null) {
      return { missing: ['tls'] };
    }
    const { facts, challenges } = await ping(connection, address, limitOf(context), () => probe.network.now());
    connection.close();
    probe.challenges = challenges;
    return { value: facts };
  }
});
