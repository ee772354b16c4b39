import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'openssl x509 -text wrote a description before BEGIN',
  ca: ({ pem }) =>
    `Certificate:\n    Data:\n        Version: 3 (0x2)\n        Issuer: O = Demo Company, CN = Corp Root CA\n${pem('root')}`,
  chain: ['leaf'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
