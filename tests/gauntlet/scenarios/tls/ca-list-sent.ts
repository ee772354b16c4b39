import { scenario } from '../../scenario.ts';

export default scenario({
  says: "Every CA that the company knows was added to the registry's certificate file",
  chain: ['leaf', 'root', ...Array<'root-rsa'>(90).fill('root-rsa')],
  first: 'KR-TLS-029',
  variant: 'some-programs',
  consumers: { sdk: 'ok', builder: 'fails' },
  named: /more certificates than|exceeds maximum/i
});
