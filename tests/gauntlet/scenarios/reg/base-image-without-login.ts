import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The base image is on another private registry, for which there is no login',
  options: { images: ['other-registry.test:5000/base/python:3.11'] },
  peers: false,
  named: /no login for the registry/,
  first: 'KR-REG-021'
});
