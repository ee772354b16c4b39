import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file holds the word null',
  config: 'null',
  first: 'KR-CFG-025',
  consumers: { sdk: 'fails', builder: 'fails' }
});
