import { fileAccess } from '../../../../src/node/collect/file.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Secret is replaced again and again while it is read',
  options: () => {
    let version = 0;
    return { files: { ...fileAccess, readlink: () => Promise.resolve(`..version-${(version += 1)}`) } };
  },
  peers: false,
  named: /changes while it is read/,
  first: 'KR-FIL-010',
  variant: 'changing'
});
