import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The bundle of the operating system of years ago, with expired, weak and strange CAs beside the right one',
  ca: ({ pem }) =>
    pem('expired-root') +
    pem('cross-expired-root') +
    pem('root-rsa1024') +
    pem('root-md5') +
    pem('root-v1') +
    pem('root-negative') +
    pem('root-soon') +
    pem('root-secp256k1') +
    pem('root-rsa') +
    pem('future-root'),
  chain: ['leaf-of-root-rsa'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
