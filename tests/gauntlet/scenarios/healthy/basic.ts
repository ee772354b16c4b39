import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Everything in its default place, Basic login',
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' },
  logins: 1
});
