/** The guards that are left in a stock Kubeflow notebook, where every request counts as authenticated. */
import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PREFIX } from '../kubeflow.setup.ts';
import { servers } from '../servers.ts';

test('a POST needs the XSRF header and JSON', async ({ page }) => {
  await page.goto(`${servers().url}lab?reset`);
  const cookies = await page.context().cookies();
  const xsrf = cookies.find(({ name }) => name === '_xsrf');
  expect(xsrf?.path).toBe(`${PREFIX}/`);

  const post = (headers: Record<string, string>): Promise<number> =>
    page.evaluate(async ({ url, headers }) => (await fetch(url, { method: 'POST', body: '{}', headers })).status, {
      url: `${PREFIX}/kaptain-registry/run`,
      headers
    });
  expect(await post({})).toBe(403);
  // A text without a type is one that every page can send.
  expect(await post({ 'X-XSRFToken': xsrf?.value ?? '' })).toBe(415);
  // With both the request is read, and refused for what it is: it lacks the protocol's number.
  const own = { 'X-XSRFToken': xsrf?.value ?? '', 'Content-Type': 'application/json' };
  expect(await post(own)).toBe(400);
});

/** A page of somebody else: another port of the same machine is another origin, and nothing limits what it may try. */
async function foreignPage(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Somebody else</title>');
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise(end => server.close(end));
    }
  };
}

test('a page of another origin can start nothing and reads no finding', async ({ page }) => {
  // The person has JupyterLab open: the browser holds its cookies.
  await page.goto(`${servers().url}lab?reset`);
  const foreign = await foreignPage();
  try {
    await page.goto(foreign.url);
    const read = (route: string, method: string): Promise<string | null> =>
      page.evaluate(
        async ({ url, method }) => {
          try {
            const response = await fetch(url, { method, ...(method === 'POST' && { body: '{}' }) });
            return await response.text();
          } catch {
            // The browser keeps the answer from the page.
            return null;
          }
        },
        { url: `${servers().url}kaptain-registry/${route}`, method }
      );
    expect(await read('run', 'POST')).toBeNull();
    expect(await read('run', 'GET')).toBeNull();
    // What Kubeflow's flags give away to everyone: version and state, no path, host or finding.
    const status = await read('status', 'GET');
    expect(Object.keys(JSON.parse(status ?? '{}') as object).sort()).toEqual(['protocol', 'sidecar', 'version']);

    // That the page reads nothing is the browser's doing. The server itself refuses too.
    const refused = async (method: string): Promise<number> => {
      const headers = { Origin: new URL(foreign.url).origin };
      const response = await fetch(`${servers().url}kaptain-registry/run`, {
        method,
        headers,
        ...(method === 'POST' && { body: '{}' })
      });
      await response.body?.cancel();
      return response.status;
    };
    expect(await refused('POST')).toBe(403);
    expect(await refused('GET')).toBe(405);
  } finally {
    await foreign.close();
  }
});
