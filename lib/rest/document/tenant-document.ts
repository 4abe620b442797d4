import { and, desc, eq, isNull } from 'drizzle-orm';
import { posts, postTags } from '../../db/schema/tenant';
import type { TenantContext } from '../../tenancy/tenant';
import { type TenantExamples, tenantOperationList } from '../tenant-api';
import { openapiDocument } from './openapi-document';

/**
 * The document of a tenant's API, as JSON. Its examples name a post that is public there, its author
 * and one of its tags, so that they work as they stand.
 */
export async function tenantDocument(ctx: TenantContext): Promise<string> {
  const examples = await readExamples(ctx);
  const { name, basePath } = ctx.tenant;
  const values = { ...examples, name, basePath };
  return Object.entries(values).reduce(
    (text, [key, value]) => text.replaceAll(mark(key), JSON.stringify(value).slice(1, -1)),
    template(examples),
  );
}

// Writing the document takes longer than most answers and differs in these few words only.
const templates = new Map<string, string>();

function template(examples: TenantExamples): string {
  const marks = Object.fromEntries(Object.keys(examples).map((key) => [key, mark(key)]));
  const kind = Object.keys(marks).join();
  const known = templates.get(kind);
  if (known) return known;
  const name = mark('name');
  const document = openapiDocument(tenantOperationList(marks), {
    title: `${name} API`,
    basePath: mark('basePath'),
    apiKeys: true,
    description: `What programs can ask of ${name}. Send an API key, or an access token from POST /token, with everything that is not public. Keys and tokens are good on this tenant’s hosts only.`,
  });
  const text = JSON.stringify(document);
  templates.set(kind, text);
  return text;
}

/** Stands in the template for what is the tenant's own. */
function mark(key: string): string {
  return `{{${key}}}`;
}

async function readExamples(ctx: TenantContext): Promise<TenantExamples> {
  const [row] = await ctx.db.read((tx) =>
    tx
      .select({ postId: posts.id, authorId: posts.authorId, tagId: postTags.tagId })
      .from(posts)
      .leftJoin(postTags, eq(postTags.postId, posts.id))
      .where(and(eq(posts.status, 'published'), isNull(posts.deletedAt)))
      .orderBy(desc(posts.publishedAt), desc(posts.id))
      .limit(1),
  );
  if (!row) return {};
  const { postId, authorId, tagId } = row;
  return { postId, authorId, ...(tagId && { tagId }) };
}
