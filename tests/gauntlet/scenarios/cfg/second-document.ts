import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two files were put together with cat',
  config: ({ host, basic }) => `${JSON.stringify({ auths: { [host]: { auth: basic() } } })}\n{"auths": {}}\n`,
  named: /goes on after its end|after top-level value|Extra data/,
  first: 'KR-CFG-001',
  variant: 'after-end',
  consumers: { sdk: 'fails' }
});
