import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAuthority, createServer as issueServer } from '../../scripts/demo/certificates.mjs';
import { mountSecret } from '../gauntlet/mounted.ts';
import { recording, type RecordedAnswer } from './recording.ts';
import { NAMESPACE, POD } from './situations.ts';

/** A stand-in for the Kubernetes API that gives the recorded answers of a real one. */
export interface RunningApi {
  port: number;
  /** Token of the pod's account; any other gets the recorded 401. */
  token: string;
  /** CA that vouches for it, PEM. */
  ca: string;
  /** Method, path and query of each request, in order. */
  asked: string[];
  /** Connections that were accepted. */
  connections: number;
  /** Mounts the pod's account below a folder as kubelet does, and names the variables that Kubernetes sets in the pod. */
  enter(folder: string): Record<string, string>;
  close(): Promise<void>;
}

let authority: ReturnType<typeof createAuthority> | undefined;
let identity: ReturnType<typeof issueServer> | undefined;

/** The cluster's own CA: nobody else knows it. */
function pki(): { ca: string; cert: string; key: string } {
  authority ??= createAuthority({ name: 'kubernetes' });
  identity ??= issueServer(authority, { names: ['kubernetes.default.svc'] });
  return { ca: authority.pem, cert: identity.pem, key: identity.keyPem };
}

/** What Node says by itself. */
const OWN_HEADERS = ['content-length', 'transfer-encoding', 'connection', 'date'];

/**
 * @param name - a recording
 * @param answer - another answer than the recorded one; null = none at all
 */
export async function startApi(
  name: string,
  answer: (recorded: RecordedAnswer) => RecordedAnswer | null = recorded => recorded
): Promise<RunningApi> {
  const { ca, cert, key } = pki();
  const { answers } = recording(name);
  const [refused] = recording('not-accepted').answers;
  const token = `canary-account-token.${name}`;
  const asked: string[] = [];
  const server: Server = createServer({ cert, key }, (request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const known = answers.find(
      item => item.path === request.url && item.accept === request.headers.accept && request.method === 'GET'
    );
    const recorded = request.headers.authorization === `Bearer ${token}` ? known : refused;
    const given = recorded === undefined ? null : answer(recorded);
    if (given === null) {
      response.destroy();
      return;
    }
    const headers = Object.entries(given.headers).filter(([header]) => !OWN_HEADERS.includes(header));
    response.writeHead(given.status, Object.fromEntries(headers)).end(given.body);
  });
  const running: RunningApi = {
    port: 0,
    token,
    ca,
    asked,
    connections: 0,
    enter: folder => {
      mkdirSync(folder, { recursive: true });
      mountSecret(folder, { token: `${token}\n`, 'ca.crt': running.ca, namespace: NAMESPACE });
      return {
        KUBERNETES_SERVICE_HOST: '127.0.0.1',
        KUBERNETES_SERVICE_PORT: String(running.port),
        HOSTNAME: POD
      };
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
  server.on('connection', () => void (running.connections += 1));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  running.port = (server.address() as AddressInfo).port;
  return running;
}

/** An account without one of its parts. */
export function mountPart(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
  }
}
