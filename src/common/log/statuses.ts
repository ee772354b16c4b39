import type { CauseId } from './texts.ts';
import type { KnownText } from './types.ts';

/** Words of a line about an upload: requests that change something, and the beginning of a push. */
export const UPLOADS: readonly string[] = [
  '/blobs/uploads/',
  'PUT https',
  'Put "https',
  'POST https',
  'Post "https',
  'PATCH https',
  'Patch "https',
  'riting blob: '
];
/** The same, and words around a push that say nothing of the request. */
export const PUSHES: readonly string[] = [
  ...UPLOADS,
  'failed to push',
  'checking push permission',
  'checking whether a blob',
  'push access denied'
];

/**
 * How Go programs write a status that the registry did not explain: go-containerregistry new and old, Docker, containers/image.
 * The words of the status itself ("401 Unauthorized") are rows of their own, for those that write it otherwise.
 */
const PHRASES: readonly (Pick<KnownText, 'find'> & { sure?: true })[] = [
  { find: 'unexpected status code ' },
  { find: 'unsupported status code ' },
  { find: 'unrecognized HTTP status: ' },
  { find: 'unexpected HTTP status: ' },
  { find: 'failed with status: ' },
  { find: 'StatusCode: ' },
  { find: '/, status ' },
  { find: 'invalid status code from registry ', sure: true },
  { find: 'error parsing HTTP ', sure: true }
];

type Meaning = Pick<KnownText, 'with' | 'any' | 'without'> & { status: RegExp; cause: CauseId };

const LOGIN = ['scope=repository'];
const MANIFEST = ['/manifests/'];

/** From the narrow meaning to the wide one. */
const MEANINGS: readonly Meaning[] = [
  { status: /^400\b/, with: ['invalid repository name'], cause: 'image-name' },
  // A group of repositories takes no uploads (Nexus).
  { status: /^400\b/, with: ['Deploying to groups'], cause: 'read-only' },
  { status: /^400\b/, without: ['scope=repository', 'Client sent an HTTP request'], cause: 'bad-request' },
  { status: /^421\b/, cause: 'bad-request' },
  { status: /^401\b/, any: PUSHES, cause: 'push-login' },
  { status: /^401\b/, cause: 'login-refused' },
  { status: /^403\b/, with: LOGIN, cause: 'forbidden' },
  {
    status: /^[34]\d\d\b/,
    with: LOGIN,
    without: ['Client sent an HTTP request'],
    cause: 'login-service-answer'
  },
  { status: /^403\b/, any: UPLOADS, cause: 'push-denied' },
  { status: /^403\b/, with: MANIFEST, cause: 'pull-denied' },
  { status: /^403\b/, with: ['HEAD ', '/blobs/'], cause: 'push-denied' },
  { status: /^403\b/, cause: 'forbidden' },
  { status: /^404\b/, with: ['/blobs/uploads/'], cause: 'push-repository' },
  { status: /^404\b/, with: MANIFEST, cause: 'image-missing' },
  { status: /^404\b/, cause: 'not-a-registry' },
  { status: /^405\b/, any: UPLOADS, cause: 'read-only' },
  { status: /^407\b/, cause: 'proxy' },
  { status: /^410\b/, cause: 'not-a-registry' },
  { status: /^413\b/, cause: 'too-large' },
  { status: /^429\b/, cause: 'too-many' },
  { status: /^431\b/, cause: 'token' },
  { status: /^200\b/, cause: 'web-page' },
  { status: /^507\b/, cause: 'read-only' },
  { status: /^511\b/, cause: 'web-page' },
  { status: /^5\d\d\b/, cause: 'fault' }
];

/** A row for every way to write a status and every meaning of it. */
export const STATUS_TEXTS: readonly KnownText[] = PHRASES.flatMap(phrase =>
  MEANINGS.map(({ status, ...meaning }) => ({ ...phrase, ...meaning, then: status }))
);
