import { httpGet } from './support/http-get';
import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

test('a flag hides and shows parts of a running site, its pages and its links', async ({
  page,
  server,
}) => {
  const [own, other] = [await makeSite(server, 1), await makeSite(server, 1)];
  const parts = async (host: string) => {
    const { body } = await httpGet(server, host);
    return { feed: body.includes('RSS feed'), topics: body.includes('href="/tags"') };
  };
  for (const { host } of [own, other]) {
    await expect.poll(() => parts(host)).toEqual({ feed: true, topics: true });
  }
  await signIn(page, server, { host: own.host, email: own.people.owner, path: '/admin/settings' });
  const save = async (feed: boolean, topics: boolean) => {
    await page.goto(server.url(own.host, '/admin/settings'));
    await page.getByRole('switch', { name: 'Topics' }).setChecked(topics);
    await page.getByRole('switch', { name: 'RSS feed' }).setChecked(feed);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Settings saved', { exact: true }).first()).toBeVisible();
    await expect.poll(() => parts(own.host), { timeout: 2000 }).toEqual({ feed, topics });
  };
  await save(false, false);
  // Nothing of it is in what the browser got, scripts' data included.
  const { body } = await httpGet(server, own.host);
  expect(body).not.toMatch(/RSS feed|feed\.(xml|json)/);
  await page.goto(server.url(own.host, '/no-such-page'));
  await expect(page.getByRole('link', { name: 'Look through the topics' })).toHaveCount(0);
  expect((await httpGet(server, own.host, '/tags')).status).toBe(404);
  expect(await parts(other.host)).toEqual({ feed: true, topics: true });
  await save(true, false);
  await save(true, true);
  await page.goto(server.url(own.host, '/no-such-page'));
  await expect(page.getByRole('link', { name: 'Look through the topics' })).toBeVisible();
});
