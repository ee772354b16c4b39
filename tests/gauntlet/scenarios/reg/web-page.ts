import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A portal answers with its login page',
  server: always(200, { 'content-type': 'text/html' }, '<html><form>Sign in</form></html>'),
  named: /web page|<html/,
  first: 'KR-REG-002',
  logins: 0
});
