import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The end mark of the shell stands behind the file',
  config: ({ host, basic }) => `${JSON.stringify({ auths: { [host]: { auth: basic() } } })}\nEOF\n`,
  named: /goes on after its end|after top-level value|Extra data/,
  first: 'KR-CFG-001',
  variant: 'after-end',
  consumers: { sdk: 'fails' }
});
