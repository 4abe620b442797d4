import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { fetchFrom } from './support/fetch-from';
import { httpGet } from './support/http-get';
import { lookAt } from './support/look-at';
import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { tenantTest as test } from './support/tenant-test';
import { expect } from './support/test';

const path = '/admin/posts/import';
const markdown = (name: string, ...lines: string[]) => ({
  ...{ name, mimeType: 'text/markdown' },
  buffer: Buffer.from(`---\n${lines.join('\n')}\n---\n\nText of ${name}\n`),
});

async function choose(page: Page, ...files: ReturnType<typeof markdown>[]): Promise<void> {
  await page.getByLabel('Files').setInputFiles(files);
  await page.getByRole('button', { name: 'Check' }).click();
}
const group = (page: Page, name: string) =>
  page.locator('details', { has: page.getByRole('heading', { name, exact: true }) });

test('files are checked, imported, and then unchanged @phone', async ({ page, server }) => {
  const site = await makeSite(server, 2);
  await signIn(page, server, { host: site.host, email: site.people.editor, path: '/admin/posts' });
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import posts');
  await lookAt(page, 'import-empty');
  const files = [
    markdown(
      '2024-05-01-from-jekyll.md',
      'layout: post',
      'title: From Jekyll',
      'tags: News, Travel',
    ),
    markdown('post-1.md', 'title: "Post 1, mended"', 'slug: post-1'),
    markdown('broken.md', 'title: Broken', 'status: live'),
    { ...markdown('latin.md'), buffer: Buffer.from([0x2d, 0xfc]) },
  ];
  await choose(page, ...files);
  await expect(page.getByText('Nothing is changed yet')).toBeVisible();
  await expect(group(page, 'Refused')).toContainText('Line 3: The status “live” is none of');
  await expect(group(page, 'Refused')).toContainText('It is not a text in UTF-8.');
  await expect(group(page, 'Will be added')).toContainText('Makes the topics: Travel.');
  await expect(group(page, 'Will be added')).toContainText('Left out: layout.');
  await expect(group(page, 'Left as they are')).toContainText('Post 1, mended');
  await lookAt(page, 'import-checked');
  await page.getByLabel('Where a post has the same slug').selectOption('replace');
  await expect(page.getByText('Nothing is changed yet')).toHaveCount(0);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(group(page, 'Will be replaced')).toContainText('Differs in: title, body.');
  await page.getByRole('button', { name: 'Import 2 posts' }).click();
  await expect(page.getByText('The import is done')).toBeVisible();
  await expect(group(page, 'Replaced')).toContainText('Post 1, mended');
  await lookAt(page, 'import-done');
  const article = await httpGet(server, site.host, '/blog/from-jekyll');
  expect(article.body).toContain('Text of 2024-05-01-from-jekyll.md');
  await page.goto(server.url(site.host, path));
  await choose(page, ...files.slice(0, 2));
  await expect(group(page, 'Unchanged').getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);
});

test('what is exported comes back as unchanged, in batches', async ({ page, server }) => {
  const site = await makeSite(server, 60);
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export all posts' }).click();
  const archive = await download;
  expect(archive.suggestedFilename()).toBe(`posts-of-${site.host.split('.')[0]}.zip`);
  const buffer = await readFile(await archive.path());
  await choose(page, { name: 'posts.zip', mimeType: 'application/zip', buffer });
  await expect(page.getByText('Unchanged: 60.')).toBeVisible();
});

test('the list exports what it shows', async ({ page, server }) => {
  const site = await makeSite(server, 4);
  const email = site.people.owner;
  await signIn(page, server, { host: site.host, email, path: '/admin/posts?status=draft' });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export Markdown' }).click();
  const buffer = await readFile(await (await download).path());
  expect(buffer.includes('post-2.md')).toBe(true);
  expect(buffer.includes('post-1.md')).toBe(false);
});

test('hostile files do nothing but be refused', async ({ asOwner: page }) => {
  await page.goto(path);
  const body = '<script>document.title = "taken"</script><img src=x onerror=alert(1)>\n';
  const hostile = {
    ...markdown('x.md'),
    buffer: Buffer.from(`---\ntitle: <b>Bold</b>\n---\n${body}`),
  };
  const bomb = markdown('bomb.md', 'a: &a [x]', 'b: [*a, *a]', 'title: *a');
  await choose(page, hostile, bomb, {
    ...hostile,
    name: 'huge.md',
    buffer: Buffer.alloc(5_000_000, 'x'),
  });
  await expect(group(page, 'Refused')).toContainText('Anchors and aliases of YAML are not taken.');
  await expect(group(page, 'Refused')).toContainText('It has more than 1.5 MB');
  await expect(group(page, 'Will be added')).toContainText('<b>Bold</b>');
  await page.getByRole('button', { name: 'Import 1 post' }).click();
  await expect(page.getByText('The import is done')).toBeVisible();
  await expect(page).not.toHaveTitle('taken');
});

test('nobody without the right gets in, by page or by route', async ({
  asMember,
  asStranger,
  asOwner,
}) => {
  for (const person of [asMember, asStranger]) {
    await person.goto('/');
    expect((await send(person, batch)).status).toBe(404);
    expect((await fetchFrom(person, '/admin/posts/export.zip')).status).toBe(404);
    await person.goto(path);
    await expect(person.getByLabel('Files')).toHaveCount(0);
  }
  await asOwner.goto('/');
  expect((await send(asOwner, batch)).status).toBe(200);
  expect((await send(asOwner, { ...batch, items: [] })).status).toBe(400);
  expect((await send(asOwner, batch, 'text/plain')).status).toBe(400);
  const huge = { ...batch, items: [{ name: 'a.md', text: 'x'.repeat(9_000_000) }] };
  const { detail } = await send(asOwner, huge);
  expect(detail).toBe('There is too much in this request. Send less at a time.');
});

const batch = {
  ...{ dryRun: true, onConflict: 'skip', authorId: null },
  items: [{ name: 'a.md', text: '' }],
};

function send(page: Page, data: unknown, type = 'application/json') {
  return page.evaluate(
    async ([body, contentType]) => {
      const headers = { 'content-type': contentType };
      const answer = await fetch('/api/posts/import', { method: 'POST', body, headers });
      const { detail } = await answer.json();
      return { status: answer.status, detail: String(detail ?? '') };
    },
    [JSON.stringify(data), type] as const,
  );
}
