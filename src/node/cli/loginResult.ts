import { ASIDE } from '../../common/catalogue/steps.ts';
import { replaceSecretCommand } from '../../common/manifests.ts';
import { pathArg } from '../../common/args.ts';
import { commandLine } from '../../common/shell.ts';
import { ROW_SIGNS } from '../../common/words.ts';
import type { ConfigFault } from '../fix/dockerConfig.ts';
import type { Place } from '../fix/place.ts';
import type { Contacts } from '../../common/contacts.ts';
import { whom } from '../../common/contacts.ts';
import type { Problem } from './problem.ts';
import { wrap, type Style } from './style.ts';
import { secretOf } from './writing.ts';

/** What `login` wrote. */
export interface Written {
  host: string;
  place: Place;
  replaced: number;
  added: boolean;
  /** The registry asks nobody for a login, so this one could not be tried. */
  untried: boolean;
  /** Whether the SDK looks there by itself. */
  isDefault: boolean;
  namespace: string;
}

/** What `login` says when the file was written. */
export function writtenText(done: Written, style: Style, contacts: Contacts): string {
  const { host, place, untried, namespace } = done;
  const path = pathArg(place.path);
  const lines = untried
    ? [
        `${style.paint('yellow', ROW_SIGNS.warning)} ${style.paint('bold', `${host} asks nobody for a login here, so this one was not tried`)}`,
        '',
        wrap(
          'It may still be needed to push. "kaptain-registry check --image REF --push" tries it on a repository.',
          style.width,
          '  '
        )
      ]
    : [`${style.paint('green', ROW_SIGNS.ok)} ${style.paint('bold', `${host} accepts this login`)}`, ''];
  const what =
    place.bytes === null
      ? `Written to a new file, ${path}, which only you can read.`
      : `Written to ${path}, which only you can read. ${entryWords(done)} Everything else in it is as it was.`;
  lines.push(
    wrap(what, style.width, '  '),
    '',
    wrap(
      done.isDefault
        ? 'The SDK reads it there. Run the Config cell and the Model cell again.'
        : 'The SDK looks there only when the Config cell names the file: see "kaptain-registry cell --help".',
      style.width,
      '  '
    ),
    '',
    wrap(
      `For every new notebook, write the file into the Secret that the PodDefault mounts (it replaces what the Secret holds), or ask the ${whom('cluster-admin', contacts)}:`,
      style.width,
      '  '
    ),
    `    ${replaceSecretCommand(secretOf('login', namespace, place.path))}`
  );
  return lines.join('\n');
}

function entryWords({ replaced, added }: Written): string {
  if (replaced === 0) {
    return 'The login was added.';
  }
  const old = replaced === 1 ? 'The login that was there' : `The ${replaced} logins that were there`;
  return added
    ? `${old} got the new password, and an entry that every program finds was added.`
    : `${old} for this registry ${replaced === 1 ? 'was' : 'were'} replaced.`;
}

/** The registry, or its login service, said no. */
export function refusedProblem(host: string, byService: boolean): Problem {
  return {
    title: `${host} refuses this user name and password`,
    explanation: `${byService ? "The registry's login service" : 'The registry'} was reached and trusted, and said no: name or password are wrong, expired or locked. It was asked once and is not asked again by itself, because repeated tries can lock an account. Nothing was written.`,
    steps: [
      {
        text: 'Type both once more; mind capital letters, and whether the registry wants a token instead of a password.',
        by: 'you'
      },
      { text: 'If they are right: unlock the account, or issue a new password or token.', by: 'registry-owner' }
    ]
  };
}

const FAULTS: Readonly<Record<ConfigFault, string>> = {
  encoding: 'It is not UTF-8 text without a byte-order mark, and most programs refuse it.',
  'not-json': 'It is not valid JSON (line {line}), and every program refuses it.',
  'not-an-object': 'It is JSON, but not an object: nothing can be added to it.',
  repeated:
    'Its section "auths" stands there more than once, or in another letter case (line {line}); programs disagree which one counts.',
  'auths-not-an-object': 'Its section "auths" (line {line}) is not a list of registries.'
};

/** The file that is there has to be fixed first. */
export function damagedProblem(place: Place, { fault, line }: { fault: ConfigFault; line: number }): Problem {
  return {
    title: `${pathArg(place.path)} cannot be added to`,
    explanation: `${FAULTS[fault].replace('{line}', String(line))} To guess what was meant could lose a login. Nothing was written; the file is as it was.`,
    steps: [
      {
        text: 'See what is wrong and how to fix it.',
        by: 'you',
        commands: [commandLine('kaptain-registry check', ['--offline', '--docker-config', place.path], [])]
      },
      {
        text: 'Or, if you need no other login in it, move the file aside and run this command again.',
        by: 'you',
        commands: [commandLine('mv', [], [place.path, `${place.path}${ASIDE}`])]
      }
    ]
  };
}
