import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A password that looks like a variable of the shell, and the registry refuses it: it was never filled in',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic(undefined, '${TOKEN}') } } }),
  named: /example|variable/,
  first: 'KR-CFG-013',
  consumers: { sdk: 'fails', builder: 'fails' }
});
