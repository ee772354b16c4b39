import { join } from 'node:path';
import { fileAccess } from '../../../../src/node/collect/file.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file is replaced between two looks at it',
  options: ({ home }) => {
    const path = join(home, '.docker', 'config.json');
    let opened = 0;
    const open: typeof fileAccess.open = (name, flags) => {
      opened += name === path ? 1 : 0;
      return fileAccess.open(name === path && opened > 1 ? join(home, '.tls', 'certificate.crt') : name, flags);
    };
    return { files: { ...fileAccess, open } };
  },
  peers: false,
  named: /changes while it is read/,
  first: 'KR-FIL-010',
  variant: 'changing'
});
