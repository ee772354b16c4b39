import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'PowerShell wrote the CA with ">"',
  ca: ({ pem }) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(pem('root'), 'utf16le')]),
  first: 'KR-CRT-001',
  variant: 'utf16',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /utf-?16/i,
  logins: 0
});
