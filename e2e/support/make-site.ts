import { randomBytes } from 'node:crypto';
import { openOwnerClient } from '../../lib/db/owner-client';
import type { SharedServer } from './test';

/** A tenant of one spec: what is done to it disturbs no other. */
export interface MadeSite {
  id: string;
  host: string;
  name: string;
  /** Emails by role; the password is that of the demo. */
  people: { owner: string; editor: string; member: string };
  /** Ids of its posts, newest first. */
  posts: string[];
  /** Ids of its author and its tag. */
  author: string;
  tag: string;
}

/**
 * Makes a tenant with an owner, an editor and a member, an author, a tag and posts: "Post 1",
 * "Post 2" and so on. The odd ones are published, the even ones drafts.
 */
export async function makeSite(server: SharedServer, postCount: number): Promise<MadeSite> {
  const slug = `site-${randomBytes(4).toString('hex')}`;
  const name = `Site ${slug.slice(5)}`;
  const emailOf = (role: string) => `${role}@${slug}.example.com`;
  const sql = openOwnerClient(server.ownerUrl);
  try {
    return await sql.begin(async (tx) => {
      const people = await tx`
        insert into platform.users (email, name, password_hash, email_verified_at)
        select role || ${`@${slug}.example.com`}, initcap(role) || ' Person',
          (select password_hash from platform.users where email = 'ada@example.com'), now()
        from unnest(array['owner', 'editor', 'member']) role returning id, email`;
      const idOf = (role: string) => people.find(({ email }) => email === emailOf(role))?.id;
      const [tenant] = await tx`
        insert into platform.tenants (slug, name, owner_id)
        values (${slug}, ${name}, ${idOf('owner')}) returning id`;
      for (const role of ['owner', 'editor', 'member']) {
        await tx`
          insert into platform.memberships (tenant_id, user_id, role, is_staff)
          values (${tenant?.id}, ${idOf(role)}, ${role}, ${role !== 'member'})`;
      }
      const [author] = await tx`
        insert into authors (tenant_id, slug, name) values (${tenant?.id}, 'writer', 'Wilma Writer')
        returning id`;
      const [tag] = await tx`
        insert into tags (tenant_id, slug, name) values (${tenant?.id}, 'news', 'News') returning id`;
      const posts = await tx`
        insert into posts (tenant_id, slug, title, body, author_id, status, published_at, updated_at)
        select ${tenant?.id}, 'post-' || n, 'Post ' || n, 'Text of post ' || n, ${author?.id},
          case when n % 2 = 1 then 'published' else 'draft' end,
          case when n % 2 = 1 then now() - n * interval '1 day' end, now() - n * interval '1 hour'
        from generate_series(1, ${postCount}::int) n returning id, slug`;
      await tx`
        insert into platform.events (tenant_id, type, subject_id, payload, cache_tags)
        values (${tenant?.id}, 'tenant.created', ${tenant?.id}, ${tx.json({ label: name, slug })},
          ${[`t:${tenant?.id}`, `host:${slug}`]})`;
      return {
        ...{ id: tenant?.id, host: `${slug}.localhost`, name },
        people: { owner: emailOf('owner'), editor: emailOf('editor'), member: emailOf('member') },
        ...{ posts: posts.map(({ id }) => id), author: author?.id, tag: tag?.id },
      };
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
