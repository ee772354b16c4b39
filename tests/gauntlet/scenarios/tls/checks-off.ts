import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Somebody switched certificate checks off',
  environment: { PYTHONHTTPSVERIFY: '0' },
  first: 'KR-TLS-018',
  named: /switched off/i
});
