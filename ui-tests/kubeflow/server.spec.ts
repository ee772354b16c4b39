/** The guards that are left in a stock Kubeflow notebook, where every request counts as authenticated. */
import { expect, test } from '@playwright/test';
import { PREFIX } from '../kubeflow.setup.ts';
import { servers } from '../servers.ts';

test('a POST without the XSRF header is refused, with it answered', async ({ page }) => {
  await page.goto(servers().url + 'lab');
  const cookies = await page.context().cookies();
  const xsrf = cookies.find(({ name }) => name === '_xsrf');
  expect(xsrf?.path).toBe(`${PREFIX}/`);

  const post = (headers: Record<string, string>): Promise<number> =>
    page.evaluate(
      async ({ url, headers }) => (await fetch(url, { method: 'POST', body: '{}', headers })).status,
      { url: `${PREFIX}/kaptain-registry/run`, headers }
    );
  expect(await post({})).toBe(403);
  expect(await post({ 'X-XSRFToken': xsrf?.value ?? '' })).not.toBe(403);
});

test('a page of another origin gets no data', async ({ page, request }) => {
  await page.goto(servers().url + 'lab');
  const reads = await request.get(`${servers().url}kaptain-registry/run`, { headers: { Origin: 'https://evil.test' } });
  expect(reads.ok()).toBe(false);
});
