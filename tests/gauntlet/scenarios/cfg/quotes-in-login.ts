import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login was pasted with its quotes',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: `'${basic()}'` } } }),
  named: /not valid base64|illegal base64/,
  first: 'KR-CFG-009',
  consumers: { builder: 'fails' }
});
