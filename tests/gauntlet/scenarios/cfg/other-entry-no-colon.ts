import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login of another registry has no colon',
  config: ({ host, basic }) => ({
    auths: { [host]: { auth: basic() }, 'old.corp.test': { auth: Buffer.from('robot').toString('base64') } }
  }),
  named: /old\.corp\.test/,
  first: 'KR-CFG-023',
  consumers: { builder: 'fails' }
});
