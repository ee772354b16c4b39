import { COMMAND, ownCommand } from '../../common/ownCommand.ts';

/** How the command is called in this terminal: the launcher says it, where the name alone finds nothing. */
export function called(): string {
  return process.env.KAPTAIN_REGISTRY_CALLED ?? COMMAND;
}

/** A line to copy, as it works in this terminal. */
export function asCalled(line: string): string {
  return ownCommand(line, called());
}
