import { openOwnerClient } from '../lib/db/owner-client';
import { httpGet } from './support/http-get';
import { expectNoSidewaysScroll, lookAt } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { postPage } from './support/post-page';
import { signIn } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

const acme = 'acme.localhost';
const draft = 'Plans we have not dared to print';

test('staff find drafts, and nobody else does @phone', async ({ page, server }) => {
  const path = '/search?q=dared+to+print';
  await page.goto(server.url(acme, path));
  await expect(page.getByRole('link', { name: draft })).toHaveCount(0);
  await signIn(page, server, { host: acme, email: 'cleo@example.com', path });
  await expect(page.locator('#main').getByRole('status')).not.toBeEmpty();
  await expect(page.getByRole('link', { name: draft })).toHaveCount(0);
  await signIn(page, server, { host: acme, email: 'bob@example.com', path });
  const hit = page.locator('.hit', { hasText: draft });
  await expect(hit.getByText('Draft', { exact: true })).toBeVisible();
  await lookAt(page, 'search-draft');
  // While typing, too.
  await page.getByRole('searchbox').fill('dared to pri');
  await expect(page.getByText(/about “dared to pri”/)).toBeVisible();
  await hit.getByRole('link', { name: draft }).click();
  await expect(page).toHaveURL(/\/admin\/posts\/[0-9a-f-]{36}$/);
  await expect(postPage(page).title).toHaveValue(draft);
});

test('a title with HTML is a text, wherever it is found @phone', async ({ page, server }) => {
  const site = await makeSite(server, 1);
  const title = '<img src=x onerror="window.broken=1"> & <b>zebra</b>';
  await change(server, site, { title, body: '<script>window.broken=1</script> zebra </mark>' });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(server.url(site.host, '/search?q=zebra'));
  await expect(page.locator('[data-hit]')).toHaveText(title);
  await page.getByRole('searchbox').fill('zebr');
  await expect(page.getByText(/about “zebr”/)).toBeVisible();
  await expect(page.locator('[data-hit]')).toHaveText(title);
  await page.goto(server.url(site.host, '/blog'));
  await page.getByRole('link', { name: 'Search articles' }).click();
  await page.getByRole('combobox').fill('zebra');
  await expect(page.getByRole('option').first()).toContainText(title);
  const query = '<img src=x onerror=window.broken=1>';
  await page.goto(server.url(site.host, `/search?q=${encodeURIComponent(query)}`));
  await expect(page.locator('#main')).toContainText(query);
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  expect(faults).toEqual([]);
});

test('what another site has written is not found', async ({ page, server }) => {
  const theirs = 'globex.localhost';
  const { body } = await httpGet(server, theirs, '/api/v1/posts?per_page=20');
  const posts: { title: string }[] = JSON.parse(body).data ?? JSON.parse(body).items;
  expect(posts.length).toBeGreaterThan(5);
  for (const { title } of posts) {
    const path = `/api/search?${new URLSearchParams({ q: title.slice(0, 150) })}`;
    expect((await httpGet(server, theirs, path)).body).toContain(JSON.stringify(title).slice(1, 5));
    const found = JSON.parse((await httpGet(server, acme, path)).body);
    for (const hit of found.hits) expect(plain(hit.title)).not.toBe(title);
  }
  await page.goto(server.url(acme, `/search?${new URLSearchParams({ q: posts[0]?.title ?? '' })}`));
  await expect(page.getByRole('link', { name: posts[0]?.title })).toHaveCount(0);
});

const texts: Record<string, string> = {
  'only signs': '?!… “” -- ()',
  'a sign of patterns': '%',
  'signs of queries': `'":*&|!<->\\ a`,
  'right to left': 'مرحبا بالعالم',
  'no blanks': '東京都の磁石',
  'pictures and joined signs': '👩‍🔬🧲é',
  'invisible signs': '\u202eanvil\u200b\u0000',
  '10,000 characters': `anvil ${'wort '.repeat(2000)}`,
};

for (const [what, text] of Object.entries(texts)) {
  test(`${what} break nothing @phone`, async ({ page, server }) => {
    const path = `/search?${new URLSearchParams({ q: text })}`;
    const answer = await page.goto(server.url(acme, path));
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()['cache-control']).toContain('no-store');
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(page.locator('#main').getByRole('status')).not.toBeEmpty();
    await expectNoSidewaysScroll(page);
    await page.goto(server.url(acme, '/search'));
    await page.getByRole('searchbox').fill(text);
    await expect(page.locator('#main').getByRole('status')).not.toBeEmpty();
    await expect(page.locator('#main').getByRole('alert')).toHaveCount(0);
    if (text.length < 1000) return;
    await expect(page.getByText('Only the first 200 characters')).toBeVisible();
  });
}

test('of many the best are shown, and it is said', async ({ page, server }) => {
  const site = await makeSite(server, 130);
  await page.goto(server.url(site.host, '/search?q=text'));
  await expect(page.getByText('The 50 best of 65 articles about “text”')).toBeVisible();
  await expect(page.locator('.hit')).toHaveCount(50);
});

test('a site without articles says so, and search engines keep out', async ({ page, server }) => {
  const site = await makeSite(server, 0);
  await page.goto(server.url(site.host, '/search'));
  await expect(page.getByText(/Nothing is published yet/)).toBeVisible();
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await lookAt(page, 'search-nothing-yet');
});

function plain(html: string): string {
  return html
    .replace(/<\/?mark>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

async function change(
  server: SharedServer,
  site: MadeSite,
  { title, body }: { title: string; body: string },
): Promise<void> {
  const sql = openOwnerClient(server.ownerUrl);
  await sql`update posts set title = ${title}, body = ${body} where tenant_id = ${site.id}`;
  await sql.end({ timeout: 5 });
}
