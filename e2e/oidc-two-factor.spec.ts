import {
  continueAtProvider,
  type OidcWorld,
  openOidcWorld,
  providerName,
} from './support/oidc-world';
import { expect, test } from './support/test';
import { appCode, enterCode, letTimePass, turnOn } from './support/two-factor';

test.setTimeout(90_000);
test.use({ actionTimeout: 15_000 });

let world: OidcWorld;
test.beforeAll(async () => {
  world = await openOidcWorld();
  await world.provider.start();
});
test.afterAll(() => world?.close());

const email = 'gus@example.com';

test('a provider takes the place of the password, and never of the code', async ({ page }) => {
  const server = { ...world.server, ...world.server.database };
  const { secret } = await turnOn(page, server, email);
  world.provider.people.set('gus', { email, email_verified: true, name: 'Gus' });
  await page.context().clearCookies();
  await page.goto(server.url('globex.localhost', '/login?next=%2Faccount'));
  await continueAtProvider(page, 'gus');
  await page.getByLabel('Password', { exact: true }).fill('demo-password');
  await page.getByRole('button', { name: `Connect ${providerName}` }).click();
  await expect(page).toHaveURL(/localhost:\d+\/login\/code/);
  const count = async () =>
    Number((await world.sql`select count(*) from platform.identities`)[0]?.count);
  expect(await count(), 'a password alone connects nothing').toBe(0);
  await enterCode(page, appCode(secret));
  await page.getByLabel('Password', { exact: true }).fill('demo-password');
  await page.getByRole('button', { name: `Connect ${providerName}` }).click();
  await expect(page).toHaveURL(server.url('globex.localhost', '/account'));
  expect(await count()).toBe(1);

  await letTimePass(server, email);
  await page.context().clearCookies();
  await page.goto(server.url('blog.acme.localhost', '/login?next=%2Faccount'));
  await continueAtProvider(page, 'gus');
  await expect(page).toHaveURL(/localhost:\d+\/login\/code\?next=/);
  await page.goto(server.url('localhost', '/account'));
  await expect(page, 'nobody is signed in before the code').toHaveURL(/\/login/);
  await page.goto(server.url('blog.acme.localhost', '/login?next=%2Faccount'));
  await page.getByRole('link', { name: `Continue with ${providerName}` }).click();
  await enterCode(page, '000000');
  await expect(page).toHaveURL(/\/login\/code/);
  await enterCode(page, appCode(secret));
  await expect(page).toHaveURL(/\/session\/continue\?/);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(server.url('blog.acme.localhost', '/account'));
  const [row] = await world.sql`
    select payload ->> 'by' as by from platform.events where type = 'session.opened'
      and tenant_id is null order by id desc limit 1`;
  expect(row?.by).toBe(`oidc:${world.provider.issuer}`);
});
