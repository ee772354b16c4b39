import type { Code } from '../../common/catalogue/index.ts';
import {
  hostArg,
  objectArg,
  pathArg,
  type Arg,
  type HostArg,
  type ObjectArg,
  type PathArg
} from '../../common/args.ts';
import { draft, type FindingDraft } from '../../common/finding.ts';
import { imagesOn } from '../collect/images.ts';
import type { ImagesFacts, PulledImage } from '../registry/facts.ts';
import { fail, REGISTRY_FAILS, unknownAnswer, type Consumers } from './outcome.ts';
import { notSentText, tooMany } from './regTexts.ts';
import { check, pass, type Judgement } from './types.ts';

/** What the check `reg.pull` can raise. */
export const PULL_CODES = [
  'KR-REG-002',
  'KR-REG-003',
  'KR-REG-004',
  'KR-REG-005',
  'KR-REG-010',
  'KR-REG-011',
  'KR-REG-013',
  'KR-REG-014',
  'KR-REG-015',
  'KR-REG-019',
  'KR-REG-020',
  'KR-REG-025',
  'KR-REG-027',
  'KR-INT-009'
] as const;
export type PullCode = (typeof PULL_CODES)[number];

/** What the check `reg.images` can raise. */
export const NAME_CODES = ['KR-REG-020', 'KR-REG-021'] as const;
export type NameCode = (typeof NAME_CODES)[number];

/** The image builder cannot go on; the SDK itself pulls and pushes nothing. */
export const BUILDER_FAILS: Consumers = { builder: 'fails' };

type Evidence = { label: string; value: Arg }[];

const names = check({
  id: 'reg.images',
  judges: 'images',
  needs: ['images'],
  emits: NAME_CODES,
  when: ({ images }) => images.length > 0,
  run({ facts, tested }) {
    const findings = facts.images.images.flatMap(item => judgeName(item, tested));
    return findings.length > 0 ? { findings } : pass('as they should be');
  }
});

function judgeName(item: ImagesFacts['images'][number], tested: readonly string[]): FindingDraft<NameCode>[] {
  const image = objectArg(item.given);
  const subject = item.registry ?? '';
  if (item.fault !== null) {
    const variant = item.fault === 'characters' ? {} : { variant: item.fault };
    return [draft('KR-REG-020', subject, { image }, { ...variant, consumers: BUILDER_FAILS })];
  }
  if (item.registry === null || tested.includes(item.registry) || item.login !== 'none') {
    return [];
  }
  const args = { image, registry: hostArg(item.registry) };
  return [draft('KR-REG-021', subject, args, item.isPublic ? { variant: 'public' } : {})];
}

const pull = check({
  id: 'reg.pull',
  judges: 'repository',
  needs: ['repository', 'address'],
  mayUse: ['config.content'],
  emits: PULL_CODES,
  when: (options, subject) => imagesOn(options, subject).length > 0,
  run(input) {
    const { facts, subject } = input;
    const { repository, address } = facts;
    const host = hostArg(address.given);
    const path = pathArg(input.facts['config.content']?.path ?? '');
    const parts = repository.images.map(image => judgeImage(subject, image, host, path));
    const findings = unlike(parts.flatMap(part => part.findings));
    const unknown = parts.find(part => part.unknown === true);
    return {
      findings,
      ...(unknown === undefined
        ? { summary: parts.at(-1)?.summary ?? { text: 'allowed', args: {} } }
        : { unknown: true, ...(unknown.summary === undefined ? {} : { summary: unknown.summary }) })
    };
  }
});

/** Several images may have one cause: it is said once. */
function unlike<C extends Code>(findings: readonly FindingDraft<C>[]): FindingDraft<C>[] {
  const same = (a: FindingDraft, b: FindingDraft): boolean =>
    a.code === b.code && a.variant === b.variant && JSON.stringify(a.args) === JSON.stringify(b.args);
  return findings.filter((finding, index) => findings.findIndex(other => same(other, finding)) === index);
}

function nameOf({ repository, tag, digest }: Pick<PulledImage, 'repository' | 'tag' | 'digest'>): ObjectArg {
  return objectArg(`${repository}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`);
}

function judgeImage(subject: string, item: PulledImage, host: HostArg, path: PathArg): Judgement<PullCode> {
  const { status } = item;
  const image = nameOf(item);
  const repository = objectArg(item.repository);
  const evidence: Evidence = [
    { label: 'Image', value: image },
    ...(status === 0 ? [] : [{ label: 'Status', value: status }])
  ];
  const options = { consumers: BUILDER_FAILS, evidence };
  const isNew = item.role === 'push';
  const byService = item.by === 'login-service';
  switch (item.outcome) {
    case 'found': {
      const digest = item.hasDigest ? [] : [draft('KR-REG-027', subject, { host, image }, { evidence })];
      const exists = isNew
        ? [draft('KR-REG-019', subject, { host, image, status }, { variant: 'exists', evidence })]
        : [];
      return { ...pass('allowed'), findings: [...digest, ...exists] };
    }
    case 'no-tag':
    case 'no-repository':
    case 'not-found':
      return isNew
        ? notThereYet(subject, item, host, repository)
        : fail(
            draft(
              'KR-REG-014',
              subject,
              { host, image },
              item.outcome === 'no-tag'
                ? options
                : { ...options, variant: item.outcome === 'no-repository' ? 'repository' : 'not-found' }
            )
          );
    case 'not-a-manifest':
      return fail(draft('KR-REG-014', subject, { host, image }, { ...options, variant: 'not-a-manifest' }));
    case 'denied':
    case 'hidden':
      // A registry may hide a repository that the first push is going to make: the push itself tells.
      return isNew
        ? { ...pass('cannot tell (not shown)'), unknown: true }
        : fail(
            draft(
              'KR-REG-015',
              subject,
              { host, repository, status },
              item.outcome === 'hidden'
                ? { ...options, variant: 'hidden' }
                : byService
                  ? { ...options, variant: 'login-service' }
                  : options
            )
          );
    case 'bad-name':
      return fail(draft('KR-REG-020', subject, { image }, { ...options, variant: 'by-registry' }));
    case 'too-many':
      return fail(tooMany(subject, item, host, evidence));
    case 'web-page':
      return fail(draft('KR-REG-002', subject, { host, status }, { ...options, variant: 'repository' }));
    case 'redirect':
      return fail(
        draft(
          'KR-REG-005',
          subject,
          { host, target: hostArg(item.redirect ?? '') },
          { variant: 'repository', evidence }
        )
      );
    case 'token-unusable':
      return fail(draft('KR-REG-025', subject, { host, realm: host }, { consumers: REGISTRY_FAILS, evidence }));
    case 'refused':
      return fail(
        draft('KR-REG-010', subject, { host, path }, { variant: 'repository', consumers: REGISTRY_FAILS, evidence })
      );
    case 'no-login':
      return fail(draft('KR-REG-011', subject, { host, path }, { ...options, variant: 'repository' }));
    case 'not-sent':
      return { ...pass(notSentText(item.reason)), unknown: true };
    case 'error':
      return status >= 500
        ? fail(
            draft(
              'KR-REG-003',
              subject,
              { host, status, tries: item.tries },
              { ...options, variant: byService ? 'login-service' : 'repository' }
            )
          )
        : fail(unknownAnswer(subject, 'Pull', item.errorClass));
  }
}

/** Not there, and it need not be: it is going to be built. */
function notThereYet(subject: string, item: PulledImage, host: HostArg, repository: ObjectArg) {
  return item.outcome === 'no-tag'
    ? pass('allowed')
    : { ...pass('not there yet'), findings: [draft('KR-REG-013', subject, { host, repository })] };
}

/** Names of images and the right to pull them. */
export const imageChecks = [names, pull];
