import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The CA was exported in binary form',
  ca: ({ der }) => der('root'),
  first: 'KR-CRT-001',
  consumers: { sdk: 'fails', builder: 'fails' },
  named: /binary form|\bDER\b/i
});
