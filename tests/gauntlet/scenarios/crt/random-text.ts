import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A note was saved as the CA file',
  ca: 'ask Jane for the certificate\n',
  first: 'KR-CRT-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /no certificate|certificate in text form/i
});
