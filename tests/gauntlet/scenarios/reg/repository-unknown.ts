import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The repository of the base image is misspelled',
  options: ({ host }) => ({ images: [`${host}/taem/img:latest`] }),
  peers: false,
  named: /no repository/,
  first: 'KR-REG-014',
  variant: 'repository'
});
