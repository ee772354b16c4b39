import type { Asked, Asking } from './asked.ts';
import { readErrors } from './errors.ts';
import type { ManifestOutcome, NamedImage, PulledImage } from './facts.ts';
import { BODY_BYTES, bodyClass, headerValues, readJson, retryAfter, type HttpAnswer } from './http.ts';
import { readRedirect } from './ping.ts';

/** Kinds of manifest that a builder can start from (OCI image-spec; Docker image manifest, version 2). */
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json'
].join(', ');

export function pullScope(repository: string): string {
  return `repository:${repository}:pull`;
}

/**
 * Pulls one image's manifest: what `/v2/` and a token say of the rights on a repository proves nothing. When the
 * registry only says that the manifest is unknown, its list of tags tells whether the repository is there
 * (distribution answers a missing repository with MANIFEST_UNKNOWN, measured).
 */
export async function pullManifest(
  registry: Asking,
  image: NamedImage,
  host: { hostname: string; port: number }
): Promise<PulledImage> {
  const reference = image.digest ?? image.tag ?? 'latest';
  const path = `/v2/${image.repository}/manifests/${reference}`;
  const scope = pullScope(image.repository);
  const asked = await registry.ask({ method: 'GET', path, accept: MANIFESTS, bodyBytes: BODY_BYTES }, scope);
  const result = judge(image, asked, host);
  if (result.outcome !== 'no-tag') {
    return result;
  }
  const listed = await registry.ask(
    { method: 'GET', path: `/v2/${image.repository}/tags/list?n=1`, bodyBytes: BODY_BYTES },
    scope
  );
  const tries = result.tries + (listed.state === 'answered' ? listed.tries : 0);
  return { ...result, tries, outcome: whatIsMissing(listed) };
}

function whatIsMissing(listed: Asked): ManifestOutcome {
  if (listed.state !== 'answered' || listed.answer.outcome !== 'answered') {
    return 'not-found';
  }
  const { answer } = listed;
  if (answer.status === 404 && readErrors(answer).codes.has('NAME_UNKNOWN')) {
    return 'no-repository';
  }
  // Proxy projects answer 200 without tags for a repository that they do not have.
  const tags: unknown = (readJson(answer.body) as { tags?: unknown } | null | undefined)?.tags;
  return answer.status === 200 && Array.isArray(tags) && tags.length > 0 ? 'no-tag' : 'not-found';
}

function judge(image: NamedImage, asked: Asked, host: { hostname: string; port: number }): PulledImage {
  const nothing: PulledImage = {
    ...image,
    outcome: 'error',
    by: 'registry',
    status: 0,
    hasDigest: true,
    withLogin: false,
    redirect: null,
    reason: null,
    tokenFault: null,
    tries: 1,
    retryAfter: null,
    errorClass: null
  };
  switch (asked.state) {
    case 'not-sent':
      return { ...nothing, outcome: 'not-sent', reason: asked.reason, errorClass: asked.errorClass };
    case 'no-login':
      return { ...nothing, outcome: 'no-login', status: 401 };
    case 'refused-before':
      return { ...nothing, outcome: 'refused', status: 401 };
    case 'no-token': {
      const { status, tokenFault, retryAfter: after, errorClass } = asked.result;
      const outcome = tokenFault !== null ? 'token-unusable' : tokenOutcome(asked.result.outcome);
      return { ...nothing, outcome, by: 'login-service', status, tokenFault, retryAfter: after, errorClass };
    }
    case 'answered':
      break;
  }
  const { answer, tries, withLogin, late } = asked;
  const common = { ...nothing, tries, withLogin };
  if (answer.outcome !== 'answered') {
    return { ...common, errorClass: answer.errorClass };
  }
  const redirect = answer.status >= 301 && answer.status <= 308 && answer.status !== 304;
  const where = redirect ? readRedirect(headerValues(answer, 'location')[0], host) : null;
  return {
    ...common,
    outcome: redirect ? 'redirect' : outcomeOf(answer, withLogin, late),
    status: answer.status,
    hasDigest: headerValues(answer, 'docker-content-digest').length > 0,
    redirect: where !== null && 'target' in where ? where.target : null,
    retryAfter: retryAfter(answer, Date.now()),
    errorClass: `HTTP_${answer.status}`
  };
}

/** A login service that refuses a scope refuses the right, not the login, which it accepted before. */
export function tokenOutcome(outcome: string): 'denied' | 'too-many' | 'error' {
  return outcome === 'refused' || outcome === 'forbidden' ? 'denied' : outcome === 'too-many' ? 'too-many' : 'error';
}

function outcomeOf(answer: HttpAnswer, withLogin: boolean, late: boolean): ManifestOutcome {
  const { codes } = readErrors(answer);
  const content = bodyClass(answer);
  switch (answer.status) {
    case 200:
      return content === 'html'
        ? 'web-page'
        : content === 'json' || content === 'too-large'
          ? 'found'
          : content === 'none' || content === 'other'
            ? 'not-a-manifest'
            : 'error';
    case 400:
      return codes.has('NAME_INVALID') || codes.has('TAG_INVALID') ? 'bad-name' : 'error';
    case 401:
      // Sent for the first time, the login itself is refused; accepted before, it lacks a right, or nothing is there.
      return late ? 'refused' : withLogin ? 'hidden' : 'no-login';
    case 403:
      return 'denied';
    case 404:
      return codes.has('NAME_UNKNOWN')
        ? 'no-repository'
        : codes.has('NAME_INVALID')
          ? 'bad-name'
          : codes.has('MANIFEST_UNKNOWN')
            ? 'no-tag'
            : 'not-found';
    case 429:
      return 'too-many';
    default:
      return 'error';
  }
}
