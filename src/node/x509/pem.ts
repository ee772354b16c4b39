import type { BlockFault, BlockLabel } from './facts.ts';

/** What a reader found at one BEGIN marker. Offsets are in bytes; text is one character per byte. */
export interface FoundBlock {
  /** Where `-----BEGIN` stands. */
  at: number;
  label: string;
  /** Decoded body; null when `fault` says why there is none. */
  body: Buffer | null;
  fault: BlockFault | null;
  headers: boolean;
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';
const BOM = '\xef\xbb\xbf';
/** OpenSSL reads longer lines in pieces, of which none is a marker. */
const LINE_SIZE = 254;

/** Label by what matters to somebody who looks for a CA. */
export function labelOf(label: string): BlockLabel {
  switch (label) {
    case 'CERTIFICATE':
    case 'X509 CERTIFICATE':
    case 'TRUSTED CERTIFICATE':
    case 'PUBLIC KEY':
    case 'PKCS7':
    case 'X509 CRL':
      return label;
    case 'CERTIFICATE REQUEST':
    case 'NEW CERTIFICATE REQUEST':
      return 'CERTIFICATE REQUEST';
    case 'CMS':
      return 'PKCS7';
    default:
      return /^([A-Z0-9]+ )*PRIVATE KEY$/.test(label) ? 'PRIVATE KEY' : 'OTHER';
  }
}

/** Lines as OpenSSL's `sanitize_line` leaves them: what ends a line and is a blank, a control or above ASCII is cut. */
function* openSslLines(text: string, from: number): Generator<{ line: string; at: number; next: number }> {
  for (let at = from; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    let end = newline < 0 ? text.length : newline;
    while (end > at && (text.charCodeAt(end - 1) <= 0x20 || text.charCodeAt(end - 1) >= 0x80)) {
      end -= 1;
    }
    yield { line: text.slice(at, end), at, next };
    at = next;
  }
}

/** OpenSSL's base64 (`EVP_DecodeUpdate`): blanks count for nothing, a dash ends it, everything else must fit. */
function openSslBase64(data: string): Buffer | null {
  const dash = data.indexOf('-');
  const plain = (dash < 0 ? data : data.slice(0, dash)).replace(/[ \t\r\n]/g, '');
  return strictBase64(plain);
}

function strictBase64(plain: string): Buffer | null {
  return plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : null;
}

/**
 * Blocks as OpenSSL's `PEM_read_bio` finds them: markers alone on their line, a byte-order mark allowed where a search
 * begins. Reads on after a damaged block, where OpenSSL stops, so that each block gets its own verdict.
 *
 * @param limit - most blocks that are read
 */
export function openSslBlocks(text: string, limit: number): FoundBlock[] {
  const found: FoundBlock[] = [];
  let from = 0;
  let first = true;
  while (from < text.length && found.length < limit) {
    const [current] = openSslLines(text, from);
    if (current === undefined) {
      break;
    }
    const skipped = first && current.line.startsWith(BOM) ? BOM.length : 0;
    const line = current.line.slice(skipped);
    from = current.next;
    first = false;
    if (
      line.length < LINE_SIZE &&
      line.startsWith(BEGIN) &&
      line.endsWith(DASHES) &&
      line.length > BEGIN.length + DASHES.length
    ) {
      const label = line.slice(BEGIN.length, -DASHES.length);
      const read = openSslBody(text, from, label);
      found.push({ at: current.at + skipped, label, ...read.block });
      from = read.next;
      first = true;
    }
  }
  return found;
}

function openSslBody(
  text: string,
  from: number,
  label: string
): { block: Pick<FoundBlock, 'body' | 'fault' | 'headers'>; next: number } {
  const fail = (fault: BlockFault, next: number): ReturnType<typeof openSslBody> => ({
    block: { body: null, fault, headers: fault === 'headers' },
    next
  });
  let before = '';
  let after: string | null = null;
  let short = false;
  for (const { line, at, next } of openSslLines(text, from)) {
    if (line === '') {
      if (after !== null) {
        return fail('blank-lines', next);
      }
      after = '';
      continue;
    }
    if (line.startsWith(END)) {
      if (line !== `${END}${label}${DASHES}`) {
        return fail(line.includes(BEGIN.slice(5), END.length) ? 'glued' : 'label-differs', next);
      }
      const header = after === null ? '' : before;
      if (header !== '') {
        return fail(header.includes(':') ? 'headers' : 'blank-lines', next);
      }
      const body = openSslBase64(after ?? before);
      if (body === null) {
        return fail(before.includes(':') ? 'headers' : 'not-base64', next);
      }
      return body.length === 0 ? fail('empty', next) : { block: { body, fault: null, headers: false }, next };
    }
    if (line.startsWith(BEGIN)) {
      // OpenSSL would read on and stumble at the next END; the next block is to be judged for itself.
      return fail('cut', at);
    }
    if (short) {
      return fail('blank-lines', next);
    }
    if (after === null) {
      before += `${line}\n`;
    } else {
      after += `${line}\n`;
      // After an empty line only lines of full length may follow each other (`get_header_and_data`).
      if (line.length > 64) {
        return fail('blank-lines', next);
      }
      short = line.length < 64;
    }
  }
  return fail('cut', text.length);
}

/** Go's `getLine`: a line without its end and the blanks before it, and where the next one begins. */
function goLine(text: string, at: number): { line: string; next: number } {
  const newline = text.indexOf('\n', at);
  if (newline < 0) {
    return { line: text.slice(at).replace(/[ \t]+$/, ''), next: text.length };
  }
  const end = newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
  return { line: text.slice(at, end).replace(/[ \t]+$/, ''), next: newline + 1 };
}

/** Go's base64 within PEM: blanks and line ends count for nothing. */
function goBase64(data: string): Buffer | null {
  return strictBase64(data.replace(/[ \t\r\n]/g, ''));
}

/**
 * Blocks as Go's `pem.Decode` finds them, called until nothing is left: from each END line back to the last BEGIN
 * before it; what does not fit is passed over (`encoding/pem`, the same in Go 1.14 to 1.26 for what was measured).
 */
export function goBlocks(text: string, limit: number): FoundBlock[] {
  const found: FoundBlock[] = [];
  let rest = 0;
  while (found.length < limit) {
    const end = text.startsWith(END, rest) ? rest : text.indexOf(`\n${END}`, rest);
    if (end < 0) {
      break;
    }
    // Index of the dashes, whether the marker begins the text or follows a line end.
    const marker = text[end] === '\n' ? end + 1 : end;
    const trailer = marker + END.length;
    // Within what is left: a search back to the start for every END line would take for ever.
    const back = text.slice(rest, end).lastIndexOf(BEGIN);
    const at = rest + back;
    const block = back >= 0 && (at === 0 || text[at - 1] === '\n') ? goBody(text, at, marker, trailer) : null;
    if (block !== null) {
      found.push(block);
    }
    rest = trailer;
  }
  return found;
}

function goBody(text: string, at: number, marker: number, trailer: number): FoundBlock | null {
  const first = goLine(text, at + BEGIN.length);
  if (!first.line.endsWith(DASHES)) {
    return null;
  }
  const label = first.line.slice(0, -DASHES.length);
  let body = first.next;
  let headers = false;
  for (;;) {
    const { line, next } = goLine(text, body);
    if (body >= text.length || !line.includes(':')) {
      break;
    }
    headers = true;
    body = next;
  }
  const closing = `${label}${DASHES}`;
  if (body > marker || !text.startsWith(closing, trailer) || goLine(text, trailer + closing.length).line !== '') {
    return null;
  }
  const bytes = goBase64(text.slice(body, marker));
  return bytes === null ? null : { at, label, body: bytes, fault: null, headers };
}

/**
 * Blocks wherever a BEGIN marker stands, however broken the lines are: good to name a fault, no proof that any program
 * reads them. Line breaks may be missing, be blanks, or be the two characters `\n`.
 */
export function lenientBlocks(text: string, limit: number): FoundBlock[] {
  const found: FoundBlock[] = [];
  const marker = /-----BEGIN ([A-Z0-9 ]{1,40})-----/g;
  for (let match = marker.exec(text); match !== null && found.length < limit; match = marker.exec(text)) {
    const from = match.index + match[0].length;
    const end = text.indexOf('-----', from);
    const raw = text.slice(from, end < 0 ? text.length : end);
    const plain = raw
      .replace(/\\[rn]/g, '\n')
      .replace(/^[A-Za-z0-9-]+:.*$/gm, '')
      .replace(/[\s"'\0]/g, '');
    const body = strictBase64(plain);
    found.push({
      at: match.index,
      label: match[1] as string,
      body: body !== null && body.length > 0 ? body : null,
      fault: null,
      headers: /^[A-Za-z0-9-]+:/m.test(raw)
    });
  }
  return found;
}
