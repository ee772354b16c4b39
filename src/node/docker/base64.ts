/** How the programs that read Docker configs decode base64. Each is a port of what it uses; they differ on purpose. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Go's `base64.StdEncoding` and `base64.RawStdEncoding` (encoding/base64): line breaks are skipped, everything else must
 * be of the alphabet; left-over bits are not looked at.
 *
 * @param padded - whether "=" must fill the last group (`StdEncoding`) or must not be there (`RawStdEncoding`)
 * @returns the bytes, or null where Go reports "illegal base64 data"
 */
export function decodeAsGo(text: string, padded: boolean): Uint8Array | null {
  const plain = text.replace(/[\r\n]/g, '');
  const valid = padded
    ? /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
    : /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2,3})?$/;
  return valid.test(plain) ? Buffer.from(plain, 'base64') : null;
}

/**
 * Python's `base64.b64decode` without `validate` (CPython `Modules/binascii.c`, a2b_base64, not strict): characters outside
 * the alphabet are skipped, and the first complete padding ends the text.
 *
 * @returns the bytes, or null where Python raises `binascii.Error` or, for a character that is not ASCII, `UnicodeEncodeError`
 */
export function decodeAsPython(text: string): Uint8Array | null {
  let kept = '';
  let pads = 0;
  for (const character of text) {
    if (character > '\u007F') {
      return null;
    }
    if (character === '=') {
      pads += 1;
      if (kept.length % 4 >= 2 && (kept.length % 4) + pads >= 4) {
        return Buffer.from(kept, 'base64');
      }
    } else if (ALPHABET.includes(character)) {
      kept += character;
      pads = 0;
    }
  }
  return kept.length % 4 === 0 ? Buffer.from(kept, 'base64') : null;
}
