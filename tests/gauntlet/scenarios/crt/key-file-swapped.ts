import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The private key of the CA was mounted instead of its certificate: the key is out',
  ca: '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjZtqJRJyKAnwICCAAw\n-----END ENCRYPTED PRIVATE KEY-----\n',
  named: /private key/i,
  first: 'KR-CRT-003',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
