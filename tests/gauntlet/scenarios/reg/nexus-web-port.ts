import { always } from '../../registries.ts';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Nexus: the port is that of the web page, Docker images have a connector of their own',
  server: always(
    404,
    { 'content-type': 'text/html', server: 'Nexus/3.68.1-02 (OSS)' },
    '<!DOCTYPE html><html><head><title>404 - Nexus Repository Manager</title></head></html>'
  ),
  named: /port/,
  first: 'KR-REG-001',
  logins: 0
});
