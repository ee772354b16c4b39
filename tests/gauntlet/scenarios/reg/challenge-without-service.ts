import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The login request lacks the service',
  server: { auth: 'bearer', challenge: realm => `Bearer realm="${realm}"` },
  named: /lacks the field "service"/,
  first: 'KR-REG-024',
  consumers: { sdk: 'fails' }
});
