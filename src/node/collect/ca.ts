import { Secret, type Vault } from '../secret.ts';
import { noCaContent, readCaContent } from '../x509/caContent.ts';
import type { CaContentFacts } from '../x509/facts.ts';
import type { FileFacts } from '../facts.ts';
import { readPlace } from './file.ts';
import { CA_FILE } from './kinds.ts';
import { locate } from './place.ts';
import { collector } from './types.ts';

/** What stands where the CA file should be. */
export const caFileCollector = collector({
  gives: 'ca.file',
  needs: ['environment'],
  cost: 'local',
  limitMs: 3000,
  collect: async ({ environment }, { options }) => ({ value: await locate(CA_FILE, options, environment.home) })
});

/** Content of the CA file; its certificates, or why there are none. */
export const caContentCollector = collector({
  gives: 'ca.content',
  needs: ['ca.file'],
  cost: 'local',
  limitMs: 5000,
  async collect({ 'ca.file': file }, { vault, options }) {
    if (file.state !== 'file' || file.tooLarge) {
      return { value: noCaContent(file.path, stateOf(file)) };
    }
    const { bytes } = await readPlace(file.path, CA_FILE.limit, options.files);
    if (bytes === null) {
      return { value: noCaContent(file.path, 'unreadable') };
    }
    rememberKeys(bytes, vault);
    return { value: readCaContent(bytes, file.path) };
  }
});

function stateOf(file: FileFacts): Exclude<CaContentFacts['state'], 'read'> {
  switch (file.state) {
    case 'missing':
    case 'dangling-link':
      return 'absent';
    case 'directory':
      return 'folder';
    default:
      return file.tooLarge ? 'too-large' : 'unreadable';
  }
}

/** Shorter lines are no proof of a key, and could be part of an ordinary text. */
const SHORTEST_LINE = 32;

/** A private key has no business in a CA file; where one stands, the exit guard has to know it: whole, and by its lines. */
function rememberKeys(bytes: Uint8Array, vault: Vault): void {
  const text = Buffer.from(bytes).toString('latin1');
  for (const [, body = ''] of text.matchAll(/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----([^-]*)(?:-----END|$)/g)) {
    const lines = body.split(/\s+/).filter(part => part.length >= SHORTEST_LINE);
    for (const part of new Set([body.replace(/\s/g, ''), ...lines])) {
      vault.remember(new Secret(part));
    }
  }
}
