import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The base image is on Docker Hub, without a login',
  options: { images: ['mesosphere/kubeflow:2.2.0-pytorch'] },
  outcomes: { 'reg.images': 'pass' },
  also: ['KR-REG-021'],
  throughProxy: 0,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
