import { scenario } from '../../scenario.ts';

const OTHERS = [
  'other-root',
  'root-rsa',
  'root-p256',
  'root-p384',
  'root-ed25519',
  'root-pss',
  'root-serial-0',
  'root-until-2060',
  'cross-old-root',
  'renewed-root'
];

export default scenario({
  says: 'Twenty-one CAs in one file, the right one in the middle',
  ca: ({ pem }) => [...OTHERS.map(pem), pem('root'), ...OTHERS.map(pem)].join(''),
  chain: ['leaf'],
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
