import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'A ConfigMap was pasted in: the certificate stands in it, indented',
  ca: ({ pem }) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: corp-ca\ndata:\n  ca.crt: |\n${pem('root').replace(/^(?=.)/gm, '    ')}`,
  named: /indented|blanks before|YAML/,
  first: 'KR-CRT-005',
  consumers: { sdk: 'fails', builder: 'fails' },
  logins: 0
});
