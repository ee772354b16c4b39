import { standInHost } from '../../../witness/standin.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The notebook's own Python refuses what our rules accept: what Python does counts",
  options: { witness: standInHost({ says: { outcome: 'weak-key', verifyCode: 66 } }) },
  peers: false,
  named: /Python in this notebook refuses/,
  first: 'KR-TLS-026',
  consumers: { sdk: 'fails', builder: 'ok' }
});
