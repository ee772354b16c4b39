import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA was downloaded, and a login page was saved',
  ca: '<!DOCTYPE html>\n<html><body>Sign in</body></html>\n',
  first: 'KR-CRT-001',
  variant: 'html',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /web page|html/i,
  logins: 0
});
