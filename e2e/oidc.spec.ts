import type { Page } from '@playwright/test';
import { lookAt } from './support/look-at';
import {
  continueAtProvider,
  type OidcWorld,
  openOidcWorld,
  providerName,
  signInAtProvider,
} from './support/oidc-world';
import { alertOf, signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

test.setTimeout(90_000);
test.use({ actionTimeout: 15_000 });

let world: OidcWorld;
test.beforeAll(async () => {
  world = await openOidcWorld();
});
test.afterAll(() => world?.close());

const url = (host: string, path?: string) => world.server.url(host, path);
const button = (page: Page) => page.getByRole('link', { name: `Continue with ${providerName}` });

/** Somebody whom the provider knows by this name. */
function known(name: string, email: string, isVerified = true): string {
  world.provider.people.set(name, { email, email_verified: isVerified, name: `${name} Example` });
  return name;
}

async function signOut(page: Page, host: string): Promise<void> {
  await page.goto(url(host, '/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
}

test.beforeEach(() => world.provider.start());

test('somebody new signs in at a site, and is known at the others and on a custom domain @phone', async ({
  page,
}, { project }) => {
  const name = known(`nora-${project.name}`, `Nora.${project.name}@New.example`);
  await page.goto(url('acme.localhost', '/login?next=%2Faccount'));
  await expect(button(page)).toBeVisible();
  await lookAt(page, 'provider-button');
  await continueAtProvider(page, name);
  await sayYes(page);
  await expect(page).toHaveURL(url('acme.localhost', '/account'));
  await expect(page.locator('main')).toContainText(`nora.${project.name}@new.example`);
  await page.goto(url('blog.acme.localhost', '/account'));
  await sayYes(page);
  await expect(page).toHaveURL(url('blog.acme.localhost', '/account'));
  await expect(page.locator('main')).toContainText(`${name} Example`);
  const admin = await page.goto(url('acme.localhost', '/admin'));
  expect(admin?.status(), 'no member of anything').toBe(404);
  const [row] = await world.sql`
  select e.payload ->> 'by' as by from platform.events e join platform.users u on u.id = e.actor_id
  where u.email = ${`nora.${project.name}@new.example`} and e.type = 'session.opened'
  order by e.id limit 1`;
  expect(row?.by).toBe(`oidc:${world.provider.issuer}`);
});

test('the way begins on a custom domain and ends there', async ({ page }) => {
  const name = known('dora', 'dora@new.example');
  await page.goto(url('blog.acme.localhost', '/login?next=%2Fblog%2Fhello-world'));
  await continueAtProvider(page, name);
  await sayYes(page);
  await expect(page).toHaveURL(url('blog.acme.localhost', '/blog/hello-world'));
  await signOut(page, 'blog.acme.localhost');
  await page.goto(url('localhost', '/login'));
  await button(page).click();
  await expect(page, 'the provider still knows them').toHaveURL(url('localhost', '/account'));
});

test('an account with a password asks for it once, then never again @phone', async ({ page }, {
  project,
}) => {
  const [person, email, home] =
    project.name === 'phone'
      ? ['cleo', 'cleo@example.com', 'acme.localhost']
      : ['bob', 'bob@example.com', 'globex.localhost'];
  const name = known(`${person}-elsewhere`, email);
  await page.goto(url(home, '/login?next=%2Faccount'));
  await continueAtProvider(page, name);
  await expect(page).toHaveURL(url('localhost', '/login/connect'));
  await expect(page.locator('main')).toContainText(`You have an account here already, ${email}.`);
  await lookAt(page, 'provider-connect');
  await page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: `Connect ${providerName}` }).click();
  await expect(alertOf(page)).toContainText('do not match');
  await page.getByLabel('Password', { exact: true }).fill('demo-password');
  await page.getByRole('button', { name: `Connect ${providerName}` }).click();
  await expect(page).toHaveURL(url(home, '/account'));
  await signOut(page, home);
  await page.goto(url('acme.localhost', '/login?next=%2Faccount'));
  await expect(button(page)).toBeVisible();
  await button(page).click();
  await expect(page).toHaveURL(url('acme.localhost', '/account'));
  await expect(page.locator('main')).toContainText(email);
});

test('an account page connects and disconnects, after a yes @phone', async ({ page }, {
  project,
}) => {
  const email = project.name === 'phone' ? 'gus@example.com' : 'ada@example.com';
  const name = known(`mine-${project.name}`, `mine-${project.name}@elsewhere.example`);
  await signIn(page, world.server, { host: 'localhost', email });
  await expect(page.getByRole('heading', { name: 'Connected accounts' })).toBeVisible();
  await page.getByRole('link', { name: `Connect ${providerName}` }).click();
  await signInAtProvider(page, name);
  await expect(page).toHaveURL(url('localhost', '/login/connect'));
  await expect(page.locator('main')).toContainText(email);
  await lookAt(page, 'provider-yes');
  await page.getByLabel('Password', { exact: true }).fill('demo-password');
  await page.getByRole('button', { name: `Connect ${providerName}` }).click();
  await expect(page.getByText('Connected. You can sign in with it from now on.')).toBeVisible();
  const line = page.getByText(`${providerName}, mine-${project.name}@elsewhere.example`);
  await expect(line).toBeVisible();
  await lookAt(page, 'provider-account');
  await page.getByRole('button', { name: `Disconnect ${providerName}` }).click();
  await expect(page.getByText('Disconnected. It does not sign you in any more.')).toBeVisible();
  await expect(line).toBeHidden();
});

test('the only way in has no button to take it away', async ({ page }) => {
  await page.goto(url('localhost', '/login'));
  await continueAtProvider(page, known('solo', 'solo@new.example'));
  await expect(page).toHaveURL(url('localhost', '/account'));
  await expect(page.getByText('This is the only way you sign in.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Disconnect/ })).toHaveCount(0);
});

test('without scripts the whole way works', async ({ browser }) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await page.goto(url('acme.localhost', '/login?next=%2Faccount'));
  await continueAtProvider(page, known('nils', 'nils@new.example'));
  await passRoot(page);
  await expect(page).toHaveURL(url('acme.localhost', '/account'));
  const root = await context.newPage();
  await root.goto(url('localhost', '/logout'));
  await root.getByRole('button', { name: 'Sign out' }).click();
  known('nils', 'root@example.com');
  known('ruth', 'root@example.com');
  await context.clearCookies();
  await root.goto(url('acme.localhost', '/login?next=%2Faccount'));
  await continueAtProvider(root, 'ruth');
  await root.getByLabel('Password', { exact: true }).fill('demo-password');
  await root.getByRole('button', { name: `Connect ${providerName}` }).click();
  await passRoot(root);
  await expect(root).toHaveURL(url('acme.localhost', '/account'));
  await context.close();
});

/** Somebody who does not belong to the site is asked before it is told who they are. */
async function sayYes(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/session\/continue\?/);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** The same without scripts: then a button spends the ticket. */
async function passRoot(page: Page): Promise<void> {
  await sayYes(page);
  await expect(page).toHaveURL(/\/session\/enter\?/);
  await page.getByRole('button', { name: 'Continue' }).click();
}
