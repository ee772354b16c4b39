import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login was encoded for web addresses',
  config: ({ host }) => ({ auths: { [host]: { auth: Buffer.from('robot:>>>???~~~\u00ff').toString('base64url') } } }),
  named: /base64/,
  first: 'KR-CFG-009',
  variant: 'url-safe',
  consumers: { builder: 'fails' }
});
