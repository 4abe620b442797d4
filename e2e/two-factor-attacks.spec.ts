import { openOwnerClient } from '../lib/db/owner-client';
import { demoPassword } from '../lib/demo/demo-people';
import { httpClient } from './support/http-client';
import { makeSite } from './support/make-site';
import { fillSignIn, whoIs } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';
import { appCode, enterCode, expectAlert, turnOn } from './support/two-factor';

async function atNextAuth(server: SharedServer, host: string, form: Record<string, string>) {
  const client = httpClient(server, host);
  const { csrfToken } = JSON.parse((await client.get('/api/auth/csrf')).body);
  const sent = { password: demoPassword, csrfToken, json: 'true', ...form };
  const answer = await client.post('/api/auth/callback/credentials', sent);
  return { answer, who: await whoIs(client) };
}

test('next-auth’s endpoint and the API are no way around the code', async ({ page, server }) => {
  const site = await makeSite(server, 1);
  const email = site.people.owner;
  const { secret, codes } = await turnOn(page, server, email);
  for (const host of ['localhost', site.host]) {
    const { answer, who } = await atNextAuth(server, host, { email });
    expect(who, host).toBeNull();
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body).url).toContain('error=CodeRequired');
    expect((await atNextAuth(server, host, { email, code: '000000' })).who).toBeNull();
  }
  const wrong = await atNextAuth(server, site.host, {
    email,
    password: 'wrong',
    code: appCode(secret),
  });
  expect(JSON.parse(wrong.answer.body).url, 'a wrong password is told nothing').toContain(
    'CredentialsSignin',
  );
  expect((await atNextAuth(server, site.host, { email, code: codes[0] ?? '' })).who).toBe(email);
  expect((await atNextAuth(server, site.host, { email, code: codes[0] ?? '' })).who).toBeNull();

  const ask = async (body: object) => {
    const client = httpClient(server, site.host);
    const type: [string, string][] = [['Content-Type', 'application/json']];
    const answer = await client.post('/api/v1/token', JSON.stringify(body), type);
    return { status: answer.status, body: JSON.parse(answer.body) };
  };
  const without = await ask({ email, password: demoPassword });
  expect(without.status).toBe(401);
  expect(without.body.errors).toEqual([{ path: 'code', message: 'two_factor_required' }]);
  const guess = await ask({ email, password: 'wrong' });
  expect(guess.status).toBe(401);
  expect(guess.body.errors, 'not before the password is right').toBeUndefined();
  const code = appCode(secret);
  expect((await ask({ email, password: demoPassword, code })).body).toHaveProperty('access');
  expect((await ask({ email, password: demoPassword, code })).status, 'a replay').toBe(422);
});

test('a pending sign-in is good on its own host, once, and with the password it was begun with', async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(90_000);
  const site = await makeSite(server, 1);
  const other = await makeSite(server, 1);
  const email = site.people.member;
  const { secret, codes } = await turnOn(page, server, email);
  const context = await browser.newContext();
  const mine = await context.newPage();
  const begin = async () => {
    await mine.goto(server.url(site.host, '/login'));
    await fillSignIn(mine, email);
    await expect(mine).toHaveURL(server.url(site.host, '/login/code'));
    const all = await context.cookies(server.url(site.host));
    return all.find(({ name }) => name.endsWith('.pending'));
  };
  const copy = await begin();
  if (!copy) throw new Error('no cookie waits for a code');
  for (const host of [other.host, 'localhost']) {
    const thief = httpClient(server, host);
    thief.cookies.set(copy.name, copy.value);
    const answer = await thief.get('/login/code');
    expect(answer.status, host).toBe(307);
    expect(answer.headers.location).toContain('/login?over=late');
  }
  await enterCode(mine, appCode(secret));
  await expect(mine).toHaveURL(server.url(site.host, '/'));

  // The copy, with a code that is good: the sign-in was finished already.
  const thief = await browser.newContext();
  await thief.addCookies([copy]);
  const theirs = await thief.newPage();
  await theirs.goto(server.url(site.host, '/login/code?with=recovery'));
  await enterCode(theirs, codes[2] ?? '');
  await expect(theirs).toHaveURL(/\/login\?over=late/);
  await expect(theirs.locator('main')).toContainText('Start again');
  await thief.close();

  await context.clearCookies();
  await begin();
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    update platform.users set password_hash = password_hash || 'x' where email = ${email}`;
  await sql.end();
  await mine.goto(server.url(site.host, '/login/code?with=recovery'));
  await enterCode(mine, codes[3] ?? '');
  await expect(mine, 'the password was changed meanwhile').toHaveURL(/\/login\?over=late/);
  await context.close();
});

test('five wrong codes end a sign-in, and the account’s codes for a while', async ({
  page,
  browser,
  server,
}) => {
  const site = await makeSite(server, 1);
  const { secret } = await turnOn(page, server, site.people.editor);
  const context = await browser.newContext();
  const guesser = await context.newPage();
  await guesser.goto(server.url(site.host, '/login'));
  await fillSignIn(guesser, site.people.editor);
  for (let n = 0; n < 5; n += 1) {
    await enterCode(guesser, `00000${n}`);
    await expectAlert(guesser, /not right/);
  }
  await enterCode(guesser, appCode(secret));
  await expect(guesser).toHaveURL(/\/login\?over=tries/);
  await fillSignIn(guesser, site.people.editor);
  await enterCode(guesser, appCode(secret));
  await expectAlert(guesser, /Try again in 1\d minutes/);
  await context.close();
});

test('nobody gets at the pages of a sign-in that never began', async ({ server }) => {
  for (const host of ['localhost', 'acme.localhost']) {
    const client = httpClient(server, host);
    for (const value of ['', 'x', 'A'.repeat(3000)]) {
      const names = ['tenantry.pending', '__Host-tenantry.pending'];
      const cookies = names.map((name): [string, string] => ['Cookie', `${name}=${value}`]);
      const answer = await client.get('/login/code', cookies);
      expect(answer.status).toBe(307);
    }
  }
});
