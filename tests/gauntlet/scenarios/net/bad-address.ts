import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The address was pasted with its scheme',
  ask: ({ host }) => [`https://${host}/`],
  first: 'KR-NET-002'
});
