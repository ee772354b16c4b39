import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The whole file was encoded twice, with line breaks',
  config: ({ host, basic }) =>
    (
      Buffer.from(JSON.stringify({ auths: { [host]: { auth: basic() } } }))
        .toString('base64')
        .match(/.{1,64}/g) ?? []
    ).join('\n'),
  named: /base64, not JSON/,
  first: 'KR-CFG-002',
  consumers: { sdk: 'fails', builder: 'fails' }
});
