import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The whole list of public CAs was added to the registry's certificate file",
  chain: ['leaf', 'root', ...Array<'root-rsa'>(160).fill('root-rsa')],
  first: 'KR-TLS-029',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /too many certificates|excessive message size|exceeds maximum/i,
  logins: 0
});
