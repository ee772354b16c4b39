import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The request for a certificate was mounted, not the certificate',
  ca: '-----BEGIN CERTIFICATE REQUEST-----\nMIHkMIGMAgEAMCoxFTATBgNVBAoMDERlbW8gQ29tcGFueTERMA8GA1UEAwwIcmVn\n-----END CERTIFICATE REQUEST-----\n',
  named: /request/i,
  first: 'KR-CRT-015',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
