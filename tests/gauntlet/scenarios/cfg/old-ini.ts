import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The Docker config has the form of an INI file',
  config: ({ host, basic }) => `[${host}]\nauth = ${basic()}\n`,
  named: /not valid JSON|looking for beginning of value|after array element/,
  first: 'KR-CFG-001',
  consumers: { sdk: 'fails', builder: 'fails' }
});
