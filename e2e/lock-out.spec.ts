import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOwnerClient } from '../lib/db/owner-client';
import { httpClient } from './support/http-client';
import { lookAt } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { fillSignIn, signIn, signInByForm } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';
import { expectAlert } from './support/two-factor';

async function lockOut(server: SharedServer, host: string, email: string): Promise<void> {
  const client = httpClient(server, host);
  const { csrfToken } = JSON.parse((await client.get('/api/auth/csrf')).body);
  for (let n = 0; n < 11; n += 1) {
    const form = { email, password: 'wrong', csrfToken, json: 'true' };
    const { status } = await client.post('/api/auth/callback/credentials', form);
    expect(status, `attempt ${n}`).toBe(n < 10 ? 401 : 429);
  }
}

async function memberPath(server: SharedServer, { id, people }: MadeSite): Promise<string> {
  const sql = openOwnerClient(server.ownerUrl);
  const [row] = await sql`
    select id from platform.memberships where tenant_id = ${id} and email = ${people.member}`;
  await sql.end();
  return `/admin/members/${row?.id}`;
}

function mailsTo(server: SharedServer, address: string): string[] {
  const folder = join(server.dataDir, 'mail');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((mail) => mail.includes(address))
    .map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1] ?? '');
}

test('an owner sees a lock-out and lifts it, a known browser is not concerned @phone', async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const site = await makeSite(server, 1);
  const { member, owner, editor } = site.people;
  const known = await browser.newContext();
  const theirs = await known.newPage();
  await signIn(theirs, server, { host: site.host, email: member });
  await lockOut(server, site.host, member);

  await theirs.goto(server.url(site.host, '/logout'));
  await theirs.getByRole('button', { name: 'Sign out' }).click();
  await signInByForm(theirs, server, { host: site.host, email: member, path: '/account' });
  await known.close();

  const fresh = await browser.newContext();
  const stranger = await fresh.newPage();
  await stranger.goto(server.url(site.host, '/login'));
  await fillSignIn(stranger, member);
  await expectAlert(stranger, /Try again in 1\d minutes/);

  const path = await memberPath(server, site);
  await signIn(page, server, { host: site.host, email: owner, path });
  await expect(page.getByText('Locked out until')).toBeVisible();
  await lookAt(page, 'member-locked-out');

  const looking = await browser.newContext();
  const editors = await looking.newPage();
  await signIn(editors, server, { host: site.host, email: editor, path });
  await expect(editors.getByText('Locked out until')).toBeVisible();
  await expect(editors.getByRole('button', { name: 'Let them sign in' })).toHaveCount(0);
  await looking.close();

  await page.getByRole('button', { name: 'Let them sign in' }).click();
  await expect(page.getByText('They can sign in again')).toBeVisible();
  await expect(page.getByText('Locked out until')).toHaveCount(0);
  await fillSignIn(stranger, member);
  await expect(stranger).toHaveURL(server.url(site.host, '/'));
  await fresh.close();

  await expect
    .poll(() => mailsTo(server, member), { timeout: 20_000 })
    .toEqual(
      expect.arrayContaining(['Somebody tried to sign in as you', 'New sign-in to your account']),
    );
});

test('an unknown email is locked like a known one', async ({ server }) => {
  await lockOut(server, 'localhost', `nobody-${Date.now()}@example.com`);
});
