import { shellWord } from './shell.ts';

/** How the command is called in every text: without the place where it is. */
export const COMMAND = 'kaptain-registry';

/**
 * A command of a text as it works where it is typed: a folder of programs that is not on the PATH stands before our own.
 *
 * @param command - a line for a shell; one of another program stays as it is
 * @param word - how our command is called there: its name, or its absolute path
 */
export function ownCommand(command: string, word: string): string {
  return command.startsWith(`${COMMAND} `) ? `${shellWord(word)}${command.slice(COMMAND.length)}` : command;
}
