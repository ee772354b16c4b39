import { scenario } from '../../scenario.ts';

export default scenario({
  says: "Every CA was added to the registry's certificate file, and the image builder is one of today",
  chain: ['leaf', 'root', ...Array<'root-rsa'>(90).fill('root-rsa')],
  options: { builder: 'kaniko-current' },
  first: 'KR-TLS-029',
  variant: 'some-programs',
  consumers: { sdk: 'ok', builder: 'ok' },
  named: /more certificates than|exceeds maximum/i
});
