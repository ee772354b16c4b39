import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Written by PowerShell as UTF-16',
  config: ({ host, basic }) =>
    Buffer.from(`\uFEFF${JSON.stringify({ auths: { [host]: { auth: basic() } } })}`, 'utf16le'),
  named: /UTF-16|saved in a form/,
  first: 'KR-CFG-003',
  consumers: { sdk: 'fails', builder: 'fails' }
});
