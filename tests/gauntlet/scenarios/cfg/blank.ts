import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file holds nothing but blanks',
  config: ' \n\n',
  named: /no content/,
  first: 'KR-CFG-025',
  consumers: { sdk: 'fails', builder: 'fails' }
});
