import type { IncomingMessage } from 'node:http';
import { isLogin, pathOf, refuse, send } from './distribution.ts';
import type { Answer, Behaviour } from './server.ts';

/** Registries that mislead, each as it was seen to behave; what a scenario lays over it comes after. */

const isUpload = (request: IncomingMessage): boolean =>
  request.method === 'POST' && /\/blobs\/uploads\/$/.test(pathOf(request));
const isManifest = (request: IncomingMessage): boolean => /\/manifests\//.test(pathOf(request));

/** The first answer that fits. */
function first(...answers: readonly (Answer | undefined)[]): Answer {
  return (request, response, registry) => answers.some(answer => answer?.(request, response, registry) === true);
}

/** Docker Hub gives a token for whatever is asked, and it looks good; only the upload shows the right. */
export const hub: Behaviour = {
  auth: 'bearer',
  tokens: { form: 'jwt', grants: 'everything' },
  answer: (request, response) => {
    if (!isUpload(request) || !pathOf(request).startsWith('/v2/others/')) {
      return false;
    }
    const challenge = `Bearer realm="https://registry.test/token",service="registry.docker.io",error="insufficient_scope"`;
    return refuse(response, 401, 'UNAUTHORIZED', { 'www-authenticate': challenge });
  }
};

/** GitHub's registry gives opaque tokens and does not take an upload back. */
export const ghcr: Behaviour = {
  auth: 'bearer',
  tokens: { form: 'opaque' },
  answer: (request, response) => request.method === 'DELETE' && refuse(response, 405, 'UNSUPPORTED')
};

/** Harbor answers a valid login with 401 where the project is missing or the right is. */
export const harbor: Behaviour = {
  auth: 'bearer',
  repositories: { 'team/img': { tags: ['latest', '1.0'] } },
  answer: (request, response) =>
    /^\/v2\/(?!team\/)[^/]/.test(pathOf(request)) &&
    request.headers.authorization !== undefined &&
    refuse(response, 401, 'UNAUTHORIZED')
};

/** GitLab: the login service is on the host of GitLab, and refuses there what the account may not do. */
export function gitlab(allowed: boolean): { registry: Behaviour; service: Behaviour } {
  return {
    registry: {
      auth: 'bearer',
      realm: ({ beside }) => `https://gitlab.test:${beside['gitlab.test']?.port ?? 0}/jwt/auth`
    },
    service: {
      auth: 'bearer',
      answer: (request, response, registry) =>
        !allowed &&
        isLogin(request, registry) &&
        (request.url ?? '').includes('scope=') &&
        send(response, 403, {}, { errors: [{ code: 'DENIED', message: 'access forbidden' }] })
    }
  };
}

/** ECR makes no repository by itself. */
export const ecr: Behaviour = {
  answer: (request, response, registry) =>
    isUpload(request) &&
    isLogin(request, registry) &&
    !pathOf(request).startsWith('/v2/team/img/') &&
    refuse(response, 404, 'NAME_UNKNOWN')
};

/** Nexus with anonymous access switched on: `/v2/` is open to everyone, a repository is not. */
export const nexus: Behaviour = {
  answer: (request, response) =>
    pathOf(request) === '/v2/' && request.headers.authorization === undefined && send(response, 200, {}, {})
};

/** Artifactory: without the repository's key in the path there is nothing, and no code says so. */
export const artifactory: Behaviour = {
  repositories: { 'docker-local/team/img': { tags: ['latest'] } },
  answer: (request, response, registry) =>
    isManifest(request) &&
    isLogin(request, registry) &&
    !pathOf(request).startsWith('/v2/docker-local/') &&
    send(response, 404, {}, { errors: [{ status: 404, message: 'Not Found' }] })
};

/** Quay answers with 401 where another registry says that a repository is unknown. */
export const quay: Behaviour = {
  auth: 'bearer',
  answer: (request, response) =>
    isManifest(request) &&
    !pathOf(request).startsWith('/v2/team/img/') &&
    request.headers.authorization !== undefined &&
    refuse(response, 401, 'UNAUTHORIZED')
};

/** Open for reading at `/v2/` and in every repository; an upload asks for a login. */
export const openForReading: Behaviour = {
  open: true,
  answer: (request, response) =>
    pathOf(request) === '/v2/' && request.headers.authorization === undefined && send(response, 200, {}, {})
};

/** A registry with one answer of its own to the request that begins an upload. */
export function uploadAnswer(answer: Answer, behaviour: Behaviour = {}): Behaviour {
  return {
    ...behaviour,
    answer: first(
      behaviour.answer,
      (request, response, registry) =>
        isUpload(request) && request.headers.authorization !== undefined && answer(request, response, registry)
    )
  };
}

/** A registry with one answer of its own to the request for a manifest. */
export function manifestAnswer(answer: Answer, behaviour: Behaviour = {}): Behaviour {
  return {
    ...behaviour,
    answer: first(
      behaviour.answer,
      (request, response, registry) =>
        isManifest(request) && request.headers.authorization !== undefined && answer(request, response, registry)
    )
  };
}

/** A registry with one answer of its own to every request with a login. */
export function withLogin(answer: Answer, behaviour: Behaviour = {}): Behaviour {
  return {
    ...behaviour,
    answer: (request, response, registry) =>
      request.headers.authorization !== undefined && answer(request, response, registry)
  };
}

/** A token registry with one answer of its own to token requests. */
export function tokenAnswer(answer: Answer, behaviour: Behaviour = {}): Behaviour {
  return {
    auth: 'bearer',
    ...behaviour,
    answer: (request, response, registry) => pathOf(request) === '/token' && answer(request, response, registry)
  };
}

/** The same answer to every request. */
export function always(status: number, headers: Readonly<Record<string, string>> = {}, body: string = ''): Behaviour {
  return {
    answer: (_request, response) => {
      response.writeHead(status, headers);
      response.end(body);
      return true;
    }
  };
}
