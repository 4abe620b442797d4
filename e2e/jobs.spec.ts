import { openOwnerClient } from '../lib/db/owner-client';
import { expectAccessible } from './support/axe';
import { makeSite } from './support/make-site';
import { signIn, signInByHttp, withoutScripts } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

const root = { host: 'localhost', email: 'root@example.com' };

/** Dead letters of a kind that no handler knows: what is sent back fails again, and is kept. */
async function addDead(server: SharedServer, tenantId: string, kind: string, count: number) {
  const sql = openOwnerClient(server.ownerUrl);
  const rows = await sql`
    insert into platform.jobs (tenant_id, kind, attempts, dead_at, last_error, last_failure,
      progress_done, progress_total, progress_words)
    select ${tenantId}, ${kind}, 16, now(), 'connect ECONNREFUSED 10.0.0.7', 'The file is empty.', 3, 9, 'rows'
    from generate_series(1, ${count}::int) returning id::text`;
  await sql.end();
  return rows.map(({ id }) => id as string);
}

test('an owner sends dead letters back and discards them, each written down @phone', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 0);
  const other = await makeSite(server, 0);
  const kind = `import-${site.name.slice(5)}`;
  const [one, two, three] = await addDead(server, site.id, kind, 3);
  const [theirs] = await addDead(server, other.id, kind, 1);
  await signIn(page, server, {
    host: site.host,
    email: site.people.owner,
    path: '/admin/jobs?state=dead',
  });
  const rowOf = (name: string) =>
    page.locator('tbody tr').filter({ has: page.getByRole('link', { name, exact: true }) });
  const line = (id?: string) => rowOf(`Import ${kind.slice(7)} ${id}`);
  await expect(page.locator('tbody tr')).toHaveCount(3);
  await expect(line(one)).toContainText('Given up');
  await expect(page.getByText('ECONNREFUSED')).toHaveCount(0);
  await expectAccessible(page);

  await line(one).getByRole('checkbox').check();
  await line(two).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Retried 2 jobs.')).toBeVisible();
  await line(three).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Discard' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('is never done');
  await dialog.getByRole('button', { name: 'Discard 1 job' }).click();
  await expect(page.getByText('Discarded 1 job.')).toBeVisible();

  await page.goto(server.url(site.host, '/admin/audit?type=job.discarded,job.retried'));
  for (const id of [one, two, three]) await expect(rowOf(`${kind} ${id}`)).toHaveCount(1);
  const gone = await page.goto(server.url(site.host, `/admin/jobs/${theirs}`));
  expect(gone?.status()).toBe(404);
});

test('an editor is told of no jobs', async ({ server }) => {
  const site = await makeSite(server, 0);
  const client = await signInByHttp(server, site.host, site.people.editor);
  expect((await client.get('/admin/jobs')).status).toBe(404);
  expect((await client.get('/admin')).body).not.toContain('/admin/jobs');
});

test('the console sees all of them, with what its operators need, and works without scripts', async ({
  server,
  browser,
}) => {
  const site = await makeSite(server, 0);
  const kind = `export-${site.name.slice(5)}`;
  const [id] = await addDead(server, site.id, kind, 1);
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, server, { ...root, path: `/admin/jobs?q=${kind}` });
  await expect(page.locator('tbody tr')).toContainText('ECONNREFUSED');
  await expect(page.locator('tbody tr')).toContainText(site.name);
  await expect(page.locator('tbody tr')).toContainText('3 of 9 rows');
  await page.locator('tbody').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.locator('.notice')).toHaveText('Retried 1 job.');
  await page.goto(server.url('localhost', `/admin/audit?tenant=${site.id}`));
  await expect(page.getByText(`${kind} ${id}`).first()).toBeVisible();
  await context.close();
});
