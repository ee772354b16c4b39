import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Somebody wrote a comment into the file',
  config: ({ host, basic }) => `// made by ann\n${JSON.stringify({ auths: { [host]: { auth: basic() } } })}`,
  named: /comment/,
  first: 'KR-CFG-001',
  variant: 'comment',
  consumers: { sdk: 'fails', builder: 'fails' }
});
