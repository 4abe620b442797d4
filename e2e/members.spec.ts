import { demoPassword } from '../lib/demo/demo-people';
import { follow } from './support/follow';
import { lookAt } from './support/look-at';
import { alertOf, fillSignIn, signIn } from './support/sign-in';
import { tenantTest as test } from './support/tenant-test';
import { expect } from './support/test';

test('a member is deactivated, reactivated and removed, and is out each time @phone', async ({
  asOwner: page,
  asEditor: theirs,
  tenant,
}) => {
  const { editor } = tenant.people;
  const open = async () => {
    await page.goto('/admin/members');
    await page.getByRole('link', { name: editor.name }).click();
  };
  await theirs.goto('/admin/posts');
  await open();
  await follow(page.getByRole('link', { name: 'Deactivate' }));
  await lookAt(page, 'member-deactivate');
  await page.getByRole('button', { name: 'Deactivate member' }).click();
  await expect(page.getByRole('link', { name: editor.name })).toBeVisible();
  await theirs.goto('/admin/posts');
  await expect(theirs).toHaveURL(/\/login\?next=/);
  await fillSignIn(theirs, editor.email);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(/does not exist/);
  await open();
  await expect(page.getByText('Deactivated').first()).toBeVisible();
  await page.getByRole('link', { name: 'Reactivate' }).click();
  await page.getByRole('button', { name: 'Reactivate member' }).click();
  await expect(page.getByRole('link', { name: editor.name })).toBeVisible();
  // Signed in as nobody in particular, they are somebody again with the next request.
  await theirs.goto('/admin/posts');
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Posts');
  await open();
  await page.getByRole('link', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove member' }).click();
  await expect(page).toHaveURL(/\/admin\/members(\?|$)/);
  await expect(page.getByRole('link', { name: editor.name })).toHaveCount(0);
  await theirs.goto('/admin/posts');
  // Signed in on the root host, and no member: the site is told who they are after a yes.
  await expect(theirs).toHaveURL(/\/session\/continue\?/);
});

test('whose site it is cannot be changed, and an editor changes nobody', async ({
  asOwner,
  asEditor,
  tenant,
}) => {
  const { owner, member } = tenant.people;
  await asOwner.goto('/admin/members');
  await asOwner.getByRole('link', { name: owner.name }).click();
  await expect(asOwner.getByText('This site belongs to them.')).toBeVisible();
  await expect(asOwner.getByRole('link', { name: /Deactivate|Remove|Leave/ })).toHaveCount(0);
  await expect(asOwner.locator('#field-role')).toHaveCount(0);
  await asEditor.goto('/admin/members');
  await asEditor.getByRole('link', { name: member.name }).click();
  await expect(asEditor.getByRole('heading', { level: 1 })).toHaveText(member.name);
  await expect(asEditor.locator('main').getByRole('button')).toHaveCount(0);
  await expect(asEditor.getByRole('link', { name: /Deactivate|Remove/ })).toHaveCount(0);
});

test('a member of another site is no page here', async ({ asOwner, asStranger, other, server }) => {
  await asStranger.goto(server.url(other.host, '/admin/members'));
  const link = asStranger.getByRole('link', { name: other.people.member.name });
  const path = new URL((await link.getAttribute('href')) ?? '', server.url(other.host)).pathname;
  expect((await asStranger.goto(server.url(other.host, path)))?.status()).toBe(200);
  for (const one of [path, `${path}/remove`, `${path}/deactivate`]) {
    expect((await asOwner.goto(one))?.status(), one).toBe(404);
    expect((await asStranger.goto(one))?.status(), one).toBe(404);
  }
});

test('a group is made of people chosen by name @phone', async ({ asOwner: page, tenant }) => {
  await page.goto('/admin/groups');
  await page.getByRole('link', { name: 'New group' }).first().click();
  await page.getByLabel('Name').fill('Readers');
  const picker = page.getByRole('combobox', { name: 'Members' });
  await picker.fill(tenant.people.member.name.slice(0, 6));
  await page.getByRole('option', { name: tenant.people.member.name }).click();
  await lookAt(page, 'group-new');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Readers' })).toBeVisible();
  await lookAt(page, 'groups');
  await page.goto('/admin/members');
  await lookAt(page, 'members');
  await page.getByRole('link', { name: tenant.people.member.name }).click();
  await expect(page.locator('.facts')).toContainText('Readers');
  await page.getByRole('checkbox', { name: 'Readers' }).uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('.facts')).not.toContainText('Readers');
});

test('an owner gives the site away with their password, and is out', async ({
  asOwner: page,
  browser,
  server,
  tenant,
}) => {
  const { host, people } = tenant;
  await page.goto('/admin/settings');
  await page.getByRole('link', { name: 'Give this site away' }).click();
  const choice = `${people.editor.name} (${people.editor.email})`;
  const give = async (password: string) => {
    await page.getByLabel('New owner').selectOption(choice);
    await page.getByLabel('Your password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Give the site away' }).click();
  };
  await give('not the password');
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await lookAt(page, 'transfer');
  await give(demoPassword);
  await page.waitForURL(server.url(host, '/'));
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/login/);
  const context = await browser.newContext();
  const heir = await context.newPage();
  await signIn(heir, server, { host, email: people.editor.email, path: '/admin/settings' });
  await expect(heir.getByRole('link', { name: 'Delete this site' })).toBeVisible();
  // In no group: who was the owner is in it no more.
  await heir.goto(server.url(host, '/admin/members'));
  await expect(heir.getByRole('link', { name: people.owner.name })).toHaveCount(0);
  await context.close();
});

test('nobody learns by it who has an account, and only the owner sees the page', async ({
  asOwner: page,
  asEditor,
}) => {
  expect((await asEditor.goto('/admin/settings/transfer'))?.status()).toBe(404);
  for (let n = 1; n <= 6; n += 1) {
    await page.goto('/admin/settings/transfer');
    await page.getByLabel('Somebody else’s email').fill(`nobody-${n}@example.com`);
    await page.getByLabel('Your password', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Give the site away' }).click();
    const words = n <= 5 ? 'Nobody has an active account' : 'Too many attempts';
    await expect(page.getByText(words)).toBeVisible();
  }
  await expect(alertOf(page)).toBeVisible();
});

test('an admin is offered nothing about owners, and of themself to leave', async ({
  asOwner,
  asEditor: page,
  tenant,
}) => {
  const { editor, member, owner } = tenant.people;
  await asOwner.goto('/admin/members');
  await asOwner.getByRole('link', { name: editor.name }).click();
  await asOwner.locator('#field-role').selectOption('Admin');
  await asOwner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(asOwner.locator('.facts')).toContainText('Admin');
  const verbsOf = async (name: string) => {
    await page.goto('/admin/members');
    const more = page.getByRole('row').filter({ hasText: name }).getByRole('button');
    if ((await more.count()) === 0) return [];
    await more.click();
    return page.getByRole('menuitem').allTextContents();
  };
  expect(await verbsOf(owner.name)).toEqual([]);
  expect(await verbsOf(editor.name)).toEqual(['Remove']);
  expect(await verbsOf(member.name)).toEqual(['Deactivate', 'Send a reset mail', 'Remove']);
  await page.goto('/admin/members');
  await page.getByRole('link', { name: editor.name }).click();
  // Down they may go, and not up.
  await expect(page.locator('#field-role option')).toHaveText(['Admin', 'Editor', 'Member']);
  await expect(page.getByLabel('May do everything')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Leave this site' })).toBeVisible();
});
