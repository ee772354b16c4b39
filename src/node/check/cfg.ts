import type { Code } from '../../common/catalogue/index.ts';
import { entryArg, hostArg, objectArg, pathArg, wordArg } from '../../common/args.ts';
import { draft, type ArgsOf, type Consumer, type ConsumerVerdict, type FindingDraft } from '../../common/finding.ts';
import type { DockerConfigFacts, EntryFacts, WrongType } from '../docker/facts.ts';
import { isHub, isPublicHost, privateHosts } from '../docker/hosts.ts';
import { isDamaged } from '../docker/resolve.ts';
import type { EnvironmentFacts, FactMap } from '../facts.ts';
import { HUB_KEY, hubSpelling, loginFault, loginInKey, type EntryPlace } from './cfgEntry.ts';
import { judgeLogin } from './cfgLogin.ts';
import { namespaceOf } from './namespace.ts';
import { check, pass, type CheckInput, type Judgement } from './types.ts';

/** What the check `cfg.entries` can raise. */
export const ENTRIES_CODES = [
  'KR-CFG-009',
  'KR-CFG-010',
  'KR-CFG-011',
  'KR-CFG-013',
  'KR-CFG-014',
  'KR-CFG-017',
  'KR-CFG-019',
  'KR-CFG-020',
  'KR-CFG-022',
  'KR-CFG-029',
  'KR-CFG-030'
] as const;
export type EntriesCode = (typeof ENTRIES_CODES)[number];

/** Arguments of a code that is about a registry's entry, where it is about another part of the file. */
const NO_ENTRY = { host: hostArg(''), entry: entryArg('', []) };

const FAILS: Partial<Record<Consumer, ConsumerVerdict>> = { sdk: 'fails', builder: 'fails' };

/** Judges the document as a whole: is it a Docker config that programs can read. */
function judgeDocument(config: DockerConfigFacts, environment: EnvironmentFacts, builder: string) {
  const { path, document, trailing } = config;
  const file = { path: pathArg(path), namespace: namespaceOf(environment) };
  const fails = { consumers: FAILS };
  const only = <C extends Code>(finding: FindingDraft<C>): Judgement<C> => ({ findings: [finding] });
  switch (document.state) {
    case 'unavailable':
    case 'empty':
      return { findings: [], unknown: true, summary: { text: 'no file to read', args: {} } };
    case 'changing':
      return only(draft('KR-FIL-010', path, file, { variant: 'changing' }));
    case 'blank':
      return only(draft('KR-CFG-025', path, file, fails));
    case 'null':
      return only(draft('KR-CFG-025', path, file, { ...fails, variant: 'null' }));
    case 'bom':
      return only(draft('KR-CFG-003', path, file, fails));
    case 'utf16':
      return only(draft('KR-CFG-003', path, file, { ...fails, variant: 'utf16' }));
    case 'base64':
      return only(draft('KR-CFG-002', path, file, fails));
    case 'secret':
    case 'secret-text':
      return only(draft('KR-CFG-026', path, file, fails));
    case 'wrapped':
      return only(draft('KR-CFG-026', path, file, { ...fails, variant: 'wrapped' }));
    case 'legacy':
      return only(draft('KR-CFG-004', path, file, { consumers: { builder: 'fails' } }));
    case 'not-an-object':
      return only(
        draft(
          'KR-CFG-001',
          path,
          { ...file, line: document.line, column: document.column },
          { ...fails, variant: document.fault === 'as-text' ? 'as-text' : 'not-an-object' }
        )
      );
    case 'nested':
      return only(
        draft(
          'KR-CFG-027',
          path,
          { ...file, field: objectArg('auths'), line: document.line, expected: wordArg('') },
          { ...fails, variant: 'nested' }
        )
      );
    case 'syntax':
      return only(syntax(config, environment));
    case 'ok': {
      const after =
        trailing === null
          ? []
          : [
              draft(
                'KR-CFG-001',
                path,
                { ...file, line: trailing.line, column: trailing.column },
                { variant: 'after-end', consumers: { sdk: 'fails' } }
              )
            ];
      const notUtf8 = config.notUtf8
        ? [draft('KR-CFG-003', path, file, { variant: 'not-utf8', consumers: { sdk: 'fails' } })]
        : [];
      const sections =
        config.secondAuths === null
          ? []
          : [
              draft(
                'KR-CFG-018',
                path,
                { ...file, ...NO_ENTRY, keys: [] },
                {
                  variant: 'section',
                  evidence: [{ label: 'Line of the second one', value: config.secondAuths.line }]
                }
              )
            ];
      const miscased = config.miscased.map(field => draft('KR-CFG-028', path, { ...file, field: objectArg(field) }));
      const findings = [
        ...after,
        ...notUtf8,
        ...sections,
        ...config.wrongTypes.map(wrong => wrongType(wrong, config, environment, builder)),
        ...miscased
      ];
      return { findings, summary: { text: 'valid', args: {} } };
    }
  }
}

function syntax({ path, document: { fault, line, column } }: DockerConfigFacts, environment: EnvironmentFacts) {
  const args = { path: pathArg(path), namespace: namespaceOf(environment), line, column };
  return fault === 'line-break'
    ? draft('KR-CFG-012', path, args, { consumers: FAILS })
    : draft(
        'KR-CFG-001',
        path,
        args,
        fault === null || fault === 'other' ? { consumers: FAILS } : { variant: fault, consumers: FAILS }
      );
}

/** What the builder decodes the file with: docker/cli of 2019 in the Kaniko that Kaptain lists, else one of today. */
function familyOf(builder: string): WrongType['families'][number] {
  return builder === 'kaniko-1.3.0' ? 'docker-2019' : 'docker';
}

function wrongType(
  { field, expected, line, families }: WrongType,
  { path }: DockerConfigFacts,
  environment: EnvironmentFacts,
  builder: string
) {
  const args = {
    path: pathArg(path),
    namespace: namespaceOf(environment),
    field: objectArg(field),
    line,
    expected:
      expected === 'text'
        ? wordArg('a text in quotes')
        : expected === 'list'
          ? wordArg('a list in square brackets')
          : wordArg('an object in curly brackets, with texts in it')
  };
  if (field === 'auths') {
    return draft('KR-CFG-027', path, args, { variant: 'auths', consumers: FAILS });
  }
  return draft(
    'KR-CFG-027',
    path,
    args,
    families.includes(familyOf(builder)) ? { consumers: { builder: 'fails' } } : {}
  );
}

/**
 * Judges the entries that no check of a registry judges: those of public hubs, those whose key names no registry, and
 * the sections beside them. Damage of an entry shows at every registry, so it is said here only when there is none.
 */
function judgeEntries(
  config: DockerConfigFacts,
  environment: EnvironmentFacts,
  { at, tested, leftOut }: Pick<CheckInput, 'at' | 'tested' | 'leftOut'>
) {
  const { path } = config;
  if (config.document.state !== 'ok') {
    return { findings: [], unknown: true, summary: { text: 'no file to read', args: {} } };
  }
  const file = { path: pathArg(path), namespace: namespaceOf(environment) };
  const others = config.entries.filter(entry => entry.host === null || isPublicHost(entry.host));
  const findings = [
    ...others.flatMap(entry => judgeOther(entry, config, environment, at)),
    ...hiddenHubs(config, tested).map(entry =>
      hubSpelling(entry, { subject: entry.host ?? path, host: entry.key, path, environment }, 'not-needed')
    ),
    ...(config.headersHoldLogin ? [draft('KR-CFG-019', path, { ...file, ...NO_ENTRY }, { variant: 'headers' })] : []),
    ...(config.proxies.holdLogin ? [draft('KR-CFG-019', path, { ...file, ...NO_ENTRY }, { variant: 'proxy' })] : []),
    ...(config.proxies.present ? [draft('KR-CFG-022', path, file)] : []),
    ...tooMany(config, file, { tested, leftOut })
  ];
  return others.length === 0 && findings.length === 0
    ? pass('none')
    : { findings, summary: { text: 'fine', args: {} } };
}

/** More registries than a run looks at: it must not pass for a run over all of them. */
function tooMany(
  config: DockerConfigFacts,
  file: ArgsOf<'KR-CFG-022'>,
  { tested, leftOut }: Pick<CheckInput, 'tested' | 'leftOut'>
): FindingDraft<'KR-CFG-030'>[] {
  if (leftOut === 0) {
    return [];
  }
  const count = privateHosts(config).length;
  const variant = tested.length > 1 ? { variant: 'all-asked' as const } : {};
  return [draft('KR-CFG-030', config.path, { ...file, count, most: count - leftOut }, variant)];
}

function judgeOther(
  entry: EntryFacts,
  config: DockerConfigFacts,
  environment: EnvironmentFacts,
  at: number
): FindingDraft<EntriesCode>[] {
  const place: EntryPlace = {
    subject: entry.host ?? config.path,
    host: entry.host ?? entry.key,
    path: config.path,
    environment
  };
  const inKey = loginInKey(entry, place);
  const fault = loginFault(entry, place, 'not-needed', at);
  if (fault === null || fault.variant === 'not-needed') {
    return inKey;
  }
  if (isDamaged(entry)) {
    return privateHosts(config).length > 0 ? inKey : [...inKey, fault];
  }
  // Bad for whoever needs this login, but no fault of the registry that is looked at.
  return [...inKey, { ...fault, severity: 'warning', consumers: {} }];
}

/** Entries for Docker Hub where docker does not look; none when Docker Hub is looked at by itself. */
function hiddenHubs({ entries }: DockerConfigFacts, tested: readonly string[]): EntryFacts[] {
  if (tested.some(isHub)) {
    return [];
  }
  const hub = entries.filter(entry => entry.host !== null && isHub(entry.host));
  return hub.some(entry => entry.names.exact === HUB_KEY) ? [] : hub;
}

/** Checks of the Docker config's content. */
export const cfgChecks = [
  check({
    id: 'cfg.format',
    judges: 'config.content',
    needs: ['config.content', 'environment'],
    emits: [
      'KR-CFG-001',
      'KR-CFG-002',
      'KR-CFG-003',
      'KR-CFG-004',
      'KR-CFG-012',
      'KR-CFG-018',
      'KR-CFG-025',
      'KR-CFG-026',
      'KR-CFG-027',
      'KR-CFG-028',
      'KR-FIL-010'
    ],
    run: ({ facts, builder }) => judgeDocument(facts['config.content'], facts.environment, builder)
  }),
  check({
    id: 'cfg.entries',
    judges: 'config.content',
    needs: ['config.content', 'environment'],
    emits: ENTRIES_CODES,
    run: ({ facts, ...input }) => judgeEntries(facts['config.content'], facts.environment, input)
  }),
  check({
    id: 'cfg.login',
    judges: 'login',
    needs: ['login', 'config.content', 'environment', 'address'],
    mayUse: ['ping', 'session'],
    emits: [
      'KR-CFG-005',
      'KR-CFG-006',
      'KR-CFG-007',
      'KR-CFG-008',
      'KR-CFG-009',
      'KR-CFG-010',
      'KR-CFG-011',
      'KR-CFG-013',
      'KR-CFG-014',
      'KR-CFG-015',
      'KR-CFG-016',
      'KR-CFG-017',
      'KR-CFG-018',
      'KR-CFG-019',
      'KR-CFG-020',
      'KR-CFG-021',
      'KR-CFG-023',
      'KR-CFG-024',
      'KR-CFG-029'
    ],
    run({ facts, at }) {
      const { ping, session }: Partial<FactMap> = facts;
      return judgeLogin({
        login: facts.login,
        config: facts['config.content'],
        environment: facts.environment,
        ping,
        session,
        at
      });
    }
  })
];
