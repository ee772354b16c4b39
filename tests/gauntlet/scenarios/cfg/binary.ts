import { gzipSync } from 'node:zlib';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A compressed file was put into the Secret',
  config: gzipSync('{"auths": {}}'),
  named: /packed file|looking for beginning of value/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' }
});
