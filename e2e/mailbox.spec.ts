import { httpClient } from './support/http-client';
import { expectNoSidewaysScroll, lookAt } from './support/look-at';
import { startServer, type TestServer } from './support/server';
import { expect, test } from './support/test';

test('a deployment has no mailbox page, whoever asks and however', async ({ server }) => {
  const asked: [string, [string, string][]][] = [
    ['localhost', []],
    ['acme.localhost', []],
    ['localhost', [['X-Forwarded-For', '127.0.0.1']]],
    ['localhost', [['X-Forwarded-Host', 'localhost']]],
  ];
  for (const [host, headers] of asked) {
    for (const path of ['/mailbox', `/mailbox/${'0'.repeat(32)}`]) {
      const answer = await httpClient(server, host).get(path, headers);
      expect(answer.status, `${host} ${path} ${headers}`).toBe(404);
    }
  }
});

test.describe('on a developer’s machine, with the embedded database', () => {
  let own: TestServer;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    own = await startServer({ env: { TENANTRY_EMBEDDED_DATABASE: '1' } });
  });
  test.afterAll(() => own?.stop());

  test('mails can be read, and their links clicked @phone', async ({ page }) => {
    await page.goto(own.url('localhost', '/mailbox'));
    await page.goto(own.url('localhost', '/forgot'));
    await page.getByLabel('Email').fill('gus@example.com');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByText('Check your mail')).toBeVisible();
    const subject = page.getByRole('link', { name: 'Choose a new password' }).first();
    await expect(async () => {
      await page.goto(own.url('localhost', '/mailbox'));
      await expect(subject).toBeVisible({ timeout: 1000 });
    }).toPass();
    await lookAt(page, 'accounts-mailbox');
    await subject.click();
    const mail = page.frameLocator('iframe[title="The mail"]');
    await expect(mail.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
    // axe waits for an answer from every frame, and in this one no script runs.
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: 'test-results/states/accounts-mail.png', fullPage: true });
    await mail.getByRole('link', { name: 'Choose a password' }).click();
    await expect(page).toHaveURL(/\/reset\//);
    await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  });

  test('not through a proxy, not on a site, and no file but mails', async () => {
    const refused: [string, string, [string, string][]][] = [
      ['localhost', '/mailbox', [['Via', '1.1 proxy']]],
      ['localhost', '/mailbox', [['X-Real-IP', '203.0.113.9']]],
      ['localhost', '/mailbox', [['Forwarded', 'for=203.0.113.9']]],
      ['acme.localhost', '/mailbox', []],
      ['blog.acme.test', '/mailbox', []],
      ['localhost', '/mailbox/..%2f..%2fdebug.log', []],
      ['localhost', '/mailbox/debug.log', []],
    ];
    for (const [host, path, headers] of refused) {
      const answer = await httpClient(own, host).get(path, headers);
      expect(answer.status, `${host}${path} ${headers}`).toBe(404);
    }
    expect((await httpClient(own, 'localhost').get('/mailbox')).status).toBe(200);
  });
});
