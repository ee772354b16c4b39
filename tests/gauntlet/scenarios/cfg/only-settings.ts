import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Only settings of docker are in the file, no login',
  config: { psFormat: 'table {{.ID}}', detachKeys: 'ctrl-e,e' },
  named: /no login at all/,
  first: 'KR-CFG-005',
  consumers: { sdk: 'fails', builder: 'fails' }
});
