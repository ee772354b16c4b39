import { COMMAND, ownCommand } from '../../common/ownCommand.ts';

/** A line to copy, as it works in this terminal: the launcher says how it was called, where the name alone finds nothing. */
export function asCalled(line: string): string {
  return ownCommand(line, process.env.KAPTAIN_REGISTRY_CALLED ?? COMMAND);
}
