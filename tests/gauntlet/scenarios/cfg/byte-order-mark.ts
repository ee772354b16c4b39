import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Saved by a Windows editor with a byte-order mark',
  config: ({ host, basic }) => `\uFEFF${JSON.stringify({ auths: { [host]: { auth: basic() } } })}`,
  named: /byte-order mark|looking for beginning of value/,
  first: 'KR-CFG-003',
  consumers: { sdk: 'fails', builder: 'fails' }
});
