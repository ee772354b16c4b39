import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Somebody switched the checks of Node off',
  environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
  first: 'KR-TLS-018',
  named: /switched off/i
});
