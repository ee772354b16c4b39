import { messageBytes } from '../registry/certificateMessage.ts';
import { readCertificate } from '../x509/certificate.ts';
import { lenientBlocks } from '../x509/pem.ts';
import { readPlace } from './file.ts';
import { readChain } from './tls.ts';
import { collector, type RunOptions } from './types.ts';

/** Most bytes of a chain file that are read, and most certificates: a server that sends more is a fault as well. */
const MAX_CHAIN_BYTES = 1024 * 1024;
const MAX_CERTIFICATES = 50;

export type ChainFault = 'missing' | 'folder' | 'special' | 'unreadable' | 'too-large' | 'no-certificate';

/**
 * Reads the certificates of a file in the order in which a server would send them. A block that is damaged keeps its
 * place: it is judged as a certificate that cannot be read.
 *
 * @param path - absolute
 * @returns the chain for `RunOptions`, or why there is none
 */
export async function readChainFile(path: string): Promise<NonNullable<RunOptions['chain']> | { fault: ChainFault }> {
  const { facts, bytes } = await readPlace(path, MAX_CHAIN_BYTES);
  if (bytes === null) {
    return { fault: faultOf(facts) };
  }
  const blocks = lenientBlocks(Buffer.from(bytes).toString('latin1'), MAX_CERTIFICATES + 1).filter(({ label }) =>
    label.endsWith('CERTIFICATE')
  );
  return blocks.length === 0
    ? { fault: 'no-certificate' }
    : {
        certificates: blocks.slice(0, MAX_CERTIFICATES).map(({ body }) => body ?? new Uint8Array()),
        cut: blocks.length > MAX_CERTIFICATES
      };
}

function faultOf({ state, tooLarge }: Awaited<ReturnType<typeof readPlace>>['facts']): ChainFault {
  switch (state) {
    case 'missing':
    case 'dangling-link':
      return 'missing';
    case 'directory':
      return 'folder';
    case 'special':
      return 'special';
    default:
      return tooLarge ? 'too-large' : 'unreadable';
  }
}

/** The certificates that were given, in the place of those that the registry would send (`--chain`, design 6.1). */
export const givenChainCollector = collector({
  gives: 'tls',
  needs: ['address'],
  cost: 'local',
  limitMs: 5000,
  collect: async (_, { options }) => ({
    value: {
      outcome: 'done',
      answered: true,
      errorClass: null,
      protocol: null,
      cipher: null,
      modern: null,
      ...readChain(options.chain?.certificates ?? [], readCertificate),
      chainCut: options.chain?.cut ?? false,
      chainBytes: messageBytes(options.chain?.certificates ?? [], 'TLSv1.3'),
      plainStatus: 0,
      durationMs: 0
    }
  })
});
