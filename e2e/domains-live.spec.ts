import { ada, add, checkNow, followThePage, soon } from './support/domain-page';
import { type DomainWorld, openDomainWorld } from './support/domain-world';
import { lookAt } from './support/look-at';
import { openSocket } from './support/open-socket';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

test.setTimeout(90_000);
test.use({ actionTimeout: 15_000 });

let world: DomainWorld;
test.beforeAll(async () => {
  world = await openDomainWorld();
});
test.afterAll(() => world?.close());

test('a domain has working sockets within two seconds of its proof, and none before', async ({
  page,
}) => {
  const { server } = world;
  const host = 'live.acme.test';
  await signIn(page, server, ada);
  const { key } = await page.evaluate(() => fetch('/api/realtime/config').then((r) => r.json()));
  const greeting = () => openSocket(server, { host, key });
  expect(await openSocket(server, { host: 'acme.localhost', key })).toMatch(/established/);
  await add(page, host);
  // Asked for before it is proved: that it is nobody's is remembered, and has to be forgotten.
  expect(await greeting()).not.toMatch(/established/);
  await followThePage(world, page, host);
  await checkNow(page, host);
  await expect(page.getByText('Domain connected')).toBeVisible();
  await expect.poll(greeting, soon).toBe('pusher:connection_established');
  await signIn(page, server, { ...ada, host, path: '/admin' });
  await expect(page.locator('[data-realtime]')).toHaveAttribute('data-realtime', 'on');
});

test('what was refused is said on the page, which stays', async ({ page, context }) => {
  const { server } = world;
  const host = 'twice.acme.test';
  await signIn(page, server, ada);
  await add(page, host);
  await followThePage(world, page, host);
  await checkNow(page, host);
  await expect(page.getByText('Domain connected')).toBeVisible();
  const other = await context.newPage();
  await other.goto(server.url('acme.localhost', '/admin/domains'));
  await page.getByRole('link', { name: `Remove ${host}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove domain' }).click();
  await expect(page.getByText('Domain removed')).toBeVisible();

  await other.getByRole('button', { name: `Make primary ${host}` }).click();
  const message = other.locator('.toast[role=alert]');
  await expect(message).toHaveText(/^Not done\. .*no such domain/i);
  await lookAt(other, 'domains-toast');
  await message.getByRole('button', { name: /close/i }).click();
  await other.getByRole('link', { name: `Remove ${host}` }).click();
  const dialog = other.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Remove domain' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Not done');
  await expect(dialog.getByRole('alert')).toContainText(/no such domain/i);
});
