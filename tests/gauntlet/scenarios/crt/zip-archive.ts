import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The portal of the company gives the CA as a .zip',
  ca: Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\b\0', 'latin1'), Buffer.alloc(300, 9)]),
  named: /archive|zip/i,
  first: 'KR-CRT-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
