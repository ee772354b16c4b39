import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A shield of the network asks for a browser (403 with a page)',
  server: always(
    403,
    { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' },
    '<!DOCTYPE html><html><title>Just a moment...</title></html>'
  ),
  named: /firewall|in front/,
  first: 'KR-REG-012',
  variant: 'before-login',
  logins: 0
});
