import { fileAccess } from '../../../../src/node/collect/file.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The workspace volume has a broken disk',
  options: () => ({
    files: { ...fileAccess, open: () => Promise.reject(Object.assign(new Error('broken'), { code: 'EIO' })) }
  }),
  peers: false,
  named: /storage does not answer/,
  first: 'KR-FIL-004',
  variant: 'storage',
  consumers: { sdk: 'fails', builder: 'fails' }
});
