import { contactOf, type Contacts } from '../../common/contacts.ts';
import { entryOf } from '../../common/finding.ts';
import { explain } from '../../common/log/explanation.ts';
import { sentenceText } from '../../common/log/sentence.ts';
import type { Candidate, Classification } from '../../common/log/types.ts';
import { commandLine } from '../../common/shell.ts';
import { ACTOR_WORDS, ROW_SIGNS } from '../../common/words.ts';
import { asCalled } from './called.ts';
import { stepLines } from './explain.ts';
import { INPUT_LIMITS } from './input.ts';
import { HEAD_BYTES, TAIL_BYTES, type ReadLog, type ReadPart } from './log.ts';
import { wrap, type Style } from './style.ts';

/** With more causes than these, their steps are left to `explain CODE`. */
const MOST_WITH_STEPS = 2;
/** More causes than these are told by place, and of each place no more than these. */
const MOST_TOGETHER = 8;
const MOST_OF_PLACE = 5;

/** Where causes are. */
type Place = 'Docker config' | 'CA file' | 'way to the registry' | 'certificate' | 'registry' | 'elsewhere';

function placeOf({ code, checks }: Candidate): Place {
  switch (code?.slice(3, 6)) {
    case 'FIL':
      return checks.includes('fil.ca') ? 'CA file' : 'Docker config';
    case 'CFG':
      return 'Docker config';
    case 'CRT':
      return 'CA file';
    case 'NET':
      return 'way to the registry';
    case 'TLS':
      return 'certificate';
    case 'REG':
      return 'registry';
    default:
      return 'elsewhere';
  }
}

function causeLine({ code, why }: Candidate, style: Style, contacts: Contacts): string {
  const by = code === null ? undefined : entryOf(code).fix[0]?.by;
  const who = by === undefined ? '' : ` [${ACTOR_WORDS[by]}${contactOf(by, contacts)}]`;
  return wrap(`${why}${who}`, style.width, ' '.repeat(14), `  ${(code ?? '-').padEnd(10)}  `);
}

/** The causes; by place where there are many, and of each place the likeliest. */
function causeLines(causes: readonly Candidate[], style: Style, contacts: Contacts): string[] {
  if (causes.length <= MOST_TOGETHER) {
    const title = causes.length === 1 ? 'Cause' : 'Possible causes';
    return ['', style.paint('bold', title), ...causes.map(item => causeLine(item, style, contacts))];
  }
  const places = new Map<Place, Candidate[]>();
  for (const item of causes) {
    places.set(placeOf(item), [...(places.get(placeOf(item)) ?? []), item]);
  }
  return [...places].flatMap(([place, items]) => {
    const more = items.length > MOST_OF_PLACE + 1 ? items.length - MOST_OF_PLACE : 0;
    return [
      '',
      style.paint('bold', `Possible causes: ${place}`),
      ...items.slice(0, items.length - more).map(item => causeLine(item, style, contacts)),
      ...(more > 0 ? [`  and ${more} more, which the checks know`] : [])
    ];
  });
}

/** The commands that look: printed, never run. */
function checkCommands({ hosts, images, push }: Classification): string[] {
  const names = hosts.length === 0 ? ['HOST'] : hosts;
  return names.map(host => {
    const image = images.find(item => item.startsWith(`${host}/`));
    const options = image === undefined ? [] : ['--image', image, ...(push ? ['--push'] : [])];
    return commandLine('kaptain-registry check', options, [host]);
  });
}

function toDo(
  classification: Classification,
  causes: readonly Candidate[],
  style: Style,
  contacts: Contacts
): string[] {
  const { kind, decidedBy, elsewhere, hosts } = classification;
  const commands = checkCommands(classification);
  const pushes = commands.some(line => / --push(?: |$)/.test(line));
  const looks =
    kind === 'unknown'
      ? 'To look at a registry, run'
      : hosts.length > 0
        ? 'Run the checks that decide; they connect to the registry that the text names.'
        : 'The text names no registry. Run the checks that decide for the one that was meant.';
  const consent = pushes ? ' "--push" begins one upload and cancels it.' : '';
  const codes = causes.flatMap(({ code }) => (code === null ? [] : [code]));
  const steps = [
    ...(decidedBy.length > 0 || kind === 'unknown'
      ? [{ by: 'you' as const, text: `${looks}${consent}`, commands }]
      : []),
    ...(elsewhere === null ? [] : [{ ...elsewhere, commands: [] }])
  ];
  const lines = steps.flatMap(({ by, text, commands: list }, index) => [
    wrap(`[${ACTOR_WORDS[by]}${contactOf(by, contacts)}] ${text}`, style.width, '   ', `${index + 1}. `),
    ...list.map(line => `     ${asCalled(line)}`)
  ]);
  const withSteps = codes.length > MOST_WITH_STEPS ? [] : codes;
  return [
    ...(lines.length === 0 ? [] : ['', style.paint('bold', 'What to do'), ...lines]),
    ...withSteps.flatMap(code => [
      '',
      style.paint('bold', `When it is ${code}`),
      ...stepLines(entryOf(code).fix, style, contacts)
    ]),
    ...(codes.length > MOST_WITH_STEPS
      ? ['', wrap('"kaptain-registry explain CODE" says what to do for each code.', style.width, '')]
      : [])
  ];
}

const mib = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MiB`;
const minutes = (milliseconds: number): string => `${Math.round(milliseconds / 60_000)} minutes`;

/** Which part of the text was read, when it was not all of it. */
function partTexts({ size, skipped, end }: ReadPart): string[] {
  const { silenceMs, totalMs, bytes } = INPUT_LIMITS;
  return [
    ...(skipped > 0
      ? [
          `The text is long (${mib(size)}): only its first ${mib(HEAD_BYTES)} and its last ${mib(TAIL_BYTES)} were read. If the error is in between, cut that part out and run this command on it.`
        ]
      : []),
    ...(end === 'silent' ? [`The text did not end, but nothing more came for ${minutes(silenceMs)}.`] : []),
    ...(end === 'endless'
      ? [`The text did not end: this command reads at most ${mib(bytes)}, for at most ${minutes(totalMs)}.`]
      : [])
  ];
}

/** What a log says, what can be behind it, and what decides: for a terminal. Quotes nothing of it. */
export function logText({ classification, part }: ReadLog, style: Style, contacts: Contacts): string {
  const { headline, causes } = explain(classification);
  const sign = classification.kind === 'unknown' ? ROW_SIGNS.unknown : ROW_SIGNS.problem;
  const title = wrap(sentenceText(headline), style.width, '  ', `${sign} `);
  const lines = [
    ...title.split('\n').map(line => style.paint('bold', line)),
    ...partTexts(part).map(text => wrap(text, style.width, '  ', '  ')),
    ...(causes.length === 0 ? [] : causeLines(causes, style, contacts)),
    ...toDo(classification, causes, style, contacts)
  ];
  return `${lines.join('\n')}\n`;
}
