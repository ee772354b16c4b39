import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from '../../scenario.ts';

export default scenario({
  says: 'Both files come from mounted Secrets',
  config: null,
  ca: null,
  mount: ({ home, host, basic, pem }) => {
    for (const [folder, name, text] of [
      ['.docker', 'config.json', JSON.stringify({ auths: { [host]: { auth: basic() } } })],
      ['.tls', 'certificate.crt', pem('root')]
    ] as const) {
      mkdirSync(join(home, folder, '..2026_11_24'), { recursive: true });
      writeFileSync(join(home, folder, '..2026_11_24', name), text);
      symlinkSync('..2026_11_24', join(home, folder, '..data'));
      symlinkSync(`..data/${name}`, join(home, folder, name));
    }
  },
  first: null,
  consumers: { sdk: 'ok', builder: 'ok' }
});
