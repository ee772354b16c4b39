import type { Actor } from '../../common/catalogue/types.ts';
import { ACTOR_WORDS, ROW_SIGNS } from '../../common/words.ts';
import { contactOf, type Contacts } from '../../common/contacts.ts';
import { asCalled } from './called.ts';
import { wrap, type Style } from './style.ts';

export interface Step {
  text: string;
  by: Actor;
  commands?: readonly string[];
}

/** What stands in the way, and what to do, in the form of a finding. */
export interface Problem {
  title: string;
  explanation: string;
  steps: readonly Step[];
}

/** Steps with who takes them; commands stay on one line, so that they can be copied. */
export function stepLines(steps: readonly Step[], style: Style, contacts: Contacts): string[] {
  return steps.flatMap(({ text, by, commands = [] }, index) => [
    wrap(`[${ACTOR_WORDS[by]}${contactOf(by, contacts)}] ${text}`, style.width, '     ', `  ${index + 1}. `),
    ...commands.map(command => `       ${by === 'you' ? asCalled(command) : command}`)
  ]);
}

export function problemText({ title, explanation, steps }: Problem, style: Style, contacts: Contacts): string {
  return [
    `${style.paint('red', ROW_SIGNS.problem)} ${style.paint('bold', wrap(`Problem: ${title}`, style.width - 2, '  ', ''))}`,
    '',
    wrap(explanation, style.width, '  '),
    '',
    `  ${style.paint('bold', 'What to do')}`,
    ...stepLines(steps, style, contacts)
  ].join('\n');
}
