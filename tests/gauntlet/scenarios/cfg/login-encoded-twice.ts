import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login was encoded twice',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: Buffer.from(basic()).toString('base64') } } }),
  named: /encoded twice/,
  first: 'KR-CFG-010',
  variant: 'encoded-twice',
  consumers: { sdk: 'fails', builder: 'fails' }
});
