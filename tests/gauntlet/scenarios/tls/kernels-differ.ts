import { standInHost } from '../../../witness/standin.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The certificate works in the kernel of this notebook and not in another one: a notice',
  options: {
    witness: standInHost(
      { name: 'Kaptain' },
      {
        name: 'New Python',
        current: false,
        versions: { python: '3.13.0' },
        says: { outcome: 'strict', verifyCode: 89 }
      }
    )
  },
  first: null,
  also: ['KR-TLS-027'],
  consumers: { sdk: 'ok' }
});
