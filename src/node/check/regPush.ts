import { hostArg, objectArg, pathArg, type Arg, type HostArg, type PathArg } from '../../common/args.ts';
import { draft, type VariantOf } from '../../common/finding.ts';
import { imagesOn } from '../collect/images.ts';
import type { PushFacts } from '../registry/facts.ts';
import { cannotTell, fail, REGISTRY_FAILS, unknownAnswer, withFindings } from './outcome.ts';
import { BUILDER_FAILS } from './regImages.ts';
import { notSentText, tooMany } from './regTexts.ts';
import { check, pass } from './types.ts';

const push = check({
  id: 'reg.push',
  judges: 'push',
  needs: ['push', 'address'],
  mayUse: ['config.content'],
  emits: [
    'KR-REG-003',
    'KR-REG-004',
    'KR-REG-005',
    'KR-REG-010',
    'KR-REG-013',
    'KR-REG-016',
    'KR-REG-017',
    'KR-REG-018',
    'KR-REG-019',
    'KR-REG-020',
    'KR-REG-025',
    'KR-INT-009'
  ],
  when: (options, subject) => imagesOn(options, subject).length > 0,
  run(input) {
    const { push: facts, address } = input.facts;
    const path = pathArg(input.facts['config.content']?.path ?? '');
    return judgePush(input.subject, facts, hostArg(address.given), path);
  }
});

function judgePush(subject: string, facts: PushFacts, host: HostArg, path: PathArg) {
  const { status } = facts;
  const repository = objectArg(facts.repository);
  const image = objectArg(`${facts.repository}${facts.tag === null ? '' : `:${facts.tag}`}`);
  const evidence: { label: string; value: Arg }[] = [
    { label: 'Repository', value: repository },
    ...(status === 0 ? [] : [{ label: 'Status', value: status }])
  ];
  const options = { consumers: BUILDER_FAILS, evidence };
  const denied = (variant?: VariantOf<'KR-REG-016'>) =>
    fail(
      draft(
        'KR-REG-016',
        subject,
        { host, repository, status },
        variant === undefined ? options : { ...options, variant }
      )
    );
  const byService = facts.by === 'login-service';
  switch (facts.outcome) {
    case 'not-tested':
      return {
        ...cannotTell('not tested'),
        findings: [draft('KR-REG-017', subject, { host, repository })]
      };
    case 'granted':
      return judgeGranted(subject, facts, host);
    case 'denied':
      return denied(byService ? 'login-service' : undefined);
    case 'hidden':
      return denied('hidden');
    case 'token-without-push':
      return denied('token');
    case 'no-login':
      return denied('no-login');
    case 'no-repository':
      return fail(draft('KR-REG-013', subject, { host, repository }, { ...options, variant: 'create-first' }));
    case 'bad-name':
      return fail(draft('KR-REG-020', subject, { image }, { ...options, variant: 'by-registry' }));
    case 'read-only':
      return fail(draft('KR-REG-018', subject, { host, repository, status }, options));
    case 'full':
      return fail(draft('KR-REG-018', subject, { host, repository, status }, { ...options, variant: 'full' }));
    case 'immutable':
      return fail(draft('KR-REG-019', subject, { host, image, status }, options));
    case 'too-many':
      return fail(tooMany(subject, { tries: 1, retryAfter: facts.retryAfter }, host, evidence));
    case 'redirect':
      return fail(
        draft('KR-REG-005', subject, { host, target: hostArg(facts.target ?? '') }, { ...options, variant: 'upload' })
      );
    case 'token-unusable':
      return fail(draft('KR-REG-025', subject, { host, realm: host }, { consumers: REGISTRY_FAILS, evidence }));
    case 'refused':
      return fail(
        draft('KR-REG-010', subject, { host, path }, { variant: 'repository', consumers: REGISTRY_FAILS, evidence })
      );
    case 'cannot-tell':
      return cannotTell('cannot tell (neither yes nor no)');
    case 'not-sent':
      return cannotTell(notSentText(facts.reason));
    case 'error':
      return fail(judgeFault(subject, facts, host));
  }
}

function judgeGranted(subject: string, { location, target, upload }: PushFacts, host: HostArg) {
  if (location === 'plain-http') {
    const args = { host, target: hostArg(target ?? '') };
    return fail(draft('KR-REG-005', subject, args, { variant: 'upload-plain-http', consumers: BUILDER_FAILS }));
  }
  const granted =
    upload === 'cancelled'
      ? pass('allowed; the trial upload was cancelled')
      : pass('allowed; the trial upload ends by itself');
  return location === 'other-host'
    ? withFindings(granted, [
        draft('KR-REG-005', subject, { host, target: hostArg(target ?? '') }, { variant: 'upload-elsewhere' })
      ])
    : granted;
}

function judgeFault(subject: string, { status, by, errorClass }: PushFacts, host: HostArg) {
  if (status < 500) {
    return unknownAnswer(subject, 'Push', errorClass);
  }
  const variant = by === 'login-service' ? 'login-service' : 'upload';
  return draft('KR-REG-003', subject, { host, status, tries: 1 }, { variant, consumers: BUILDER_FAILS });
}

/** The right to push. */
export const pushChecks = [push];
