import type { Sql } from 'postgres';

/** A tenant of a test, with one author to write under. */
export interface MadeTenant {
  id: string;
  slug: string;
  authorId: string;
}

/**
 * Makes a tenant with nothing in it but an author.
 *
 * @param owner - made by openOwnerClient.
 */
export async function makeTenant(owner: Sql, slug: string): Promise<MadeTenant> {
  const [person] = await owner`
    insert into platform.users (email, name) values (${`${slug}@example.com`}, ${slug})
    returning id`;
  const [tenant] = await owner`
    insert into platform.tenants (slug, name, owner_id)
    values (${slug}, ${slug.toUpperCase()}, ${person?.id}) returning id`;
  const [author] = await owner`
    insert into authors (tenant_id, slug, name) values (${tenant?.id}, 'writer', ${slug})
    returning id`;
  return { id: tenant?.id, slug, authorId: author?.id };
}
