import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Docker config has the line ends of Windows',
  config: ({ host, basic }) =>
    JSON.stringify({ auths: { [host]: { auth: basic() } } }, null, 2).replaceAll('\n', '\r\n'),
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
