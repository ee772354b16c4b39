import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A variable of Python leads to a list of CAs that does not exist: with a CA file of its own the SDK does not look at it',
  environment: { REQUESTS_CA_BUNDLE: '/opt/corp/bundle.pem' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
