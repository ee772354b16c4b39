import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The registry sends a dozen certificates that nobody needs',
  chain: ['leaf', 'root', ...Array<'root-rsa'>(12).fill('root-rsa')],
  first: null
});
