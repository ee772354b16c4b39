import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The file was saved as UTF-16 without a mark',
  config: ({ host, basic }) => Buffer.from(JSON.stringify({ auths: { [host]: { auth: basic() } } }), 'utf16le'),
  named: /UTF-16|saved in a form/,
  first: 'KR-CFG-003',
  variant: 'utf16',
  consumers: { sdk: 'fails', builder: 'fails' }
});
