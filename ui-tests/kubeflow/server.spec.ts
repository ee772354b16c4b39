/** The guards that are left in a stock Kubeflow notebook, where every request counts as authenticated. */
import { expect, test } from '@playwright/test';
import { PREFIX } from '../kubeflow.setup.ts';
import { servers } from '../servers.ts';

test('a POST needs the XSRF header', async ({ page }) => {
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
  // With the header the request is read, and refused for what it is: it lacks the protocol's number.
  expect(await post({ 'X-XSRFToken': xsrf?.value ?? '' })).toBe(400);
});

test('a page of another origin can start nothing and reads no finding', async ({ page }) => {
  await page.goto(`${servers().url}lab?reset`);
  const { host, port } = new URL(servers().url);
  // The same server under another name is another origin; its cookies are not sent along.
  await page.goto(`http://127.0.0.1:${port}${PREFIX}/api/status`);
  const read = (route: string, method: string): Promise<{ status: number; text: string } | string> =>
    page.evaluate(
      async ({ url, method }) => {
        try {
          const response = await fetch(url, { method, ...(method === 'POST' && { body: '{}' }) });
          return { status: response.status, text: await response.text() };
        } catch (error) {
          return String(error);
        }
      },
      { url: `http://${host}${PREFIX}/kaptain-registry/${route}`, method }
    );
  expect(await read('run', 'POST')).toMatchObject({ status: 403 });
  expect(await read('run', 'GET')).toMatchObject({ status: 405 });
  // What Kubeflow's flags give away to everyone: version and state, no path, host or finding.
  const status = await read('status', 'GET');
  expect(status).toMatchObject({ status: 200 });
  expect(Object.keys(JSON.parse((status as { text: string }).text) as object).sort()).toEqual([
    'protocol',
    'sidecar',
    'version'
  ]);
});
