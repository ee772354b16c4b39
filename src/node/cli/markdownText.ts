/**
 * Text as Markdown that shows it and does nothing else: CommonMark with GitHub's additions (links without brackets,
 * mentions, references to issues and commits, emoji, formulas).
 *
 * A backslash does not keep GitHub from making a mention, and a character that is not seen would be copied along. So every
 * word that could mean something stands in a code span, where nothing does.
 */

/** Signs that begin or end a construct, wherever they stand. */
const SIGNS = /[\\`*_{}[\]<>#|~@&$^]/;
/** Words that become links or pictures: addresses, e-mail, names of advisories, commits, emoji. */
const LINKS = /:\/\/|www\.|mailto:|xmpp:|(?:GHSA|CVE|GH)-|\b[0-9a-f]{7,}\b|:[\w+-]+:/i;
/** What makes a list, a heading or a line at the beginning of a paragraph. */
const OPENINGS = /^(?:[-+=]|\d+[.)])/;

/** A code span that its own content cannot close (CommonMark 6.1). */
function codeSpan(text: string): string {
  if (text === '') {
    return '';
  }
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function word(text: string, first: boolean): string {
  if (!SIGNS.test(text) && !LINKS.test(text) && !(first && OPENINGS.test(text))) {
    return text;
  }
  const [, before = '', middle = '', after = ''] = /^(["'(]*)(.*?)([.,;:!?"')]*)$/.exec(text) ?? [];
  // A pipe ends a cell of a table even in a code span.
  return `${before}${middle.split('|').map(codeSpan).join('&vert;')}${after}`;
}

/**
 * One line of Markdown that reads as the text.
 *
 * @param text - anything; line breaks become blanks
 */
export function markdownText(text: string): string {
  return text
    .split(/\s+/)
    .filter(part => part !== '')
    .map((part, index) => word(part, index === 0))
    .join(' ');
}

/** A block of code that its own text cannot close. */
export function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(run => run[0].length + 1)));
  return `${fence}\n${text}\n${fence}`;
}
