import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'base64 broke the login over two lines',
  config: ({ host, basic }) => `{"auths": {"${host}": {"auth": "${basic().slice(0, 10)}\n${basic().slice(10)}"}}}`,
  named: /over the end of line|invalid character '\\n' in string/,
  first: 'KR-CFG-012',
  consumers: { sdk: 'fails', builder: 'fails' }
});
