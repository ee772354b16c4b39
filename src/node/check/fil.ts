import { ASIDE } from '../../common/catalogue/steps.ts';
import { errorClassArg, hostArg, hostsArg, objectArg, objectsArg, pathArg } from '../../common/args.ts';
import { draft, type Consumer, type ConsumerVerdict } from '../../common/finding.ts';
import { CA_FILE, CONFIG_FILE } from '../collect/kinds.ts';
import type { EnvironmentFacts, FactMap, FileFacts, OtherConfigFacts } from '../facts.ts';
import { namespaceOf } from './namespace.ts';
import { check, pass } from './types.ts';

const FAILS: Partial<Record<Consumer, ConsumerVerdict>> = { sdk: 'fails', builder: 'fails' };

/** Endings by which a file in the folder could be the one that is meant. */
const CONFIG_NAMES = /^(?:\.dockerconfigjson|\.dockercfg|.*\.json|config.*|.*docker.*)$/i;
/** Names that a copy of the right file gets: an ending too many, a number, another spelling. */
const COPY_NAMES =
  /^(?:config\.json[ ._~-].*|config ?\(\d+\)\.json|config|config\.jsn|dockerconfig(?:json)?|\.?docker-?config\.json)$/i;
const CA_NAMES = /\.(?:crt|cert|cer|pem|der|ca)$|^(?:ca|tls|certificate)\b/i;

/** Names in the folder of a file; none that a step of ours set aside. */
function candidates({ folder }: FileFacts): string[] {
  return folder.names.filter(name => !name.endsWith(ASIDE));
}

/** Errors of the storage under a file, not of its access rights. */
const STORAGE_ERRORS = ['EIO', 'ESTALE', 'ETIMEDOUT', 'ENOTCONN', 'EREMOTEIO', 'EHOSTDOWN', 'ENODEV', 'ENXIO'];

function unreadableVariant({ errorClass, folder }: FileFacts): { variant?: 'folder' | 'storage' | 'other' } {
  if (errorClass === 'EACCES' || errorClass === 'EPERM') {
    return folder.isClosed ? { variant: 'folder' } : {};
  }
  return { variant: STORAGE_ERRORS.includes(errorClass ?? '') ? 'storage' : 'other' };
}

/** Faults that either file can have, whatever it should hold. Null when there is a file that was read. */
function placeFault(file: FileFacts, environment: EnvironmentFacts, kind: 'config' | 'ca') {
  const path = pathArg(file.path);
  const folder = pathArg(file.folder.path);
  const namespace = namespaceOf(environment);
  const consumers = kind === 'config' ? FAILS : {};
  const variant = kind === 'ca' ? ({ variant: 'ca' } as const) : {};
  switch (file.state) {
    case 'directory':
      return draft('KR-FIL-003', file.path, { path, folder }, { consumers });
    case 'special':
      return draft(
        'KR-FIL-004',
        file.path,
        { path, folder, errorClass: errorClassArg('SPECIAL'), namespace },
        { variant: 'special', consumers }
      );
    case 'unreadable':
      return draft(
        'KR-FIL-004',
        file.path,
        { path, folder, errorClass: errorClassArg(file.errorClass ?? 'OTHER'), namespace },
        { ...unreadableVariant(file), consumers }
      );
    case 'dangling-link':
      return draft(
        'KR-FIL-010',
        file.path,
        { path, namespace },
        file.folder.isProjection || file.folder.isMountPoint ? { consumers } : { variant: 'link', consumers }
      );
    case 'changing':
      return draft('KR-FIL-010', file.path, { path, namespace }, { variant: 'changing' });
    case 'missing':
      return null;
    case 'file':
      if (file.tooLarge) {
        const limit = kind === 'config' ? CONFIG_FILE.limit : CA_FILE.limit;
        return draft('KR-FIL-006', file.path, { path, size: file.size, limit, namespace }, variant);
      }
      return file.size === 0 ? draft('KR-FIL-005', file.path, { path, namespace }, { ...variant, consumers }) : null;
  }
}

function elsewhere(file: FileFacts, environment: EnvironmentFacts, name: string, kind: 'config' | 'ca') {
  const usual = `${environment.home}/${name}`;
  return draft(
    'KR-FIL-007',
    file.path,
    {
      found: pathArg(file.path),
      home: pathArg(environment.home),
      folder: pathArg(usual.slice(0, usual.lastIndexOf('/')))
    },
    kind === 'ca' ? { variant: 'ca' } : { consumers: { sdk: 'fails', builder: 'unknown' } }
  );
}

/** The other of the two files, and the folder where it belongs. */
type Beside = FileFacts | undefined;

/** Path of a file that lies in the folder of the other one: two Secrets were swapped, or one holds both. */
function inOtherFolder(beside: Beside, name: string): string | null {
  return beside !== undefined && beside.origin === 'default' && beside.folder.names.includes(name)
    ? `${beside.folder.path}/${name}`
    : null;
}

function missingConfig(
  file: FileFacts,
  environment: EnvironmentFacts,
  others: readonly OtherConfigFacts[],
  beside: Beside
) {
  const path = pathArg(file.path);
  const folder = pathArg(file.folder.path);
  const namespace = namespaceOf(environment);
  if (file.origin === 'option' || file.origin === 'setting') {
    return draft(
      'KR-FIL-001',
      file.path,
      { path, folder, found: path, namespace },
      { variant: 'given', consumers: FAILS }
    );
  }
  const astray = inOtherFolder(beside, 'config.json');
  if (astray !== null) {
    return draft(
      'KR-FIL-001',
      file.path,
      { path, folder, found: pathArg(astray), namespace },
      { variant: 'other-folder', consumers: FAILS }
    );
  }
  const found = candidates(file).filter(name => CONFIG_NAMES.test(name));
  const mounted = file.folder.isProjection || file.folder.isMountPoint;
  if (found.length > 0 && (mounted || found.includes('.dockerconfigjson'))) {
    return draft('KR-FIL-002', file.path, { path, folder, found: objectsArg(found), namespace }, { consumers: FAILS });
  }
  const [copy] = candidates(file).filter(name => COPY_NAMES.test(name) || name.toLowerCase() === 'config.json');
  if (copy !== undefined && !mounted) {
    return draft(
      'KR-FIL-002',
      file.path,
      { path, folder, found: objectsArg([copy]), namespace },
      { variant: 'copy', consumers: FAILS }
    );
  }
  const pointed = others.find(other => other.source === 'DOCKER_CONFIG' && !other.missing)?.path;
  if (pointed !== undefined && pointed !== null) {
    return draft(
      'KR-FIL-001',
      file.path,
      { path, folder, found: pathArg(pointed), namespace },
      { variant: 'variable', consumers: { sdk: 'fails', builder: 'unknown' } }
    );
  }
  if (mounted && file.folder.names.length > 0) {
    const strangers = objectsArg(file.folder.names);
    return draft(
      'KR-FIL-002',
      file.path,
      { path, folder, found: strangers, namespace },
      { variant: 'others', consumers: FAILS }
    );
  }
  return draft(
    'KR-FIL-001',
    file.path,
    { path, folder, found: path, namespace },
    mounted ? { variant: 'empty-mount', consumers: FAILS } : { consumers: FAILS }
  );
}

/** A login that does not come from a mounted Secret, or from one that never changes. Only where a pod has mounts at all. */
function copyNotes(file: FileFacts, environment: EnvironmentFacts) {
  const path = pathArg(file.path);
  const folder = pathArg(file.folder.path);
  if (file.folder.isProjection) {
    return file.folder.isReadOnly ? [draft('KR-FIL-013', file.path, { path, folder })] : [];
  }
  if (!environment.inPod || file.origin !== 'default') {
    return [];
  }
  if (file.isMountPoint) {
    return [draft('KR-FIL-012', file.path, { path, folder })];
  }
  if (file.folder.isMountPoint) {
    return [];
  }
  return [
    draft('KR-FIL-011', file.path, { path, folder, namespace: namespaceOf(environment) }),
    ...((file.mode & 0o004) === 0 ? [] : [draft('KR-FIL-015', file.path, { path })])
  ];
}

/** Other Docker configs with another login for the same registry. */
function disagreeing(file: FileFacts, others: readonly OtherConfigFacts[]) {
  return others
    .filter(other => other.differs.length > 0)
    .map(({ source, path, differs }) =>
      draft(
        'KR-FIL-014',
        file.path,
        { path: pathArg(file.path), other: pathArg(path ?? source), hosts: hostsArg(differs) },
        source === 'DOCKER_CONFIG'
          ? {}
          : {
              variant:
                source === 'DOCKER_AUTH_CONFIG' ? 'auth-config' : source === 'kubeflow-home' ? 'home' : 'containers'
            }
      )
    );
}

/** DOCKER_CONFIG names a folder; the file itself, or a folder that is gone, leads docker and crane nowhere. */
function leadsNowhere(file: FileFacts, others: readonly OtherConfigFacts[]) {
  return others
    .filter(other => other.missing)
    .map(({ path }) =>
      draft(
        'KR-FIL-014',
        file.path,
        { path: pathArg(file.path), other: pathArg(path ?? ''), hosts: [] },
        { variant: path === null ? 'content' : 'nowhere' }
      )
    );
}

function judgeConfig(
  file: FileFacts,
  environment: EnvironmentFacts,
  others: readonly OtherConfigFacts[],
  beside: Beside
) {
  const fault = placeFault(file, environment, 'config');
  const moved = file.origin === 'kubeflow-home' ? [elsewhere(file, environment, CONFIG_FILE.name, 'config')] : [];
  if (fault !== null) {
    return { findings: [...moved, fault] };
  }
  if (file.state === 'missing') {
    return { findings: [missingConfig(file, environment, others, beside), ...leadsNowhere(file, others)] };
  }
  const findings = [
    ...moved,
    ...copyNotes(file, environment),
    ...disagreeing(file, others),
    ...leadsNowhere(file, others)
  ];
  return { findings, summary: { text: 'found', args: {} } };
}

function judgeCa(file: FileFacts, environment: EnvironmentFacts) {
  const fault = placeFault(file, environment, 'ca');
  const moved = file.origin === 'kubeflow-home' ? [elsewhere(file, environment, CA_FILE.name, 'ca')] : [];
  if (fault !== null) {
    return { findings: [...moved, fault] };
  }
  if (file.state !== 'missing') {
    const single = environment.inPod && file.origin === 'default' && file.isMountPoint && !file.folder.isProjection;
    const args = { path: pathArg(file.path), folder: pathArg(file.folder.path) };
    const findings = [...moved, ...(single ? [draft('KR-FIL-012', file.path, args)] : [])];
    return { findings, summary: { text: 'found', args: {} } };
  }
  const args = { path: pathArg(file.path), folder: pathArg(file.folder.path), namespace: namespaceOf(environment) };
  if (file.origin === 'option' || file.origin === 'setting') {
    return {
      findings: [draft('KR-FIL-008', file.path, { ...args, host: hostArg(''), found: [] }, { variant: 'no-file' })]
    };
  }
  const found = candidates(file).filter(name => CA_NAMES.test(name));
  const [first] = found;
  return first === undefined
    ? pass('none')
    : { findings: [draft('KR-FIL-009', file.path, { ...args, found: objectsArg(found), first: objectArg(first) })] };
}

/** Where else the CA may be: in the folder of the login, where docker looks, or another Secret is mounted. */
function missingCaVariant(
  file: FileFacts,
  config: Beside,
  astray: string | null
): { variant?: 'other-folder' | 'mounted' | 'others' | 'docker-folder' } {
  if (astray !== null) {
    return { variant: 'other-folder' };
  }
  if (file.folder.isProjection || file.folder.isMountPoint) {
    return { variant: file.folder.names.length === 0 ? 'mounted' : 'others' };
  }
  return config?.folder.names.includes('certs.d') === true ? { variant: 'docker-folder' } : {};
}

/** Checks of the two files as such: is there one, and can it be read. */
export const filChecks = [
  check({
    id: 'fil.config',
    judges: 'config.file',
    needs: ['config.file', 'environment'],
    mayUse: ['config.others', 'ca.file'],
    emits: [
      'KR-FIL-001',
      'KR-FIL-002',
      'KR-FIL-003',
      'KR-FIL-004',
      'KR-FIL-005',
      'KR-FIL-006',
      'KR-FIL-007',
      'KR-FIL-010',
      'KR-FIL-011',
      'KR-FIL-012',
      'KR-FIL-013',
      'KR-FIL-014',
      'KR-FIL-015'
    ],
    run({ facts }) {
      const { 'config.others': others = [], 'ca.file': ca }: Partial<FactMap> = facts;
      return judgeConfig(facts['config.file'], facts.environment, others, ca);
    }
  }),
  check({
    id: 'fil.ca',
    judges: 'ca.file',
    needs: ['ca.file', 'environment'],
    emits: [
      'KR-FIL-003',
      'KR-FIL-004',
      'KR-FIL-005',
      'KR-FIL-006',
      'KR-FIL-007',
      'KR-FIL-008',
      'KR-FIL-009',
      'KR-FIL-010',
      'KR-FIL-012'
    ],
    run: ({ facts }) => judgeCa(facts['ca.file'], facts.environment)
  }),
  check({
    id: 'ca.needed',
    judges: 'trust',
    needs: ['trust', 'ca.file', 'environment'],
    mayUse: ['config.file'],
    emits: ['KR-FIL-008'],
    run({ facts, subject }) {
      const { trust, 'ca.file': file } = facts;
      if (trust.publiclyTrusted) {
        return pass('not needed: publicly trusted');
      }
      // Whatever else is wrong with the chain, without a file the missing file comes first. A file that was named has its own finding.
      if (file.state !== 'missing' || file.origin === 'option' || file.origin === 'setting') {
        return pass(file.state === 'missing' ? 'none' : 'a file is there');
      }
      const { 'config.file': config }: Partial<FactMap> = facts;
      const astray = inOtherFolder(config, 'certificate.crt');
      return {
        findings: [
          draft(
            'KR-FIL-008',
            subject,
            {
              host: hostArg(subject),
              path: pathArg(file.path),
              folder: pathArg(file.folder.path),
              namespace: namespaceOf(facts.environment),
              found: astray === null ? objectsArg(file.folder.names) : [objectArg(astray)]
            },
            { ...missingCaVariant(file, config, astray), consumers: trust.consumers }
          )
        ]
      };
    }
  })
];
