import type { Asked, Asking, Withheld } from './asked.ts';
import { readErrors } from './errors.ts';
import type { NamedImage, PushFacts } from './facts.ts';
import { headerValues, retryAfter, type HttpAnswer } from './http.ts';
import { readRedirect } from './ping.ts';
import { tokenOutcome } from './repository.ts';
import { grantedActions } from './token.ts';

/** Most bytes of an answer about an upload that are read. */
const BYTES = 16 * 1024;

/** A push needs both rights: a token with push alone is refused at the look before the upload. */
export function pushScope(repository: string): string {
  return `repository:${repository}:pull,push`;
}

/** What a trial came to, without its cost. */
export type Pushed = Omit<PushFacts, 'attempts' | 'durationMs'>;

export function pushed(image: NamedImage, outcome: PushFacts['outcome'], rest: Partial<Pushed> = {}): Pushed {
  return {
    repository: image.repository,
    tag: image.tag,
    by: 'registry',
    status: 0,
    upload: 'none',
    location: 'none',
    target: null,
    reason: null,
    tokenFault: null,
    retryAfter: null,
    errorClass: null,
    ...rest,
    outcome
  };
}

/**
 * Tests the right to push as go-containerregistry does (`remote.CheckPushPermission`): a token with the right, then
 * one upload begun, and cancelled at the address that the registry gave. A token that says itself that it lacks the
 * right ends it before anything is begun; one that claims the right proves nothing.
 */
export async function tryPush(
  registry: Asking,
  image: NamedImage,
  host: { hostname: string; port: number }
): Promise<Pushed> {
  const scope = pushScope(image.repository);
  const ready = await registry.prepare(scope);
  if (ready.state !== 'ready') {
    return withheld(image, ready);
  }
  if (ready.token !== null && grantedActions(ready.token, image.repository)?.includes('push') === false) {
    return pushed(image, 'token-without-push', { by: 'login-service' });
  }
  const path = `/v2/${image.repository}/blobs/uploads/`;
  const asked = await registry.ask({ method: 'POST', path, body: '', bodyBytes: BYTES }, scope);
  if (asked.state !== 'answered') {
    return withheld(image, asked);
  }
  const { answer } = asked;
  if (answer.outcome !== 'answered') {
    return pushed(image, 'error', { errorClass: answer.errorClass });
  }
  const { status } = answer;
  const common = { status, errorClass: `HTTP_${status}`, retryAfter: retryAfter(answer, Date.now()) };
  const { location, target, path: way } = placeOf(answer, host);
  if (status >= 301 && status <= 308 && status !== 304) {
    return pushed(image, 'redirect', { ...common, location, target });
  }
  if (status !== 202) {
    return pushed(image, refusal(answer, asked), common);
  }
  const upload = way === null ? 'left' : await cancel(registry, way, scope);
  return pushed(image, 'granted', { ...common, location, target, upload });
}

/** Where the upload goes on; only its own host gets the request that ends it. */
function placeOf(
  answer: HttpAnswer,
  host: { hostname: string; port: number }
): { location: PushFacts['location']; target: string | null; path: string | null } {
  const redirect = readRedirect(headerValues(answer, 'location')[0], host);
  return redirect.to === 'same-host'
    ? { location: 'same-host', target: null, path: redirect.path }
    : { location: redirect.to, target: redirect.target, path: null };
}

async function cancel(registry: Asking, path: string, scope: string): Promise<PushFacts['upload']> {
  const asked = await registry.ask({ method: 'DELETE', path, bodyBytes: BYTES }, scope);
  const status = asked.state === 'answered' && asked.answer.outcome === 'answered' ? asked.answer.status : 0;
  return status >= 200 && status <= 299 ? 'cancelled' : 'left';
}

function withheld(image: NamedImage, why: Withheld): Pushed {
  switch (why.state) {
    case 'not-sent':
      return pushed(image, 'not-sent', { reason: why.reason, errorClass: why.errorClass });
    case 'no-login':
      return pushed(image, 'no-login', { status: 401 });
    case 'refused-before':
      return pushed(image, 'refused', { status: 401 });
    case 'no-token': {
      const { outcome, status, tokenFault, retryAfter: after, errorClass } = why.result;
      const kind = tokenFault !== null ? 'token-unusable' : tokenOutcome(outcome);
      return pushed(image, kind, { by: 'login-service', status, tokenFault, retryAfter: after, errorClass });
    }
  }
}

function refusal(answer: HttpAnswer, { withLogin, late }: Asked & { state: 'answered' }): PushFacts['outcome'] {
  const { codes, quota, immutable } = readErrors(answer);
  const { status } = answer;
  if (immutable && status >= 400) {
    return 'immutable';
  }
  if (status === 507 || ((status === 403 || status === 412 || status === 413) && quota)) {
    return 'full';
  }
  if (status === 405 || codes.has('UNSUPPORTED')) {
    return 'read-only';
  }
  if (codes.has('NAME_INVALID')) {
    return 'bad-name';
  }
  switch (status) {
    case 401:
      return late ? 'refused' : withLogin ? 'hidden' : 'no-login';
    case 403:
      return 'denied';
    case 404:
      return codes.has('NAME_UNKNOWN') ? 'no-repository' : 'cannot-tell';
    case 429:
      return 'too-many';
    default:
      return status >= 500 ? 'error' : 'cannot-tell';
  }
}
