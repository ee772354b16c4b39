import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The platform sets all proxy variables, and leaves them empty',
  environment: { HTTPS_PROXY: '', https_proxy: '', HTTP_PROXY: '', NO_PROXY: '', ALL_PROXY: '' },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
