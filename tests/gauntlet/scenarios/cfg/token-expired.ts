import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The identity token has expired',
  config: ({ host, basic }) => ({
    auths: {
      [host]: {
        auth: basic('<token>', ''),
        identitytoken: `h.${Buffer.from('{"exp":1700000000}').toString('base64url')}.s`
      }
    }
  }),
  named: /expired/,
  first: 'KR-CFG-017',
  consumers: { sdk: 'fails', builder: 'fails' }
});
