import { eq } from 'drizzle-orm';
import { postsResource } from '../../lib/admin/resources/posts';
import { appClient } from '../../lib/db/client';
import { posts } from '../../lib/db/schema/tenant';
import { asSystem } from '../../lib/resources/as-system';
import { updateRecord } from '../../lib/resources/update-record';
import { findTenantId } from '../../lib/tenancy/find-tenant-id';
import { getTenant } from '../../lib/tenancy/get-tenant';
import { tenantContext } from '../../lib/tenancy/tenant-context';

// change-post <tenant> <slug> <value> [field]: what the admin does, from a script. The title unless told.
const [tenantSlug = '', slug = '', value = '', field = 'title'] = process.argv.slice(2);
const id = await findTenantId({ kind: 'slug', slug: tenantSlug });
if (!id) throw new Error(`There is no tenant ${tenantSlug}.`);
const ctx = tenantContext(await getTenant(id));
const [post] = await ctx.db.read((tx) =>
  tx.select({ id: posts.id }).from(posts).where(eq(posts.slug, slug)),
);
if (!post) throw new Error(`There is no post ${slug}.`);
await updateRecord(asSystem(ctx), postsResource, post.id, null, { [field]: value });
await appClient().end();
