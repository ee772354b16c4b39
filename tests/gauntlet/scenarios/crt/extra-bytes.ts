import { toPem } from '../../pki/make.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Bytes follow the certificate within its block',
  ca: ({ der }) => toPem(Buffer.concat([der('root'), Buffer.from('end')])),
  first: 'KR-CRT-017',
  variant: 'trailing',
  consumers: { builder: 'fails' },
  named: /extra bytes|trailing/i
});
