import { joinHostPort } from './address.ts';
import { pythonReads, readChallenges, type Challenge } from './challenge.ts';
import type { PingFacts } from './facts.ts';
import {
  BODY_BYTES,
  bodyClass,
  headerValues,
  retryAfter,
  sendTwice,
  type HttpAnswer,
  type HttpConnection
} from './http.ts';
import type { Limit } from './limit.ts';
import { parseHost } from '../../common/host.ts';
import { sameHost } from './realm.ts';

/** Most redirects within the registry that are followed. */
const MOST_REDIRECTS = 3;

/**
 * Whether Envoy, the proxy of service meshes, gave an answer of its own: it puts its marks on every answer, and the time
 * of the server behind it only on those that it passes on (Envoy documentation, "HTTP header manipulation").
 */
export function answeredByEnvoy(answer: Pick<HttpAnswer, 'headers'>): boolean {
  const names = answer.headers.map(([name]) => name);
  const marked = answer.headers.some(
    ([name, value]) => name.startsWith('x-envoy-') || (name === 'server' && /^(?:istio-)?envoy$/i.test(value.trim()))
  );
  return marked && !names.includes('x-envoy-upstream-service-time');
}

/** Whether what has no `/v2/` is a registry of the first version (Docker Registry API 1.0, `GET /v1/_ping`). */
async function isVersion1(connection: HttpConnection, host: string, limit: Limit): Promise<boolean> {
  if (!connection.usable) {
    return false;
  }
  const answer = await connection.send({ method: 'GET', path: '/v1/_ping', host, bodyBytes: 1024 }, limit);
  return (
    answer.outcome === 'answered' &&
    answer.status === 200 &&
    (headerValues(answer, 'x-docker-registry-version').length > 0 || answer.body.toString('latin1').trim() === 'true')
  );
}

type Redirect = { to: 'same-host'; path: string } | { to: 'other-host' | 'plain-http' | 'unreadable'; target: string };

/** Where a `Location` leads (RFC 9110 10.2.2). Read without `URL`, whose errors repeat their input. */
export function readRedirect(location: string | undefined, host: { hostname: string; port: number }): Redirect {
  if (location === undefined || location.length > 2048 || !/^[\x21-\x7e]+$/.test(location)) {
    return { to: 'unreadable', target: '' };
  }
  if (location.startsWith('/') && !location.startsWith('//')) {
    return { to: 'same-host', path: location };
  }
  const match = /^(?:(https?):)?\/\/([^/?#]*)([^#]*)/i.exec(location);
  const parsed = parseHost((match?.[2] ?? '').replace(/^.*@/, ''));
  if (match === null || !parsed.ok) {
    return { to: 'unreadable', target: '' };
  }
  const target = joinHostPort(parsed.hostname, parsed.port);
  if (match[1]?.toLowerCase() === 'http') {
    return { to: 'plain-http', target: parsed.given };
  }
  const rest = match[3] ?? '';
  return sameHost(parsed.hostname, host.hostname) && parsed.port === host.port
    ? { to: 'same-host', path: rest.startsWith('/') ? rest : `/${rest}` }
    : { to: 'other-host', target };
}

const NO_ANSWER = {
  httpBehind: false,
  status: 0,
  body: 'none',
  apiHeader: false,
  date: null,
  envoy: false,
  redirect: null,
  retryAfter: null,
  schemes: [],
  challengeFault: false,
  pythonReads: true,
  version1: false
} as const;

/** Proof of nginx that it demands a client certificate (`ngx_http_special_response.c`): status 400 with this title. */
const NGINX_NO_CERTIFICATE = 'No required SSL certificate was sent';

/** What Go (`net/http` server.go) and nginx (`ngx_http_special_response.c`) say to plain HTTP on a port for HTTPS. */
const HTTP_ON_HTTPS_PORT = [
  'Client sent an HTTP request to an HTTPS server',
  'The plain HTTP request was sent to HTTPS port'
];

/** Most characters of a scheme's name that are kept. */
const LONGEST_SCHEME = 32;

/** The facts of the first answer, and its challenges, which stay with the collectors. */
export interface Pinged {
  facts: PingFacts;
  challenges: readonly Challenge[];
}

/**
 * `GET /v2/` without credentials (OCI distribution-spec, "Determining Support"). Redirects are followed within the
 * registry's own host and port only.
 *
 * @param connection - the connection on which the chain was collected
 * @param host - the registry; `given` becomes the Host header
 * @param now - a clock that never goes back, in milliseconds
 */
export async function ping(
  connection: HttpConnection,
  host: { hostname: string; port: number; given: string },
  limit: Limit,
  now: () => number
): Promise<Pinged> {
  const began = now();
  let path = '/v2/';
  let tries = 0;
  for (let hops = 0; ; hops++) {
    const sent = await sendTwice(connection, { method: 'GET', path, host: host.given, bodyBytes: BODY_BYTES }, limit);
    tries += sent.tries;
    const common = { receivedAt: Date.now(), tries, durationMs: Math.round(now() - began) };
    if (sent.answer.outcome !== 'answered') {
      const { outcome, errorClass } = sent.answer;
      return { facts: { ...NO_ANSWER, ...common, outcome, errorClass }, challenges: [] };
    }
    const { answer } = sent;
    const lines = headerValues(answer, 'www-authenticate');
    const { challenges, malformed } = readChallenges(lines);
    const facts: PingFacts = {
      ...factsOf(answer),
      ...common,
      schemes: challenges.map(({ scheme }) => scheme.slice(0, LONGEST_SCHEME)),
      challengeFault: malformed,
      pythonReads: pythonReads(lines)
    };
    if (answer.status === 404) {
      const version1 = !facts.envoy && (await isVersion1(connection, host.given, limit));
      return { facts: { ...facts, version1 }, challenges };
    }
    if (answer.status < 301 || answer.status > 308 || answer.status === 304) {
      return { facts, challenges };
    }
    const redirect = readRedirect(headerValues(answer, 'location')[0], host);
    if (redirect.to !== 'same-host') {
      return { facts: { ...facts, redirect }, challenges };
    }
    if (hops === MOST_REDIRECTS) {
      return { facts: { ...facts, redirect: { to: 'loop', target: host.given } }, challenges };
    }
    if (!connection.usable) {
      return { facts: { ...facts, redirect: { to: 'same-host', target: host.given } }, challenges };
    }
    path = redirect.path;
  }
}

function factsOf(
  answer: HttpAnswer
): Omit<PingFacts, 'tries' | 'receivedAt' | 'durationMs' | 'schemes' | 'challengeFault' | 'pythonReads'> {
  const date = Date.parse((headerValues(answer, 'date')[0] ?? '').slice(0, 64));
  const demanded = answer.status === 400 && answer.body.subarray(0, 1024).includes(NGINX_NO_CERTIFICATE);
  return {
    httpBehind: answer.status === 400 && HTTP_ON_HTTPS_PORT.some(text => answer.body.subarray(0, 1024).includes(text)),
    outcome: demanded ? 'client-certificate' : 'answered',
    status: answer.status,
    body: bodyClass(answer),
    apiHeader: headerValues(answer, 'docker-distribution-api-version').some(value =>
      value.toLowerCase().includes('registry/2')
    ),
    date: Number.isNaN(date) ? null : date,
    envoy: answeredByEnvoy(answer),
    version1: false,
    redirect: null,
    retryAfter: retryAfter(answer, Date.now()),
    errorClass: `HTTP_${answer.status}`
  };
}
