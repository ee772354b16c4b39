import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Behaviour, Registry } from './server.ts';

/** A repository of the server, and what the login may do there. */
export interface Repository {
  tags: readonly string[];
  /** Left out: allowed. */
  pull?: boolean;
  push?: boolean;
}

/** What is there without further words: the repository that every program of the gauntlet pulls from. */
const REPOSITORIES: Readonly<Record<string, Repository>> = { 'team/img': { tags: ['latest', '1.0'] } };

const CHALLENGE = 'Basic realm="Registry"';
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const MANIFEST = {
  schemaVersion: 2,
  mediaType: MANIFEST_TYPE,
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: `sha256:${'0'.repeat(64)}`, size: 2 },
  layers: []
};
const DIGEST = `sha256:${'a3ed95ca'.repeat(8)}`;

export function send(response: ServerResponse, status: number, headers: Record<string, string>, body: unknown): true {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'docker-distribution-api-version': 'registry/2.0',
    'content-length': String(Buffer.byteLength(text)),
    ...headers
  });
  response.end(text);
  return true;
}

/** `{"errors":[…]}` of one code (OCI distribution-spec). */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Record<string, string> = {}
): true {
  const message = code.toLowerCase().replaceAll('_', ' ');
  return send(response, status, headers, { errors: [{ code, message, detail: null }] });
}

/** Rights in a token, readable by every server of a scenario. */
interface Access {
  type: 'repository';
  name: string;
  actions: readonly string[];
}

/** A token that says what it allows (`jwt`), or one that nobody but the server can read. */
export function issueToken(access: readonly Access[], form: 'jwt' | 'opaque'): string {
  const claims = Buffer.from(JSON.stringify({ iss: 'issued-token', access })).toString('base64url');
  return form === 'jwt' ? `e30.${claims}.c2lnbmF0dXJl` : `issued-token_${Buffer.from(claims).toString('hex')}`;
}

function readToken(token: string): readonly Access[] | null {
  const claims = token.startsWith('issued-token_')
    ? Buffer.from(token.slice('issued-token_'.length), 'hex').toString()
    : token.split('.')[1];
  try {
    return (JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()) as { access: Access[] }).access;
  } catch {
    return null;
  }
}

/** Whether a request carries the right login as Basic. */
export function isLogin(request: IncomingMessage, { user, password }: Registry): boolean {
  return request.headers.authorization === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? '';
}

function challengeOf(registry: Registry, behaviour: Behaviour, scope: string | null): string | string[] | null {
  const realm = behaviour.realm?.(registry) ?? `https://${registry.host}/token`;
  const bearer = `Bearer realm="${realm}",service="registry.test"${scope === null ? '' : `,scope="${scope}"`}`;
  const own = behaviour.challenge?.(realm, bearer);
  if (own !== undefined) {
    return own;
  }
  switch (behaviour.auth ?? 'basic') {
    case 'bearer':
      return bearer;
    case 'silent-401':
      return null;
    default:
      return CHALLENGE;
  }
}

function unauthorized(response: ServerResponse, registry: Registry, behaviour: Behaviour, scope: string | null): void {
  const challenge = challengeOf(registry, behaviour, scope);
  if (challenge !== null) {
    response.setHeader('www-authenticate', challenge);
  }
  refuse(response, 401, 'UNAUTHORIZED');
}

/** Answers as CNCF distribution does, as far as the checks and the programs of the gauntlet ask. */
export function respond(
  request: IncomingMessage,
  response: ServerResponse,
  registry: Registry,
  behaviour: Behaviour
): void {
  const path = pathOf(request);
  if (path === '/token' || path === '/jwt/auth' || path === '/oauth2/token') {
    giveToken(request, response, registry, behaviour);
    return;
  }
  const match = /^\/v2\/(.+)\/(manifests|tags|blobs)\/(.*)$/.exec(path);
  if (path !== '/v2/' && match === null) {
    send(response, 404, { 'content-type': 'text/plain' }, '404 page not found\n');
    return;
  }
  const [, name = '', kind = '', rest = ''] = match ?? [];
  const action = kind === 'blobs' && rest.startsWith('uploads/') ? 'push' : 'pull';
  if (!mayPass(request, registry, behaviour, name, action)) {
    const scope = name === '' ? null : `repository:${name}:${action === 'push' ? 'pull,push' : 'pull'}`;
    unauthorized(response, registry, behaviour, scope);
  } else if (match === null) {
    send(response, 200, {}, {});
  } else {
    answerRepository(request, response, registry, behaviour, { name, kind, rest });
  }
}

function mayPass(
  request: IncomingMessage,
  registry: Registry,
  behaviour: Behaviour,
  name: string,
  action: 'pull' | 'push'
): boolean {
  const { auth = 'basic', open = false } = behaviour;
  if (auth === 'none' || (open && action === 'pull')) {
    return true;
  }
  if (auth === 'basic') {
    return isLogin(request, registry);
  }
  const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
  const access = scheme === 'Bearer' ? readToken(token) : null;
  if (access === null || auth === 'silent-401') {
    return false;
  }
  return name === '' || access.some(item => item.name === name && item.actions.includes(action));
}

function repositoryOf(behaviour: Behaviour, name: string): Repository | undefined {
  return (behaviour.repositories ?? REPOSITORIES)[name];
}

function answerRepository(
  request: IncomingMessage,
  response: ServerResponse,
  registry: Registry,
  behaviour: Behaviour,
  { name, kind, rest }: { name: string; kind: string; rest: string }
): void {
  const repository = repositoryOf(behaviour, name);
  if (kind === 'blobs') {
    if (repository?.push === false) {
      refuse(response, 403, 'DENIED');
    } else {
      answerUpload(request, response, registry, name, rest);
    }
  } else if (repository?.pull === false) {
    refuse(response, 403, 'DENIED');
  } else if (kind === 'tags') {
    if (repository === undefined) {
      refuse(response, 404, 'NAME_UNKNOWN');
    } else {
      send(response, 200, {}, { name, tags: repository.tags });
    }
  } else if (repository?.tags.includes(rest) === true || rest === DIGEST) {
    send(response, 200, { 'content-type': MANIFEST_TYPE, 'docker-content-digest': DIGEST }, MANIFEST);
  } else {
    // A missing repository is answered in the same way.
    refuse(response, 404, 'MANIFEST_UNKNOWN');
  }
}

function answerUpload(
  request: IncomingMessage,
  response: ServerResponse,
  registry: Registry,
  name: string,
  rest: string
): void {
  if (request.method === 'POST' && rest === 'uploads/') {
    registry.uploads.begun += 1;
    const location = `/v2/${name}/blobs/uploads/upload-${registry.uploads.begun}?_state=of%3Dthe-tests`;
    send(response, 202, { location, range: '0-0', 'content-length': '0' }, '');
  } else if (request.method === 'DELETE' && request.url?.endsWith('?_state=of%3Dthe-tests') === true) {
    registry.uploads.cancelled += 1;
    response.writeHead(204).end();
  } else {
    refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN');
  }
}

/** The scopes of a token request, and what the login may have of each. */
function grantedOf(scopes: readonly string[], behaviour: Behaviour): Access[] {
  return scopes.flatMap(scope => {
    const [, name = '', actions = ''] = /^repository:(.+):([a-z,]+)$/.exec(scope) ?? [];
    const repository = repositoryOf(behaviour, name);
    const allowed = actions
      .split(',')
      .filter(action => behaviour.tokens?.grants === 'everything' || repository?.[action as 'pull' | 'push'] !== false);
    return name === '' ? [] : [{ type: 'repository' as const, name, actions: allowed }];
  });
}

function giveToken(request: IncomingMessage, response: ServerResponse, registry: Registry, behaviour: Behaviour): void {
  const { form = 'opaque', seconds = 300, exchange = false, identity } = behaviour.tokens ?? {};
  const reply = (scopes: readonly string[]): void => {
    const token = issueToken(grantedOf(scopes, behaviour), form);
    send(response, 200, {}, { token, ...(seconds === null ? {} : { expires_in: seconds }) });
  };
  if (request.method === 'POST') {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const fields = new URLSearchParams(Buffer.concat(parts).toString());
      registry.logins += 1;
      if (!exchange) {
        refuse(response, 405, 'UNSUPPORTED');
      } else if (identity !== undefined && fields.get('refresh_token') === identity) {
        reply(fields.getAll('scope'));
      } else {
        refuse(response, 401, 'UNAUTHORIZED');
      }
    });
    return;
  }
  const scopes = new URL(request.url ?? '', 'https://registry.test').searchParams.getAll('scope');
  const asToken =
    identity !== undefined &&
    request.headers.authorization === `Basic ${Buffer.from(`<token>:${identity}`).toString('base64')}`;
  if (
    isLogin(request, registry) ||
    asToken ||
    (request.headers.authorization === undefined && behaviour.open === true)
  ) {
    reply(scopes);
  } else {
    refuse(response, 401, 'UNAUTHORIZED');
  }
}
