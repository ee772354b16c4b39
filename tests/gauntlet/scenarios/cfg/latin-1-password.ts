import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'The password was encoded in Latin-1',
  config: ({ host }) => ({ auths: { [host]: { auth: Buffer.from('robot:päss', 'latin1').toString('base64') } } }),
  named: /characters that programs read differently|can't decode/,
  first: 'KR-CFG-029'
});
