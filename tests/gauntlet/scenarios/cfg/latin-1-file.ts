import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A field that nobody needs holds an ä in Latin-1',
  config: ({ host, basic }) =>
    Buffer.from(JSON.stringify({ auths: { [host]: { auth: basic() } }, psFormat: 'Länge' }), 'latin1'),
  named: /older encoding|can't decode/,
  first: 'KR-CFG-003',
  variant: 'not-utf8',
  consumers: { sdk: 'fails' }
});
