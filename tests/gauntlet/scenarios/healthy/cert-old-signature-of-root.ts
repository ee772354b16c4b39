import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA signed itself with MD5, long ago: nobody looks at that',
  ca: ({ pem }) => pem('root-md5'),
  chain: ['leaf-of-root-md5'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
