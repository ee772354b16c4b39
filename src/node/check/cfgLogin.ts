import { hostArg, hostsArg, objectArg, objectsArg, pathArg } from '../../common/args.ts';
import { draft, type DraftOptions } from '../../common/finding.ts';
import { builderHelper, UNKNOWN_HELPER } from '../docker/helperProgram.ts';
import type { DockerConfigFacts, EntryFacts, LoginFacts } from '../docker/facts.ts';
import { isHub } from '../docker/hosts.ts';
import { isDamaged } from '../docker/resolve.ts';
import type { EnvironmentFacts, FactMap } from '../facts.ts';
import {
  correctedEntry,
  entryArgs,
  HUB_KEY,
  hubSpelling,
  loginFault,
  loginInKey,
  loginNotes,
  type EntryPlace,
  type Need
} from './cfgEntry.ts';
import { namespaceOf } from './namespace.ts';

export interface LoginInput {
  login: LoginFacts;
  config: DockerConfigFacts;
  environment: EnvironmentFacts;
  ping: FactMap['ping'] | undefined;
  session: FactMap['session'] | undefined;
  at: number;
}

/** Names of readers, for people. */
const READER_NAMES: Readonly<Record<string, string>> = {
  ggcr: 'crane',
  'containers-image': 'skopeo, podman',
  'docker-py': 'docker-py',
  kubelet: 'kubelet'
};

/** Whether the registry asks for a login: its own answers, else nobody knows. */
function needOf({ ping, session }: LoginInput): Need {
  if (session?.outcome === 'not-needed') {
    return 'not-needed';
  }
  if (ping?.outcome !== 'answered') {
    return 'may-be-needed';
  }
  return ping.status === 401 ? 'needed' : ping.status === 200 ? 'not-needed' : 'may-be-needed';
}

/** Judges the login of one registry: is there one, will programs find it, is it sound. */
export function judgeLogin(input: LoginInput) {
  const { login, config, environment, at } = input;
  if (config.document.state !== 'ok' || config.wrongTypes.some(wrong => wrong.field === 'auths')) {
    return { findings: [], unknown: true, summary: { text: 'no file to read it from', args: {} } };
  }
  const need = needOf(input);
  const place: EntryPlace = {
    subject: login.host,
    host: login.host,
    path: config.path,
    environment,
    builderStops: login.consumers.builder.finds === 'error',
    accepted: input.session?.outcome === 'accepted'
  };
  const damaged = othersDamaged(login, place);
  if (login.helper !== null) {
    return { findings: [needsHelper(login.helper, input), ...damaged] };
  }
  const { entry } = login;
  if (entry === null) {
    return {
      findings: [...login.otherSpelling.flatMap(one => loginInKey(one, place)), noEntry(need, input), ...damaged]
    };
  }
  const fault = hiding(login, place, need) ?? loginFault(entry, place, need, at);
  const blindBuilder = ['found', 'unknown'].includes(login.consumers.builder.finds)
    ? null
    : ({ builder: 'fails' } as const);
  const unseenHub = isHub(login.host) && !login.entries.some(one => one.names.exact === HUB_KEY);
  const findings = [
    ...login.entries.flatMap(one => loginInKey(one, place, blindBuilder)).slice(0, 1),
    ...(fault === null ? [] : [fault]),
    ...damaged,
    ...(unseenHub ? [hubSpelling(entry, place, need)] : []),
    ...loginNotes(entry, place, input.session?.outcome === 'refused'),
    ...(fault?.variant === 'hides' ? [] : severalEntries(login, place)),
    ...folderOnly(login, place),
    ...(fault === null ? spelling(login, place) : [])
  ];
  return { findings, summary: { text: need === 'not-needed' ? 'found, not needed to read' : 'found', args: {} } };
}

/** An empty entry with exactly the registry's name stands before one that holds the login. */
function hiding({ entry, entries }: LoginFacts, place: EntryPlace, need: Need) {
  const isEmpty = (one: EntryFacts): boolean => one.logins.docker.kind === 'anonymous';
  const other = entries.find(one => one !== entry && !one.hasPath && one.logins.docker.kind === 'login');
  if (entry === null || !isEmpty(entry) || entry.auth === 'wrong-type' || other === undefined) {
    return null;
  }
  const args = { ...entryArgs(entry, place), entry: correctedEntry(place.host, other) };
  return need === 'not-needed'
    ? draft('KR-CFG-014', place.subject, args, { variant: need })
    : draft('KR-CFG-014', place.subject, args, { variant: 'hides', consumers: { sdk: 'fails', builder: 'fails' } });
}

/** Docker and Kaniko decode every entry, so the fault of one is the fault of all. */
function othersDamaged(login: LoginFacts, place: EntryPlace) {
  const [first, ...rest] = login.damagedOthers;
  return first === undefined
    ? []
    : [
        draft('KR-CFG-023', place.subject, entryArgs(first, place), {
          ...(place.builderStops === true ? { consumers: { builder: 'fails' } } : { severity: 'warning' }),
          evidence:
            rest.length === 0 ? [] : [{ label: 'Also damaged', value: objectsArg(rest.map(entry => entry.key)) }]
        })
      ];
}

function needsHelper(helper: string, { login, config, environment }: LoginInput) {
  const { entry } = login;
  const beside = entry?.logins.docker.kind === 'login';
  const brings = builderHelper(helper, login.host);
  const alone: DraftOptions<'KR-CFG-016'> =
    brings === 'absent'
      ? { ...(helper === UNKNOWN_HELPER ? { variant: 'unnamed' } : {}), consumers: { sdk: 'fails', builder: 'fails' } }
      : { variant: brings, consumers: { sdk: 'fails', builder: brings === 'usable' ? 'unknown' : 'fails' } };
  return draft(
    'KR-CFG-016',
    login.host,
    {
      host: hostArg(login.host),
      helper: objectArg(helper),
      entry: correctedEntry(entry?.names.exact ?? login.host, entry),
      path: pathArg(config.path),
      namespace: namespaceOf(environment)
    },
    // The SDK may still read a login that stands in the file itself.
    beside ? { variant: 'beside', ...(brings === 'usable' ? {} : { consumers: { builder: 'fails' } }) } : alone
  );
}

function noEntry(need: Need, { login, config, environment }: LoginInput) {
  const { host } = login;
  const [spelled] = login.otherSpelling;
  const [other] = login.otherPort;
  const args = {
    host: hostArg(host),
    path: pathArg(config.path),
    namespace: namespaceOf(environment),
    entry: correctedEntry(host, spelled ?? other ?? null)
  };
  const options =
    need === 'needed' ? ({ consumers: { sdk: 'fails', builder: 'fails' } } as const) : ({ variant: need } as const);
  const similar = (variant: 'spelling' | 'pattern', entries: readonly EntryFacts[]) => {
    // How the SDK compares names is not published.
    const named: DraftOptions<'KR-CFG-006'> =
      need === 'needed' ? { variant, consumers: { builder: 'fails' } } : options;
    return draft('KR-CFG-006', host, { ...args, hosts: hostsArg(entries.map(nameOf)) }, named);
  };
  if (spelled !== undefined) {
    return similar('spelling', login.otherSpelling);
  }
  if (other !== undefined) {
    const name = nameOf(other);
    const isDefault = name === `${host}:443` || host === `${name}:443`;
    return draft(
      'KR-CFG-007',
      host,
      { ...args, other: hostArg(name) },
      need === 'needed' && isDefault ? { ...options, variant: 'default-port' } : options
    );
  }
  if (login.patterns.length > 0) {
    return similar('pattern', login.patterns);
  }
  return config.entries.length === 0
    ? draft('KR-CFG-005', host, args, options)
    : draft('KR-CFG-006', host, { ...args, hosts: hostsArg(config.entries.map(nameOf)) }, options);
}

const nameOf = (entry: EntryFacts): string => entry.host ?? entry.key;

/** Several entries for one registry: harmless only when all say the same. */
function severalEntries(login: LoginFacts, place: EntryPlace) {
  const bare = login.entries.filter(entry => !entry.hasPath);
  const [first] = bare;
  if (first === undefined) {
    return [];
  }
  const { host, path, namespace } = entryArgs(first, place);
  const common = { host, path, namespace, entry: correctedEntry(place.host, first) };
  if (bare.length > 1) {
    const keys = objectsArg(bare.map(entry => entry.key));
    return [draft('KR-CFG-018', place.subject, { ...common, keys }, sameLogin(bare) ? { variant: 'same-login' } : {})];
  }
  return first.repeated
    ? [draft('KR-CFG-018', place.subject, { ...common, keys: objectsArg([first.key]) }, { variant: 'same-key' })]
    : [];
}

function sameLogin(entries: readonly EntryFacts[]): boolean {
  const prints = entries.map(({ logins: { docker } }) =>
    docker.kind === 'login' ? docker.credential.fingerprint : docker.kind
  );
  return new Set(prints).size === 1;
}

/** The only entry names a folder of the registry, not the registry. */
function folderOnly(login: LoginFacts, place: EntryPlace) {
  const { entry } = login;
  return entry === null || !entry.hasPath
    ? []
    : [
        draft('KR-CFG-024', place.subject, {
          ...entryArgs(entry, place),
          entry: correctedEntry(place.host, entry)
        })
      ];
}

/** Readers that do not find a login that docker finds, for the spelling of its key or its fields. */
function spelling(login: LoginFacts, place: EntryPlace) {
  const { entry } = login;
  const docker = login.readers.find(one => one.reader === 'docker-cli');
  if (
    entry === null ||
    entry.hasPath ||
    entry.hasUserinfo ||
    isDamaged(entry) ||
    docker === undefined ||
    docker.credential === null
  ) {
    return [];
  }
  const blind = login.readers.filter(one => one.credential === null && one.kind !== 'error');
  const readers = objectsArg(blind.flatMap(one => READER_NAMES[one.reader] ?? []));
  const args = { ...entryArgs(entry, place), entry: correctedEntry(place.host, entry) };
  if (login.consumers.builder.finds === 'none') {
    return [
      draft('KR-CFG-008', place.subject, { ...args, readers }, { variant: 'builder', consumers: { builder: 'fails' } })
    ];
  }
  if (entry.identityToken || entry.registryToken) {
    const evidence = blind.length === 0 ? [] : [{ label: 'Find no login in it', value: readers }];
    return [draft('KR-CFG-008', place.subject, { ...args, readers }, { variant: 'token', evidence })];
  }
  if (blind.length === 0) {
    return login.consumers.sdk.finds === 'unknown'
      ? [draft('KR-CFG-008', place.subject, { ...args, readers }, { variant: 'undocumented' })]
      : [];
  }
  return [
    draft('KR-CFG-008', place.subject, { ...args, readers }, entry.auth === 'absent' ? { variant: 'two-fields' } : {})
  ];
}
