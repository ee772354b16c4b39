import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'CA file with Windows line ends',
  ca: ({ pem }) => pem('root').replaceAll('\n', '\r\n'),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
