/** Looks into the registry over its own API (OCI distribution specification, "Content discovery"). */
import { get } from 'node:https';
import { LOGIN } from '../scripts/demo/registry.mjs';
import { servers } from './servers.ts';

/** Tags of a repository; none when the repository is not there. */
export async function tagsOf(
  repository: string,
  { host, ca }: { host: string; ca: string } = servers()
): Promise<string[]> {
  const { status, body } = await new Promise<{ status: number; body: string }>((answer, fail) => {
    get(
      `https://${host}/v2/${repository}/tags/list`,
      { ca, auth: `${LOGIN.username}:${LOGIN.password}`, agent: false },
      response => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', chunk => (body += chunk));
        response.on('end', () => answer({ status: response.statusCode ?? 0, body }));
      }
    ).on('error', fail);
  });
  if (status === 404) {
    return [];
  }
  if (status !== 200) {
    throw new Error(`The registry answers ${status}.`);
  }
  return (JSON.parse(body) as { tags: string[] | null }).tags ?? [];
}
