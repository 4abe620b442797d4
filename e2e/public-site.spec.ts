import { expectAccessible } from './support/axe';
import { httpGet } from './support/http-get';
import { expect, test } from './support/test';

const pages = [
  '/',
  '/blog',
  '/blog/hello-world',
  '/blog/search-that-works',
  '/tags',
  '/tags/engineering',
  '/authors/ada-lindgren',
  '/archive',
];

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} is accessible, in one piece and without errors, ${colorScheme} @phone`, async ({
      page,
      server,
    }) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      await page.emulateMedia({ colorScheme });
      await page.addInitScript(noteWhenLettersSettle);
      await page.goto(server.url('acme.localhost', path), { waitUntil: 'networkidle' });
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await layoutShift(page)).toBeLessThan(0.02);
      await expectAccessible(page);
      expect(faults).toEqual([]);
    });
  }
}

// A font that was swapped in once moved an article by several lines, whenever a machine was slow.
for (const path of ['/', '/blog', '/blog/search-that-works']) {
  test(`letters that come late move nothing on ${path} @phone`, async ({ page, server }) => {
    await page.route(/\.woff2/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.goto(server.url('acme.localhost', path), { waitUntil: 'networkidle' });
    expect(await layoutShift(page)).toBe(0);
  });
}

test('a reader goes from the front page to a post, its topic and back, without reloading', async ({
  page,
  server,
}) => {
  let documents = 0;
  page.on('request', (request) => {
    if (request.resourceType() === 'document') documents += 1;
  });
  await page.goto(server.url('acme.localhost'));
  await page.getByRole('link', { name: 'Articles' }).first().click();
  await expect(page).toHaveURL(server.url('acme.localhost', '/blog'));
  await page
    .getByRole('link', { name: /Two scales, one anvil/ })
    .first()
    .click();
  await expect(page).toHaveURL(server.url('acme.localhost', '/blog/why-we-measure-twice'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Two scales, one anvil/);
  await page.locator('main').getByRole('link', { name: 'Engineering' }).first().click();
  await expect(page).toHaveURL(server.url('acme.localhost', '/tags/engineering'));
  expect(documents).toBe(1);
});

test('the byline leads to what else somebody has written here', async ({ page, server }) => {
  await page.goto(server.url('acme.localhost', '/blog/hello-world'));
  await page.getByRole('link', { name: 'Ada Lindgren' }).click();
  await expect(page).toHaveURL(server.url('acme.localhost', '/authors/ada-lindgren'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Lindgren');
  const own = page.getByRole('main').getByText(/Lindqvist/);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(own).toHaveCount(0);
  for (const [host, path, status] of [
    ['globex.localhost', '/authors/ada-lindgren', 404],
    ['acme.localhost', '/authors/nobody', 404],
    ['acme.localhost', '/authors/ada-lindgren/page/9', 404],
    ['acme.localhost', '/authors/ada-lindgren/page/1', 308],
  ] as const) {
    expect((await httpGet(server, host, path)).status, path).toBe(status);
  }
});

test('the blog has pages, and the second one is the end', async ({ page, server }) => {
  await page.goto(server.url('globex.localhost', '/blog'));
  await page.getByRole('link', { name: /older/i }).click();
  await expect(page).toHaveURL(server.url('globex.localhost', '/blog/page/2'));
  await expect(page.getByRole('link', { name: /newer/i })).toBeVisible();
  for (const path of ['/blog/page/3', '/blog/page/0', '/blog/page/x', '/tags/nothing']) {
    const answer = await page.goto(server.url('globex.localhost', path));
    expect(answer?.status(), path).toBe(404);
    await expect(page.locator('body')).toContainText('Globex');
  }
  await page.goto(server.url('globex.localhost', '/blog/page/1'));
  await expect(page).toHaveURL(server.url('globex.localhost', '/blog'));
});

test('an unmatched deep path gives the tenant’s own 404 @phone', async ({ page, server }) => {
  const answer = await page.goto(server.url('acme.localhost', '/no/such/page'));
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/does not exist/);
  await expect(page.locator('header')).toContainText('ACME Corporation');
  expect(await sidewaysScroll(page)).toBe(0);
  await expectAccessible(page);
});

test('an unknown host gets a designed 404, and a problem under /api @phone', async ({
  page,
  server,
}) => {
  const answer = await page.goto(server.url('shop.acmee.test'));
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/no site at this address/);
  await expect(page.locator('body')).toContainText('shop.acmee.test');
  await expectAccessible(page);
  const problem = await httpGet(server, 'nobody.localhost', '/api/v1/posts');
  expect(problem.status).toBe(404);
  expect(problem.headers['content-type']).toBe('application/problem+json');
});

test('www goes to the host without it, unless it was registered itself', async ({ server }) => {
  const root = await httpGet(server, 'www.localhost', '/x');
  expect(root.status).toBe(308);
  expect(root.headers.location).toBe(server.url('localhost', '/x'));
  const page = await httpGet(server, 'www.acme.localhost', '/blog/hello-world');
  expect(page.status).toBe(307);
  expect(page.headers.location).toContain(server.url('acme.localhost', '/blog/hello-world'));
  const feed = await httpGet(server, 'www.acme.localhost', '/feed.xml');
  expect(feed.headers.location).toBe(server.url('acme.localhost', '/feed.xml'));
  expect((await httpGet(server, 'www.nobody.localhost')).status).toBe(404);
});

test('the theme can be switched, and stays switched', async ({ page, server }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(server.url('acme.localhost'));
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page
    .getByRole('button', { name: /theme|dark|appearance/i })
    .first()
    .click();
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await page.reload();
  expect(await ground()).toBe(dark);
});

async function sidewaysScroll(page: import('@playwright/test').Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

/**
 * While a face is awaited its text is laid out but not shown (for 100 ms at most, then it is left
 * out). On a busy machine that layout can be counted as a shift nobody saw.
 */
function noteWhenLettersSettle(): void {
  document.fonts.addEventListener('loadingdone', () => {
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('letters-settled')));
  });
}

/** The browser's own sum of layout shifts, from when the letters were there, if that was noted. */
async function layoutShift(page: import('@playwright/test').Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const settled = performance.getEntriesByName('letters-settled').at(-1)?.startTime ?? 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (entry.startTime > settled) sum += (entry as unknown as { value: number }).value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
}
