import { expectAccessible } from './support/axe';
import { expectAccessibleInBoth, expectNoSidewaysScroll } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 30);
});

const pages: [name: string, path: (made: MadeSite) => string][] = [
  ['the dashboard', () => '/admin'],
  ['posts', () => '/admin/posts'],
  ['posts without a match', () => '/admin/posts?q=nothing-like-it&status=draft'],
  ['an empty trash', () => '/admin/posts?trash=1'],
  ['a new post', () => '/admin/posts/new'],
  ['a post', ({ posts }) => `/admin/posts/${posts[0]}`],
  ['a history', ({ posts }) => `/admin/posts/${posts[0]}/history`],
  ['a question before the trash', ({ posts }) => `/admin/posts/${posts[0]}/delete`],
  ['tags', () => '/admin/tags'],
  ['a new tag', () => '/admin/tags/new'],
  ['authors', () => '/admin/authors'],
  ['an author', ({ author }) => `/admin/authors/${author}`],
  ['members', () => '/admin/members'],
  ['groups', () => '/admin/groups'],
  ['a new group', () => '/admin/groups/new'],
  ['roles', () => '/admin/roles'],
  ['a new role', () => '/admin/roles/new'],
  ['a built-in role', () => '/admin/roles/editor'],
  ['giving the site away', () => '/admin/settings/transfer'],
  ['search', () => '/admin/search'],
  ['the audit log', () => '/admin/audit'],
  ['settings', () => '/admin/settings'],
  ['an unknown page', () => '/admin/nothing'],
];

test('every page is accessible and in one piece, light and dark @phone', async ({
  page,
  server,
}) => {
  test.setTimeout(360_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (line) => {
    const isExpected = line.text().includes('404');
    if (line.type() === 'error' && !isExpected) faults.push(`${page.url()}: ${line.text()}`);
  });
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin' });
  for (const [name, path] of pages) {
    await test.step(name, async () => {
      await page.goto(server.url(site.host, path(site)), { waitUntil: 'networkidle' });
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectNoSidewaysScroll(page);
      await expectAccessibleInBoth(page);
    });
  }
  expect(faults).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`menus, dialogs and the palette are accessible, ${colorScheme} @phone`, async ({
    page,
    server,
    isMobile,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin/posts' });
    await page.waitForLoadState('networkidle');
    await page.locator('tbody tr').first().getByRole('checkbox').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: /trash/i }).last().click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.locator('tbody tr').nth(1).getByRole('button').last().click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Post');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    if (!isMobile) return;
    await page
      .getByRole('button', { name: /menu|navigation/i })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}
