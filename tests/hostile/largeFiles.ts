import { server } from '../network/certificates.ts';
import { nameConstraints } from '../gauntlet/pki/extensions.ts';
import { make } from '../gauntlet/pki/make.ts';

const CA_BYTES = 1024 * 1024;
const CONFIG_BYTES = 64 * 1024;

/** As many pieces as fit. */
function filled(piece: (count: number) => string, limit = CA_BYTES): string {
  const parts: string[] = [];
  for (let size = 0, count = 0; ; count += 1) {
    const next = piece(count);
    size += next.length;
    if (size > limit) {
      return parts.join('');
    }
    parts.push(next);
  }
}

const block = (label: string, body: string): string => `-----BEGIN ${label}-----\n${body}-----END ${label}-----\n`;
const line = (count: number): string => `${Buffer.from(String(count).padStart(48, 'k')).toString('base64')}\n`;

/** A config of as many entries as fit. */
const entries = (entry: (count: number) => string): string =>
  `{"auths": {${filled(count => `${entry(count)},`, CONFIG_BYTES - 100)}"x": {}}}`;

/** Files as large as they may be, of what costs most to read, to judge or to guard. */
export const largeFiles: Readonly<Record<string, { ca?: () => string; config?: () => string }>> = {
  'a CA file of private keys': { ca: () => filled(count => block('PRIVATE KEY', line(count).slice(32))) },
  'a CA file of one private key': { ca: () => block('PRIVATE KEY', filled(line, CA_BYTES - 100)) },
  'a CA file of BEGIN lines': { ca: () => filled(() => '-----BEGIN PRIVATE KEY-----\n') },
  'a CA file of empty lines': { ca: () => filled(() => '\n') },
  'a CA file of blanks': { ca: () => filled(() => ' ') },
  'a CA file of opened brackets': { ca: () => filled(() => '{\n') },
  'a CA file of paths': { ca: () => filled(() => '../') },
  'a config of empty lines': { config: () => filled(() => '\n', CONFIG_BYTES) },
  'a config of opened brackets': { config: () => filled(() => '{\n', CONFIG_BYTES) },
  'a CA file of one certificate, over and over': { ca: () => filled(() => server.pem) },
  'a CA file of CAs with one name': {
    ca: () => {
      const first = make({ name: 'Network Test CA', ca: true });
      return Array.from({ length: 1000 }, () => make({ name: 'Network Test CA', ca: true, keyOf: first }).pem).join('');
    }
  },
  'a CA file of long names': {
    ca: () => {
      const subject = Array.from({ length: 2000 }, (_, count) => ['CN', 'utf8', `${count}`.padStart(24, 'x')] as const);
      const { pem } = make({ name: '', ca: true, subject });
      return filled(() => pem);
    }
  },
  'a CA file of name constraints': {
    ca: () => {
      const permitted = Array.from({ length: 5000 }, (_, count) => `n${count}.test`);
      const { pem } = make({ name: 'Narrow', ca: true, extensions: { constraints: nameConstraints({ permitted }) } });
      return filled(() => pem);
    }
  },
  'a config of logins': {
    config: () => entries(count => `"h${count}": {"auth": "${Buffer.from(`u:${count}-word`).toString('base64')}"}`)
  },
  'a config of helpers': { config: () => `{"credHelpers": {${filled(count => `"h${count}": "x",`, 60_000)}"x": "y"}}` },
  'a config of one login like an example': {
    config: () => JSON.stringify({ auths: { h: { username: `your${'user'.repeat(10_000)}!`, password: 'x' } } })
  },
  'a config of patterns': { config: () => entries(count => `"*.*.*.*${count}": {}`) },
  'a config of nothing but depth': { config: () => '{"auths":'.repeat(7000) }
};
