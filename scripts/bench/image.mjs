/** Puts one small image into a registry (OCI distribution: monolithic upload, manifest), so that others can look for it. */
import { createHash } from 'node:crypto';
import { request } from 'node:https';

const REPOSITORY = 'team/image';
const TAG = 'latest';

/** @param {{ port: number, ca: string, username: string, password: string }} registry */
export async function pushImage({ port, ca, username, password }) {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const send = (method, path, body, headers) =>
    new Promise((done, fail) => {
      const outgoing = request(
        {
          host: 'localhost',
          port,
          path,
          method,
          ca,
          headers: { authorization, 'content-length': body.length, ...headers }
        },
        answer => {
          answer.resume();
          answer.on('end', () => done(answer));
        }
      );
      outgoing.on('error', fail);
      outgoing.end(body);
    });
  const blob = async text => {
    const body = Buffer.from(text);
    const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
    const begun = await send('POST', `/v2/${REPOSITORY}/blobs/uploads/`, Buffer.alloc(0), {});
    const place = new URL(begun.headers.location, `https://localhost:${port}`);
    place.searchParams.set('digest', digest);
    await send('PUT', `${place.pathname}${place.search}`, body, { 'content-type': 'application/octet-stream' });
    return { digest, size: body.length };
  };
  const config = await blob('{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}');
  const layer = await blob('a layer');
  const type = 'application/vnd.docker.distribution.manifest.v2+json';
  const manifest = {
    schemaVersion: 2,
    mediaType: type,
    config: { mediaType: 'application/vnd.docker.container.image.v1+json', ...config },
    layers: [{ mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', ...layer }]
  };
  const put = await send('PUT', `/v2/${REPOSITORY}/manifests/${TAG}`, Buffer.from(JSON.stringify(manifest)), {
    'content-type': type
  });
  if (put.statusCode !== 201) {
    throw new Error(`the registry answered ${put.statusCode} to the manifest`);
  }
  return `${REPOSITORY}:${TAG}`;
}
