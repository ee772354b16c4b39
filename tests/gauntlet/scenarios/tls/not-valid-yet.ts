import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry’s certificate begins in three days',
  chain: ['leaf-future'],
  first: 'KR-TLS-012',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /not (yet valid|valid yet)/i,
  logins: 0
});
