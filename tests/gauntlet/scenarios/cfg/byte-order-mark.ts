import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Saved by a Windows editor with a byte-order mark',
  config: ({ host, basic }) => `\uFEFF${JSON.stringify({ auths: { [host]: { auth: basic() } } })}`,
  first: 'KR-CFG-003',
  consumers: { sdk: 'fails', builder: 'fails' }
});
