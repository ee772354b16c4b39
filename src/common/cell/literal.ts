/** Letters that are read from left to right: they stay as they are, everything else beyond ASCII is escaped. */
const PLAIN_LETTER =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;
const LETTER = /^\p{L}$/u;

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/**
 * A text as a Python string literal in double quotes, on one line.
 *
 * Whatever the text holds, the literal evaluates to it and nothing else: quotes, backslashes and control characters are
 * escaped, and so are format characters, lone surrogates and scripts that change the direction of the line.
 * Source: the Python language reference, "String and Bytes literals".
 */
export function pythonString(text: string): string {
  let body = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const short = SHORT[character];
    if (short !== undefined) {
      body += short;
    } else if (code >= 0x20 && code < 0x7f) {
      body += character;
    } else if (code > 0x7f && LETTER.test(character) && PLAIN_LETTER.test(character)) {
      body += character;
    } else if (code <= 0xff) {
      body += `\\x${hex(code, 2)}`;
    } else {
      body += code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
    }
  }
  return `"${body}"`;
}
