import { fileAccess } from '../../../../src/node/collect/file.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Secret is replaced once while it is read',
  options: () => {
    let looks = 0;
    return { files: { ...fileAccess, readlink: () => Promise.resolve((looks += 1) === 1 ? '..old' : '..new') } };
  },
  peers: false,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
