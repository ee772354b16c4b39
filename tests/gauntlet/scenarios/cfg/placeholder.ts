import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The guide's example text was left in",
  config: ({ host }) => ({ auths: { [host]: { auth: '<username and password in base64>' } } }),
  named: /example/,
  first: 'KR-CFG-013',
  consumers: { sdk: 'fails', builder: 'fails' }
});
