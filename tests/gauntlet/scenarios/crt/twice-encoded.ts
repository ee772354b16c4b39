import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA file is base64 of the PEM',
  ca: ({ pem }) => Buffer.from(pem('root')).toString('base64'),
  first: 'KR-CRT-004',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /encoded twice|base64/i
});
