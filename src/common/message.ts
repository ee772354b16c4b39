import type { Actor } from './catalogue/types.ts';
import { whom, type Contacts } from './contacts.ts';
import type { Evidence, FixStep } from './finding.ts';
import type { ManifestStep } from './manifests.ts';
import { COMMAND, ownCommand } from './ownCommand.ts';
import { commandLine } from './shell.ts';

/** Whoever can be asked: everybody but the reader. */
export type Asked = Exclude<Actor, 'you'>;

/** A finding in the words of the reader's language, and when it was seen. */
export interface MessageParts {
  code: string;
  /** Registry (`host[:port]`) or path that it is about. */
  subject: string;
  title: string;
  explanation: string;
  /** The exact object or certificate, as it was seen. */
  evidence: readonly Evidence[];
  fix: readonly FixStep[];
  /** RFC 3339: the first run, of those that are known, that found it. */
  since: string | null;
  /** The registry that was checked; null when there was none. */
  registry: string | null;
  /** How our command is called in a terminal of the notebook; without it by its name. */
  command?: string;
}

/** Puts a text into the reader's language and fills its `%1`; the identity for English. */
export type Say = (text: string, ...values: string[]) => string;

/** English: what the command speaks. */
export const english: Say = (text, ...values) => text.replace(/%(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');

/** The steps that somebody else has to take; empty when there are none. */
export function stepsOf(asked: Asked, fix: readonly FixStep[]): FixStep[] {
  return fix.filter(step => step.by === asked);
}

/**
 * A short message to the person who can take the steps that the reader cannot: what happens, since when, what exactly it
 * is about, which step is wanted, how to tell that it worked. Made of a finding alone, which holds no secret and no name
 * of an account.
 */
export function messageFor(asked: Asked, parts: MessageParts, contacts: Contacts, say: Say = english): string {
  const { code, subject, title, explanation, evidence, since, registry } = parts;
  const about = subject === '' || title.includes(subject) ? code : `${subject}, ${code}`;
  const steps = stepsOf(asked, parts.fix);
  const check = ownCommand(
    commandLine(`${COMMAND} check`, [], registry === null ? [] : [registry]),
    parts.command ?? COMMAND
  );
  return [
    say('To the %1', whom(asked, contacts)),
    '',
    say('%1 (%2).', title.replace(/\.$/, ''), about),
    explanation,
    ...(since === null ? [] : [say('Seen since %1, from a notebook.', since.replace(/\.\d+Z$/, 'Z'))]),
    ...(evidence.length === 0 ? [] : ['', say('What was seen:')]),
    ...evidence.map(item => `- ${say(item.label)}: ${item.value}`),
    '',
    steps.length === 1 ? say('Please:') : say('Please, in this order:'),
    ...steps.flatMap(step => [
      `- ${step.text}`,
      ...(step.command === undefined ? [] : step.command.split('\n').map(line => `    ${line}`))
    ]),
    '',
    say('It worked when this command in the notebook no longer shows %1:', code),
    `    ${check}`
  ].join('\n');
}

/** Addresses that a contact may link to; anything else is shown as text. */
export function contactLink(contact: string): string | null {
  if (/^(?:https?:\/\/|mailto:)[^\s"'<>]+$/i.test(contact)) {
    return contact;
  }
  return /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/.test(contact) ? `mailto:${contact}` : null;
}

/** What a namespace needs so that every new notebook of it has login and CA. */
export interface Handover {
  namespace: string;
  /** Text beside the tick. */
  description: string;
  /** The PodDefault. */
  file: string;
  /** Steps with their commands. */
  steps: readonly ManifestStep[];
}

/** The message to the cluster's administrator with the PodDefault. The files with login and CA are not among it. */
export function handover(parts: Handover, contacts: Contacts, say: Say = english): string {
  const { namespace, description, file, steps } = parts;
  const commands = steps.flatMap(step =>
    step.commands.length === 0 ? [] : [`- ${step.text}`, ...step.commands.map(command => `    ${command}`)]
  );
  return [
    say('To the %1', whom('cluster-admin', contacts)),
    '',
    say('Notebooks of the namespace %1 are to get their registry login and CA when they are created.', namespace),
    say('The two Secrets are made from files that I have; please offer this PodDefault:'),
    '',
    file.trimEnd(),
    '',
    ...commands,
    '',
    say('It worked when the form for a new notebook shows "%1" under Configurations.', description)
  ].join('\n');
}
