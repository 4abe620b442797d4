import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { openOwnerClient } from '../lib/db/owner-client';
import { httpGet } from './support/http-get';
import { lookAt } from './support/look-at';
import { makeSite } from './support/make-site';
import { signIn, signInByHttp } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

const root = { host: 'localhost', email: 'root@example.com' };

/** Titles in the inbox of somebody at a site. */
async function inboxOf(server: SharedServer, host: string, email: string): Promise<string[]> {
  const client = await signInByHttp(server, host, email);
  const { body } = await client.get('/api/v1/notifications');
  return JSON.parse(body).data.map(({ title }: { title: string }) => title);
}

async function makeGroup(page: Page, server: SharedServer, name: string): Promise<void> {
  await signIn(page, server, { ...root, path: '/admin/public-groups/new' });
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Description').fill('Who sail.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('a message to people of two sites reaches each in their own, once @phone', async ({
  page,
  server,
}) => {
  const [acme, globex] = [await makeSite(server, 0), await makeSite(server, 0)];
  // A member of both, who has been at their own site longest.
  const both = globex.people.owner;
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    insert into platform.memberships (tenant_id, user_id, joined_at)
    select ${acme.id}, id, now() + interval '1 minute' from platform.users where email = ${both}`;
  const lonely = `lonely-${randomBytes(4).toString('hex')}@example.com`;
  await sql`insert into platform.users (email, name) values (${lonely}, 'Lena Lonely')`;
  await sql.end({ timeout: 5 });
  const group = `Sailors ${randomBytes(4).toString('hex')}`;
  await makeGroup(page, server, group);
  await expect(page.getByText('there is nobody to write to')).toBeVisible();

  await page.getByRole('link', { name: 'Add or remove people' }).click();
  await page.getByLabel('Email', { exact: true }).fill('nobody@example.com');
  await page.getByRole('button', { name: 'Add to the group' }).click();
  await expect(page.getByText('Nobody has an account with this email.')).toBeVisible();
  for (const email of [acme.people.owner, lonely]) {
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByRole('button', { name: 'Add to the group' }).click();
    await expect(page.locator('.row-list').getByText(email)).toBeVisible();
  }
  await page.getByLabel('Name or email').fill(both);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await lookAt(page, 'public-group-members');
  await page.getByRole('button', { name: /^Add Owner Person/ }).click();
  await expect(page.getByText('3 people')).toBeVisible();

  await page.getByRole('link', { name: group }).click();
  const words =
    '2 people get it once each, in 2 sites: where they begin, else where they have been longest. 1 belongs to no site that serves, and gets nothing.';
  await expect(page.getByText(words)).toBeVisible();
  await page.getByRole('button', { name: 'Send to 2 people' }).click();
  await expect(page.getByText('Give it a title.')).toBeVisible();
  const title = `Regatta of ${group}`;
  await page.getByLabel('Title').fill(title);
  await page.getByRole('textbox', { name: 'Message' }).fill('On Sunday.\n\nBring a sail.');
  await lookAt(page, 'public-group');
  await page.getByRole('button', { name: 'Send to 2 people' }).click();
  await expect(page.getByRole('heading', { name: 'Sent lately' })).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('');

  await expect.poll(() => inboxOf(server, globex.host, both), { timeout: 20_000 }).toContain(title);
  await expect.poll(() => inboxOf(server, acme.host, acme.people.owner)).toContain(title);
  const everywhere = [
    ...(await inboxOf(server, globex.host, both)),
    ...(await inboxOf(server, acme.host, both)),
  ];
  expect(everywhere.filter((one) => one === title)).toHaveLength(1);
  await page.reload();
  await expect(page.getByText('To 2 of 3')).toBeVisible();
});

test('people are taken out, a group is renamed and deleted, and the log has both names', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 0);
  const group = `Anglers ${randomBytes(4).toString('hex')}`;
  await makeGroup(page, server, group);
  await page.getByRole('link', { name: 'Add or remove people' }).click();
  await page.getByLabel('Email', { exact: true }).fill(site.people.member);
  await page.getByRole('button', { name: 'Add to the group' }).click();
  await page.getByRole('button', { name: 'Remove Member Person' }).click();
  await expect(page.getByText('Nobody is in this group yet.')).toBeVisible();

  await page.getByRole('link', { name: group }).click();
  await page.getByLabel('Name', { exact: true }).fill(`${group} II`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: `${group} II` }).click();
  await page.getByRole('link', { name: 'Delete' }).click();
  await expect(page.getByText('0 people are in it.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete public group' }).click();
  await expect(page).toHaveURL(/\/admin\/public-groups\?done=deleted/);

  await page.goto(server.url('localhost', '/admin/audit?type=public-group.member-removed'));
  await page.locator('tbody tr', { hasText: group }).getByRole('link').click();
  await expect(page.locator('dl.facts')).toContainText(group);
  await expect(page.getByText('Member Person').first()).toBeVisible();
});

test('no tenant’s staff sees the groups, on either host', async ({ server }) => {
  for (const [host, email] of [
    ['acme.localhost', 'ada@example.com'],
    ['localhost', 'ada@example.com'],
  ] as const) {
    const client = await signInByHttp(server, host, email);
    expect((await client.get('/admin/public-groups')).status).toBe(404);
  }
  expect((await httpGet(server, 'localhost', '/admin/public-groups')).status).toBe(307);
});
