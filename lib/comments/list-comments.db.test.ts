import { expect } from 'vitest';
import type { MemberContext } from '../auth/viewer';
import { posts } from '../db/schema/tenant';
import { tenantTest } from '../testing/tenant-test/tenant-test';
import { listPublicComments } from './list-public-comments';

const test = tenantTest();

/** A member where comments are on. */
const where = <C extends MemberContext>(ctx: C): C => ({
  ...ctx,
  tenant: { ...ctx.tenant, settings: { ...ctx.tenant.settings, comments: 'held' } },
});
async function postOf({ db }: MemberContext, status = 'published'): Promise<string> {
  const rows = await db.read((tx) => tx.select({ id: posts.id, status: posts.status }).from(posts));
  return rows.find((row) => row.status === status)?.id ?? '';
}

test('many comments come in pages, each once', async ({ asMember, asOwner, world }) => {
  const post = await postOf(asOwner);
  const { id: tenantId } = asOwner.tenant;
  await world.owner`
    insert into comments (tenant_id, post_id, user_id, author_name, body, status)
    select ${tenantId}, ${post}, ${asOwner.viewer.userId}, 'Ann', 'Comment ' || n, 'approved'
    from generate_series(1, 95) n`;
  const seen = (await pagesOf(where(asMember), post)).flat();
  expect(new Set(seen).size).toBe(95);
  expect(seen).toHaveLength(95);
});

test('threads of very many replies are cut off nowhere but between two', async ({
  asMember,
  asOwner,
  world,
}) => {
  const post = await postOf(asOwner);
  await world.owner`
    with threads as (
      insert into comments (tenant_id, post_id, user_id, author_name, body, status, created_at)
      select ${asOwner.tenant.id}, ${post}, ${asOwner.viewer.userId}, 'Ann', 'Thread ' || n,
        'approved', now() + n * interval '1 minute'
      from generate_series(1, 3) n returning *)
    insert into comments (tenant_id, post_id, parent_id, user_id, author_name, body, status)
    select tenant_id, post_id, id, user_id, 'Ben', 'Reply ' || n, 'approved'
    from threads, generate_series(1, case body when 'Thread 3' then 5 else 600 end) n`;
  const pages = await pagesOf(where(asMember), post);
  expect(pages.map(({ length }) => length)).toEqual([601, 607]);
  expect(new Set(pages.flat()).size).toBe(1208);
});

async function pagesOf(ctx: MemberContext, post: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | null = null; ; ) {
    const page = await listPublicComments(ctx, post, after);
    pages.push(page.comments.map(({ id }) => id));
    if (!page.next) return pages;
    after = page.next;
  }
}
