import { isNull } from 'drizzle-orm';
import { readingMinutes } from '../blog/post-rules';
import type { AppClient } from '../db/client';
import { authors, posts, postTags, tags } from '../db/schema/tenant';
import { scopedDb } from '../db/scoped-db';
import type { ScopedTx } from '../db/scoped-tx';
import { recordEvent } from '../events/record-event';
import { postsTag } from '../tenancy/cache-tags';
import { demoPeople } from './demo-people';
import { type DemoPost, readDemoPosts } from './read-demo-posts';

interface Seed {
  tenantId: string;
  slug: string;
  /** E-mail to user id. */
  people: Map<string, string>;
}

/**
 * Writes the posts of one demo tenant that it does not have yet.
 *
 * @returns how many posts the demo has for the tenant.
 */
export async function seedDemoPosts(app: AppClient, seed: Seed): Promise<number> {
  const contents = readDemoPosts(seed.slug);
  await scopedDb(seed.tenantId, undefined, app).write(async (tx) => {
    const authorIds = await seedAuthors(tx, contents, seed.people);
    const tagIds = await seedTags(tx, contents);
    for (const post of contents) {
      await seedPost(
        tx,
        post,
        authorIds.get(post.author) ?? '',
        post.tags.map((tag) => tagIds.get(tag) ?? ''),
      );
    }
    await recordEvent(
      tx,
      {},
      {
        type: 'post.created',
        payload: { resource: 'posts', label: `${contents.length} posts of the demo` },
        cacheTags: [postsTag(seed.tenantId)],
      },
    );
  });
  return contents.length;
}

async function seedAuthors(tx: ScopedTx, contents: DemoPost[], people: Map<string, string>) {
  const ids = new Map<string, string>();
  for (const name of new Set(contents.map((post) => post.author))) {
    const email = demoPeople.find((person) => person.name === name)?.email ?? '';
    const [row] = await tx
      .insert(authors)
      .values({ slug: slugOf(name), name, userId: people.get(email) ?? null })
      .onConflictDoUpdate({
        target: [authors.tenantId, authors.slug],
        targetWhere: isNull(authors.deletedAt),
        set: { name },
      })
      .returning({ id: authors.id });
    if (row) ids.set(name, row.id);
  }
  return ids;
}

async function seedTags(tx: ScopedTx, contents: DemoPost[]) {
  const ids = new Map<string, string>();
  for (const name of new Set(contents.flatMap((post) => post.tags))) {
    const [row] = await tx
      .insert(tags)
      .values({ slug: slugOf(name), name })
      .onConflictDoUpdate({
        target: [tags.tenantId, tags.slug],
        targetWhere: isNull(tags.deletedAt),
        set: { name },
      })
      .returning({ id: tags.id });
    if (row) ids.set(name, row.id);
  }
  return ids;
}

async function seedPost(tx: ScopedTx, post: DemoPost, authorId: string, tagIds: string[]) {
  const { slug, title, description, body, status, publishedAt } = post;
  const [row] = await tx
    .insert(posts)
    .values({
      slug,
      title,
      description,
      body,
      status,
      publishedAt,
      authorId,
      readingMinutes: readingMinutes(body),
    })
    .onConflictDoNothing({ target: [posts.tenantId, posts.slug], where: isNull(posts.deletedAt) })
    .returning({ id: posts.id });
  if (!row || tagIds.length === 0) return;
  await tx.insert(postTags).values(tagIds.map((tagId) => ({ postId: row.id, tagId })));
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
