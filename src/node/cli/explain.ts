import { catalogue, type Code } from '../../common/catalogue/index.ts';
import type { FixTemplate } from '../../common/catalogue/types.ts';
import { contactOf, type Contacts } from '../../common/contacts.ts';
import { entryOf } from '../../common/finding.ts';
import { ACTOR_WORDS } from '../../common/words.ts';
import { shown, UsageError } from './args/grammar.ts';
import { asCalled } from './called.ts';
import { wrap, type Style } from './style.ts';

const SEVERITY_WORDS = { error: 'Problem', warning: 'Warning', info: 'Notice' } as const;

/** Places of a text in angle brackets: offline there is no value to put in. */
function open(text: string): string {
  return text.replace(/\{([a-zA-Z]\w*)\}/g, '<$1>');
}

/** The steps of a fix, with who takes each. */
export function stepLines(fix: readonly FixTemplate[], style: Style, contacts: Contacts): string[] {
  return fix.flatMap(({ by, text, command }, index) => [
    wrap(`[${ACTOR_WORDS[by]}${contactOf(by, contacts)}] ${open(text)}`, style.width, '   ', `${index + 1}. `),
    ...(command === undefined ? [] : [`     ${by === 'you' ? asCalled(open(command)) : open(command)}`])
  ]);
}

/**
 * Offline help of one code.
 *
 * @throws UsageError when the code is not in the catalogue
 */
export function explainText(code: string, style: Style, contacts: Contacts): string {
  if (!Object.hasOwn(catalogue, code)) {
    throw new UsageError(`explain: ${shown(code)} is not a code of this version; codes look like KR-TLS-004.`);
  }
  const entry = entryOf(code as Code);
  const lines = [
    style.paint('bold', `${code}  ${open(entry.title)}`),
    style.paint('grey', SEVERITY_WORDS[entry.severity]),
    '',
    wrap(open(entry.explanation), style.width, '')
  ];
  for (const variant of Object.values(entry.variants ?? {})) {
    if (variant.explanation !== undefined) {
      lines.push('', wrap(open(variant.explanation), style.width, '  ', '- '));
    }
  }
  if (entry.fix.length > 0) {
    lines.push('', style.paint('bold', 'What to do'), ...stepLines(entry.fix, style, contacts));
  }
  if (entry.explainedBy.length > 0) {
    lines.push('', wrap(`May follow from: ${entry.explainedBy.join(', ')}`, style.width, ''));
  }
  return `${lines.join('\n')}\n`;
}
