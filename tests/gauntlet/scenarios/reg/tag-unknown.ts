import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The tag of the base image is misspelled',
  options: ({ host }) => ({ images: [`${host}/team/img:latets`] }),
  peers: false,
  named: /is not there|manifest unknown/,
  first: 'KR-REG-014',
  consumers: { builder: 'fails' }
});
