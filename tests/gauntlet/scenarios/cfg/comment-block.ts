import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A licence header stands in front of the file',
  config: ({ host, basic }) => `/* Copyright */\n${JSON.stringify({ auths: { [host]: { auth: basic() } } })}`,
  named: /comment/,
  first: 'KR-CFG-001',
  variant: 'comment',
  consumers: { sdk: 'fails', builder: 'fails' }
});
