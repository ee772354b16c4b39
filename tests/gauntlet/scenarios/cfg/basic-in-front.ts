import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login was copied from a header, with the word Basic in front',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: `Basic ${basic()}` } } }),
  named: /"Basic"/,
  first: 'KR-CFG-009',
  consumers: { builder: 'fails' },
  logins: 0
});
