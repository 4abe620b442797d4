import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { openOwnerClient } from '../lib/db/owner-client';
import type { FakeEngine } from '../lib/testing/search/fake-engine';
import { lookAt } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { startServer, type TestServer } from './support/server';
import { signIn, withoutScripts } from './support/sign-in';
import { startSilentElasticsearch } from './support/silent-elasticsearch';
import { expect, type SharedServer, test } from './support/test';

const path = '/admin/search';

test.describe('where PostgreSQL searches', () => {
  let site: MadeSite;
  test.beforeAll(async ({ server }) => {
    site = await makeSite(server, 6);
  });
  const open = (page: Page, server: SharedServer, email = site.people.owner) =>
    signIn(page, server, { host: site.host, email, path });
  const found = (page: Page) => page.locator('.search-found');

  test('@phone the index needs no care, and a search can be tried', async ({ page, server }) => {
    await open(page, server);
    await expect(page.getByText('Always in step')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Build anew' })).toHaveCount(0);
    await lookAt(page, 'search-postgres');
    await page.getByLabel('What readers type').fill('Post 3');
    await page.getByRole('button', { name: 'Search', exact: true }).last().click();
    await expect(found(page).getByRole('link', { name: 'Post 3' })).toBeVisible();
    await expect(page.getByText('found by PostgreSQL')).toBeVisible();
    await lookAt(page, 'search-tried');
    await page.getByLabel('What readers type').fill('nothing like it');
    await page.getByLabel('What readers type').press('Enter');
    await expect(
      page.getByRole('heading', { name: 'Readers find nothing for “nothing like it”' }),
    ).toBeVisible();
    await lookAt(page, 'search-tried-in-vain');
  });

  test('the navigation leads there; drafts are not found; a hit leads to the post', async ({
    page,
    server,
  }) => {
    await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin' });
    await page.getByRole('navigation').getByRole('link', { name: 'Search', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible();
    await page.goto(server.url(site.host, `${path}?q=${encodeURIComponent('"post 2"')}`));
    await expect(page.getByText('Readers find nothing')).toBeVisible();
    await page.goto(server.url(site.host, `${path}?q=post+1`));
    await found(page).getByRole('link', { name: 'Post 1' }).click();
    await page.waitForURL(server.url(site.host, '/blog/post-1'));
  });

  test('works without scripts, and for nobody who may not see settings', async ({
    browser,
    server,
  }) => {
    const context = await withoutScripts(browser);
    const page = await context.newPage();
    await open(page, server);
    await page.getByLabel('What readers type').fill('<b>"\'&');
    await page.getByLabel('What readers type').press('Enter');
    await expect(page.getByText('Readers find nothing')).toBeVisible();
    await page.getByLabel('What readers type').fill('post 5');
    await page.getByLabel('What readers type').press('Enter');
    await expect(found(page).getByRole('link', { name: 'Post 5' })).toBeVisible();
    await context.clearCookies();
    const { host, people } = site;
    await signIn(page, server, { host, email: people.editor, path: '/admin' });
    expect((await page.goto(server.url(host, path)))?.status()).toBe(404);
    await context.close();
  });
});

test.describe('where Elasticsearch searches', () => {
  test.setTimeout(240_000);
  let engine: FakeEngine;
  let own: TestServer;
  let sql: Sql;
  let site: MadeSite;
  test.beforeAll(async () => {
    engine = await startSilentElasticsearch(5);
    // Nobody works at what is asked for: every state stays to be looked at.
    own = await startServer({ env: { ELASTICSEARCH_URL: engine.url, WORKER: 'off' } });
    sql = openOwnerClient(own.database.ownerUrl);
    site = await makeSite({ ...own, ...own.database } as unknown as SharedServer, 6);
  });
  test.afterAll(async () => {
    await sql?.end();
    await own?.stop();
    await engine?.close();
  });

  const look = async (page: Page, name: string) => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await lookAt(page, name);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  const set = async (state: Record<string, unknown>) => {
    await sql`update platform.search_indexes set ${sql(state)} where tenant_id = ${site.id}`;
  };

  test('every state is shown in words, and people can act on it', async ({ page }) => {
    await signIn(page, own, { host: site.host, email: site.people.owner, path });
    await expect(page.getByText('No index yet')).toBeVisible();
    await look(page, 'search-no-index');

    await sql`
      insert into platform.search_indexes
        (tenant_id, placement, live_index, built_at, checked_at, drift)
      values (${site.id}, 'shared', 'x', now() - interval '3 days', now() - interval '8 hours', 2)`;
    const [refused] = site.posts;
    await sql`
      insert into platform.search_entries (tenant_id, post_id, version, dead_at, last_error)
      values (${site.id}, ${refused ?? ''}, 1, now() - interval '2 hours',
        'document_parsing_exception: failed to parse field [published_at] of type [date]')`;
    await page.reload();
    await expect(page.getByText('Ready since')).toBeVisible();
    await expect(page.getByText('The index differs from the posts')).toBeVisible();
    await expect(page.getByText('2 differences')).toBeVisible();
    await expect(page.getByText('cannot read its publication date')).toBeVisible();
    await look(page, 'search-ready');

    await page.getByRole('button', { name: 'Compare now' }).click();
    await expect(page.getByText('Not done. The search engine has too much to do')).toBeVisible();
    await page.getByRole('button', { name: 'Try again with Post 1' }).click();
    await expect(page.getByRole('heading', { name: 'Refused posts' })).toHaveCount(0);
    await expect(page.getByText('Sent again within half a minute')).toBeVisible();
    await page.getByRole('button', { name: 'Build anew' }).click();
    await expect(page.getByText('A new index has been asked for.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Build anew' })).toHaveCount(0);
    const jobs = await sql`
      select kind, lane from platform.jobs where tenant_id = ${site.id} and kind like 'search%'`;
    expect(jobs).toEqual([{ kind: 'search.build', lane: 'search' }]);

    await set({ next_index: 'y', next_placement: 'shared' });
    // Without a word from anybody.
    await expect(page.getByText('Being built')).toBeVisible();
    await expect(page.getByRole('progressbar', { name: /Sent to the new index/ })).toBeVisible();
    await look(page, 'search-building');

    await sql`delete from platform.jobs where tenant_id = ${site.id}`;
    await set({ next_index: null, fault: 'The search engine has no room for another index.' });
    await page.reload();
    await expect(page.getByText('The last attempt to make an index failed')).toBeVisible();
    await look(page, 'search-fault');

    await engine.close();
    await page.reload();
    await expect(page.getByText('PostgreSQL answers for now')).toBeVisible();
    await page.goto(own.url(site.host, `${path}?q=post`));
    await expect(page.getByText('PostgreSQL answered, since Elasticsearch did not.')).toBeVisible();
    await look(page, 'search-away');
  });
});
