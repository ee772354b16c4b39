import { join } from 'node:path';
import { CA_KEY, CONFIG_KEY, GUIDE, replaceSecretCommand, type SecretSource } from '../../common/manifests.ts';
import { pathArg } from '../../common/args.ts';
import { commandLine, shellWord } from '../../common/shell.ts';
import type { WriteFault } from '../fix/place.ts';
import type { Problem, Step } from './problem.ts';

/** Which of the two files is written. */
export type Kind = 'login' | 'ca';

/** What a fault at a place is about. */
export interface Writing {
  kind: Kind;
  /** The registry, as typed. */
  host: string;
  /** As it was named or found, absolute. */
  path: string;
  folder: string;
  /** Whether a file stands there. */
  exists: boolean;
  home: string;
  /** Namespace for commands. */
  namespace: string;
  /** SHA-256 that was accepted; null for a login. */
  accept: string | null;
  /** File that the CA is taken from; null where it is taken from the registry, and for a login. */
  from: string | null;
}

const WORDS = {
  login: { file: 'Docker config', key: CONFIG_KEY, secret: GUIDE.secretName, option: '--docker-config' },
  ca: { file: 'CA file', key: CA_KEY, secret: GUIDE.caSecretName ?? '', option: '--ca-file' }
} as const;

/** The Secret of the guide, filled from a file. */
export function secretOf(kind: Kind, namespace: string, path: string): SecretSource {
  return { namespace, name: WORDS[kind].secret, key: WORDS[kind].key, path };
}

/** The command once more, for a file of one's own. */
function again({ kind, host, accept, from }: Writing, path: string): string {
  const given = from === null ? [] : ['--from', from];
  const accepted = kind === 'login' ? [] : [...given, '--accept', accept ?? 'SHA256'];
  return commandLine(`kaptain-registry ${kind}`, [...accepted, '--to-file', path], [host]);
}

/** A mounted Secret is changed through the Secret: with a copy, so that what else it holds stays. */
function throughSecret(writing: Writing, subPath: boolean): Step[] {
  const { kind, path, exists, home, namespace } = writing;
  const { key, secret } = WORDS[kind];
  const copy = join(home, key);
  return [
    ...(exists
      ? [
          {
            text: 'Copy it to a file of your own, so that what else it holds stays.',
            by: 'you',
            commands: [`install -m 600 ${shellWord(path)} ${shellWord(copy)}`]
          } as const
        ]
      : []),
    { text: 'Run this command for that file.', by: 'you', commands: [again(writing, copy)] },
    {
      text: `Write that file into the Secret (${secret} in the guide), or ask someone who may.`,
      by: 'you',
      commands: [replaceSecretCommand({ namespace, name: secret, key, path: copy })]
    },
    subPath
      ? { text: 'A file that is mounted alone (subPath) never follows its Secret: start a new notebook.', by: 'you' }
      : {
          text: 'Wait up to two minutes for the mounted file to follow, then run the Config cell and the Model cell again.',
          by: 'you'
        }
  ];
}

/** Another place can be used as well, when the Config cell names it. */
function elsewhere(writing: Writing): Step {
  const { kind, host } = writing;
  const { key, option } = WORDS[kind];
  const other = `/path/to/${key}`;
  return {
    text: 'Or write to another folder, and let the Config cell name the file.',
    by: 'you',
    commands: [again(writing, other), commandLine('kaptain-registry cell', [option, other], [host])]
  };
}

/**
 * Why a file cannot be written, and the way out.
 *
 * @param errorClass - class of the system's error; null when it was none
 * @param lock - file that shows that somebody is writing
 */
export function writingProblem(
  fault: WriteFault,
  writing: Writing,
  errorClass: string | null,
  lock: string | null = null
): Problem {
  const path = pathArg(writing.path);
  const folder = pathArg(writing.folder);
  const { file } = WORDS[writing.kind];
  const unchanged = `Nothing was written${writing.exists ? '; the file is as it was' : ''}.`;
  const another: Step = {
    text: 'Name another place with --to-file.',
    by: 'you',
    commands: [again(writing, `${writing.home}/${WORDS[writing.kind].key}`)]
  };
  switch (fault) {
    case 'secret':
      return {
        title: `The ${file} comes from a mounted Secret`,
        explanation: `${folder} is the content of a Secret, which Kubernetes puts there read-only. It is changed by changing the Secret. ${unchanged}`,
        steps: throughSecret(writing, false)
      };
    case 'file-mount':
      return {
        title: `The ${file} is mounted as a single file`,
        explanation: `${path} was mounted into this pod from outside (subPath), so it can be neither replaced nor renamed here. ${unchanged}`,
        steps: throughSecret(writing, true)
      };
    case 'read-only':
      return {
        title: `${folder} is read-only`,
        explanation: `The file system that holds ${folder} is mounted read-only. ${unchanged}`,
        steps: [
          { text: "Mount the notebook's workspace volume writable at the home folder.", by: 'cluster-admin' },
          elsewhere(writing)
        ]
      };
    case 'no-right':
      return {
        title: `This account may not write in ${folder}`,
        explanation: `The folder or the file belongs to another user (${errorClass ?? 'EACCES'}). ${unchanged}`,
        steps: [
          {
            text: 'See whom it belongs to; if it is yours, give yourself the right to write.',
            by: 'you',
            commands: [`ls -ld ${shellWord(writing.folder)}`]
          },
          { text: "If it belongs to root: correct the owner of the notebook's volume (fsGroup).", by: 'cluster-admin' },
          elsewhere(writing)
        ]
      };
    case 'full':
      return {
        title: 'No space is left for the file',
        explanation: `The volume that holds ${folder} is full, or its quota is used up (${errorClass ?? 'ENOSPC'}). ${unchanged}`,
        steps: [
          {
            text: 'See what takes the space and delete what you do not need; then run this command again.',
            by: 'you',
            commands: [`df -h ${shellWord(writing.folder)}`]
          },
          { text: 'Or ask for a larger workspace volume.', by: 'cluster-admin' }
        ]
      };
    case 'locked':
      return {
        title: `Another process is writing ${path}`,
        explanation: `It has not ended within five seconds, or it was stopped half way and left its mark behind. ${unchanged}`,
        steps: [
          { text: 'Wait until it has ended, then run this command again.', by: 'you' },
          {
            text: 'If none is running: remove the mark.',
            by: 'you',
            commands: lock === null ? [] : [`rm ${shellWord(lock)}`]
          }
        ]
      };
    case 'changing':
      return {
        title: `${path} keeps changing`,
        explanation: `Another program writes the file again and again, so that a change of ours would overwrite one of its own. ${unchanged}`,
        steps: [{ text: 'Run this command again when that program has ended.', by: 'you' }]
      };
    case 'no-folder':
      return {
        title: `The folder ${folder} does not exist`,
        explanation: `Only a missing folder right below an existing one is made. ${unchanged}`,
        steps: [
          {
            text: 'Make the folder, then run this command again.',
            by: 'you',
            commands: [`mkdir -p ${shellWord(writing.folder)}`]
          }
        ]
      };
    case 'directory':
      return {
        title: `${path} is a folder`,
        explanation: `A file is expected there. Kubernetes and Docker make such a folder when a file that was to be mounted did not exist. ${unchanged}`,
        steps: [
          {
            text: 'Remove the folder if it is empty, then run this command again.',
            by: 'you',
            commands: [`rmdir ${shellWord(writing.path)}`]
          },
          {
            text: 'Or name the file in it.',
            by: 'you',
            commands: [again(writing, `${writing.path.replace(/\/$/, '')}/${WORDS[writing.kind].key}`)]
          }
        ]
      };
    case 'special':
      return {
        title: `${path} is not a regular file`,
        explanation: `A pipe, socket or device stands there. ${unchanged}`,
        steps: [another]
      };
    case 'dangling-link':
      return {
        title: `${path} is a link to nothing`,
        explanation: `The file that the link names does not exist. ${unchanged}`,
        steps: [
          {
            text: 'Remove the link or make what it names, then run this command again.',
            by: 'you',
            commands: [`ls -l ${shellWord(writing.path)}`]
          },
          another
        ]
      };
    case 'unreadable':
      return {
        title: `${path} cannot be read`,
        explanation: `What stands there has to be read first, so that nothing of it is lost (${errorClass ?? 'OTHER'}). ${unchanged}`,
        steps: [
          {
            text: 'Give yourself the right to read it, or move it away.',
            by: 'you',
            commands: [`ls -l ${shellWord(writing.path)}`]
          },
          another
        ]
      };
    case 'too-large':
      return {
        title: `${path} is too large`,
        explanation: `No ${file} is that large (limit: ${writing.kind === 'login' ? '64 KiB' : '1 MiB'}); probably it is another file. ${unchanged}`,
        steps: [
          { text: 'See what it is, and move it away.', by: 'you', commands: [`ls -l ${shellWord(writing.path)}`] },
          another
        ]
      };
    case 'not-granted':
      return {
        title: `This command was not allowed to write ${path}`,
        explanation: `Its launcher lets it write in one folder only, and that is another one: the path leads through a link that changed, or holds an asterisk. ${unchanged}`,
        steps: [
          { text: 'Name the real path with --to-file.', by: 'you', commands: [`realpath ${shellWord(writing.path)}`] }
        ]
      };
    case 'other':
      return {
        title: `${path} could not be written`,
        explanation: `The system says ${errorClass ?? 'OTHER'}. ${unchanged}`,
        steps: [another]
      };
  }
}
