import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two faults at once: another CA, and a wrong password that must not be sent to find out',
  chain: ['leaf-of-other'],
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic(undefined, 'old-Pa55word') } } }),
  named: /other CA|another CA|not signed by/i,
  first: 'KR-TLS-003',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
