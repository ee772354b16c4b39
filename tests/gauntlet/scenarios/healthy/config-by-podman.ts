import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'podman login wrote it: tabs, and an entry for one image of another registry',
  config: ({ host, basic }) =>
    `{\n\t"auths": {\n\t\t"${host}": {\n\t\t\t"auth": "${basic()}"\n\t\t},\n\t\t"quay.test/team/tool": {\n\t\t\t"auth": "${basic('jane')}"\n\t\t}\n\t}\n}`,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
