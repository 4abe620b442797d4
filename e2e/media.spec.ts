import type { Page } from '@playwright/test';
import { drawPicture } from './support/draw-picture';
import { httpGet } from './support/http-get';
import { expectAccessibleInBoth, expectNoSidewaysScroll, lookAt } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { sendFile } from './support/send-file';
import { signIn } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

let site: MadeSite;
let other: MadeSite;
test.beforeAll(async ({ server }) => {
  [site, other] = [await makeSite(server, 3), await makeSite(server, 1)];
});

const enter = (page: Page, server: SharedServer, path: string, made = site) =>
  signIn(page, server, { host: made.host, email: made.people.editor, path });
const file = async (name: string, color: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await drawPicture(color),
});

test('pictures are uploaded with progress, described, and found in the library @phone', async ({
  page,
  server,
}) => {
  test.setTimeout(180_000);
  const own = await makeSite(server, 1);
  await enter(page, server, '/admin/media', own);
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  await lookAt(page, 'media-empty');
  const upload = page.getByLabel('Pictures to upload');
  await upload.setInputFiles([
    await file('Field in may.jpg', '#4c8a3f'),
    await file('Field in june.jpg', '#6c9a2f'),
    { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') },
  ]);
  const list = page.getByRole('region', { name: 'Uploads' });
  await expect(list.getByText('In the library')).toHaveCount(2);
  await expect(list.getByRole('alert')).toContainText('This is no picture that is known');
  await expect(page.getByRole('link', { name: 'Field-in-may.jpg' })).toBeVisible();
  await lookAt(page, 'media-library');
  await page.getByRole('link', { name: 'Field-in-may.jpg' }).click();
  await page.getByLabel('Alternative text').fill('A green field under a pale sky');
  await page.locator('.picture-focus').click({ position: { x: 20, y: 20 } });
  await expect(page.getByLabel('Focus, from the left')).not.toHaveValue('0.5');
  await lookAt(page, 'media-picture');
  // Where there is little room, staying on the page is in a menu.
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.getByText('Picture saved', { exact: true }).first()).toBeVisible();
  await page.goto(server.url(own.host, '/admin/media?q=pale+sky'));
  await expect(page.locator('tbody tr')).toHaveCount(1);
});

test('the very same file once more is the one that is there', async ({ page, server }) => {
  await enter(page, server, '/admin/media');
  const bytes = await drawPicture('#224466');
  const first = await sendFile(page, bytes, 'one.jpg');
  expect(first).toMatchObject({ status: 201, body: { fileName: 'one.jpg', width: 1800 } });
  const again = await Promise.all([sendFile(page, bytes, 'two.jpg'), sendFile(page, bytes)]);
  expect(again.map(({ status, body }) => [status, body.id])).toEqual([
    [200, first.body.id],
    [200, first.body.id],
  ]);
});

test('an editor chooses a cover, readers see it, and deleting it is warned about @phone', async ({
  page,
  server,
}) => {
  test.setTimeout(180_000);
  const own = await makeSite(server, 3);
  const path = `/admin/posts/${own.posts[0]}`;
  await enter(page, server, path, own);
  await page.getByRole('button', { name: /choose cover/i }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose a picture' });
  await expect(dialog.getByText('No pictures yet')).toBeVisible();
  await dialog.getByLabel('Pictures to upload').setInputFiles(await file('cover.jpg', '#884422'));
  await expect(dialog).toBeHidden();
  await expect(page.locator('.media-chosen')).toContainText('cover.jpg');
  await page.getByRole('button', { name: /change cover/i }).click();
  await expect(dialog.getByRole('button', { name: 'cover.jpg' })).toBeVisible();
  await expectAccessibleInBoth(page, { part: '[role=dialog]' });
  await expectNoSidewaysScroll(page);
  await page.screenshot({
    path: `test-results/states/media-picker-${page.viewportSize()?.width}.png`,
  });
  await dialog.getByRole('button', { name: 'cover.jpg' }).click();
  await page.getByRole('button', { name: 'Publish changes' }).click();
  await expect(page.getByText('Post published', { exact: true }).first()).toBeVisible();

  await page.goto(server.url(own.host, '/blog/post-1'));
  const cover = page.locator('.cover.article img');
  await expect(cover).toHaveAttribute('width', '1800');
  await expect(cover).toHaveAttribute('srcset', /\/480\/cover\.jpg 480w, .+ 1800w$/);
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /\/media\//);
  expect(
    await cover.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth)),
  ).toBeGreaterThan(100);
  await page.screenshot({
    path: `test-results/states/media-post-${page.viewportSize()?.width}.png`,
  });
  await page.goto(server.url(own.host, '/'));
  await expect(page.locator('.cover.lead img')).toBeVisible();
  await page.screenshot({
    path: `test-results/states/media-home-${page.viewportSize()?.width}.png`,
  });

  await page.goto(server.url(own.host, '/admin/media'));
  await page.getByRole('link', { name: 'cover.jpg' }).click();
  await expect(page.getByRole('link', { name: 'Post 1' })).toBeVisible();
  await page.goto(`${page.url().split('?')[0]}/delete`);
  await expect(page.getByText('It is used in 1 post.')).toBeVisible();
  await lookAt(page, 'media-delete');
  await page.getByRole('button', { name: 'Delete picture' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Media library');
  await expect(async () => {
    await page.goto(server.url(own.host, '/blog/post-1'));
    await expect(page.locator('.cover.article')).toHaveCount(0, { timeout: 500 });
  }).toPass();
});

test('a picture in a text has its size and is loaded late; the library says where it is used', async ({
  page,
  server,
}) => {
  await enter(page, server, '/admin/media');
  const { body } = await sendFile(page, await drawPicture('#305030'), 'in text.jpg');
  const text = `Look:\n\n![A field](${body.address})`;
  const status = await page.evaluate(
    async ({ id, text }) => {
      const headers = { 'content-type': 'application/json' };
      const asked = { method: 'PATCH', headers, body: JSON.stringify({ body: text }) };
      return (await fetch(`/api/v1/posts/${id}`, asked)).status;
    },
    { id: site.posts[2], text },
  );
  expect(status).toBe(200);
  await page.goto(server.url(site.host, '/blog/post-3'));
  const picture = page.getByRole('img', { name: 'A field' });
  await expect(picture).toHaveAttribute('height', '1200');
  await expect(picture).toHaveAttribute('loading', 'lazy');
  await expect(picture).toHaveAttribute('srcset', /480w/);
  await page.goto(server.url(site.host, `/admin/media/${body.id}`));
  await expect(page.locator('.used-in')).toContainText('Post 3 In the text');
});

test('a picture is kept for ever at its own tenant, and is nothing at another’s', async ({
  page,
  server,
}) => {
  await enter(page, server, '/admin/media');
  const { body } = await sendFile(page, await drawPicture('#99aa11'), 'own.jpg');
  const ask = (host: string, path: string, headers: [string, string][] = []) =>
    httpGet(server, host, path, headers);
  const own = await ask(site.host, String(body.address));
  expect(own.status).toBe(200);
  expect(own.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
  });
  const { etag = '' } = own.headers;
  expect((await ask(site.host, String(body.address), [['If-None-Match', etag]])).status).toBe(304);
  const small = await ask(site.host, `/media/${body.id}/480/own.jpg`);
  expect(small.headers['content-type']).toBe('image/webp');
  const unknown = '/media/00000000-0000-4000-8000-000000000000/own.jpg';
  const [foreign, never] = [
    await ask(other.host, String(body.address)),
    await ask(other.host, unknown),
  ];
  expect([foreign.status, never.status]).toEqual([404, 404]);
  const told = (text: string) => ({ ...JSON.parse(text), requestId: '' });
  expect(told(foreign.body)).toEqual(told(never.body));
  for (const path of [
    '/481/own.jpg',
    '/480/480/own.jpg',
    '/other.jpg',
    '/..%2f..%2fwhole',
    '/%00',
  ]) {
    expect([path, (await ask(site.host, `/media/${body.id}${path}`)).status]).toEqual([path, 404]);
  }
});
