import { scenario } from '../../scenario.ts';

const others = Array.from({ length: 600 }, (_, index) => [`r${index}.test:5000`, { auth: 'YTpi' }]);

export default scenario({
  says: 'Over the years the Docker config has collected 600 other registries',
  config: ({ host, basic }) => ({ auths: { [host]: { auth: basic() }, ...Object.fromEntries(others) } }),
  named: /more registries than one run/,
  first: 'KR-CFG-030'
});
