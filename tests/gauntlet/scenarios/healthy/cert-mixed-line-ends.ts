import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Two files put together, one from Windows, with blank lines and blanks at line ends',
  ca: ({ pem }) => `\n\n${pem('other-root').replaceAll('\n', '\r\n')}\n \n${pem('root').replaceAll('\n', '  \n')}\n\n`,
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
