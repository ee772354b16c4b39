import { scenario } from '../../scenario.ts';

export default scenario({
  says: "The company's trust store for Java was mounted",
  ca: Buffer.concat([Buffer.from('feedfeed0000000200000001', 'hex'), Buffer.alloc(600, 7)]),
  named: /Java|key ?store/,
  first: 'KR-CRT-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
