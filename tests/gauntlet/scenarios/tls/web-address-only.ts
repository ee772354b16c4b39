import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The only alternative name is a web address',
  ca: ({ pem }) => pem('root-rsa'),
  chain: ['leaf-uri-only'],
  first: 'KR-TLS-008',
  consumers: { builder: 'fails' },
  named: /common name|old place|alternative/i,
  logins: 0
});
