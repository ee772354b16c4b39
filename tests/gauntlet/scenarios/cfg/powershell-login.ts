import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'PowerShell encoded the login as UTF-16',
  config: ({ host, user, password }) => ({
    auths: { [host]: { auth: Buffer.from(`${user}:${password}`, 'utf16le').toString('base64') } }
  }),
  named: /invisible/,
  first: 'KR-CFG-029',
  variant: 'invisible',
  consumers: { sdk: 'fails', builder: 'fails' }
});
