import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sealAudit } from '../../audit/seal-audit';
import { shownAuditLog } from '../../audit/shown-audit-log';
import { tenants } from '../../db/schema/platform';
import { authors, comments, media, posts } from '../../db/schema/tenant';
import { defineJob } from '../../jobs/define-job';
import { PermanentFailure } from '../../jobs/handler';
import { mediaAddress } from '../../media/media-address';
import type { TenantContext } from '../../tenancy/tenant';

const postsAtOnce = 50;
const actsAtOnce = 1000;

/**
 * Writes what a tenant has of one of its people who asked for a copy: what they wrote, and what they
 * did. It runs as that tenant, which is told who it is only while they belong to it, and holds nothing
 * of anybody else. It may begin anew: pieces are replaced.
 */
export const exportFromTenant = defineJob({
  kind: 'person.export',
  schema: z.object({ exportId: z.uuid() }),
  whileSuspended: true,
  timeLimitSeconds: 3600,
  run: async (ctx, { exportId }, job) => {
    const userId = await findPerson(ctx, exportId);
    if (!userId) throw gone();
    if (!(await sealAudit(ctx.tenant.id))) throw new Error('The audit log cannot be completed.');
    const { slug: site, name: siteName } = ctx.tenant;
    let seq = 0;
    for await (const piece of piecesOf(ctx, userId)) {
      job.signal.throwIfAborted();
      await putPiece(ctx, { exportId, seq, isLast: false, content: { ...piece, site } });
      seq += 1;
      await job.progress(seq, undefined, 'pieces');
    }
    await putPiece(ctx, { exportId, seq, isLast: true, content: { part: 'site', site, siteName } });
  },
});

async function* piecesOf(ctx: TenantContext, userId: string) {
  for await (const posts of pagesOf((after) => listPosts(ctx, userId, after), postsAtOnce)) {
    yield { part: 'posts', posts };
  }
  for await (const comments of pagesOf((after) => listOwnComments(ctx, userId, after))) {
    yield { part: 'comments', comments };
  }
  for await (const rows of pagesOf((after) => listPictures(ctx, userId, after))) {
    const pictures = rows.map((row) => ({ ...row, address: mediaAddress(row) }));
    yield { part: 'pictures', pictures };
  }
  for (let after = 0; ; ) {
    const rows = await listActs(ctx, userId, after);
    if (rows.length > 0) yield { part: 'acts', acts: rows.map(({ seq: _, ...act }) => act) };
    after = rows.at(-1)?.seq ?? 0;
    if (rows.length < actsAtOnce) break;
  }
}

async function* pagesOf<R extends { id: string }>(
  list: (after: string | null) => Promise<R[]>,
  most = actsAtOnce,
) {
  for (let after: string | null = null; ; ) {
    const rows = await list(after);
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < most) return;
  }
}

/** By the profile they have there, those in the trash too. */
function listPosts({ db }: TenantContext, userId: string, after: string | null) {
  return db.read((tx) => {
    const own = tx.select({ id: authors.id }).from(authors).where(eq(authors.userId, userId));
    return tx
      .select({
        id: posts.id,
        slug: posts.slug,
        title: posts.title,
        description: posts.description,
        body: posts.body,
        status: posts.status,
        publishedAt: posts.publishedAt,
        createdAt: posts.createdAt,
        updatedAt: posts.updatedAt,
      })
      .from(posts)
      .where(and(inArray(posts.authorId, own), after ? gt(posts.id, after) : undefined))
      .orderBy(asc(posts.id))
      .limit(postsAtOnce);
  });
}

/** What they said about posts, whatever became of it. */
function listOwnComments({ db }: TenantContext, userId: string, after: string | null) {
  const { id, postId, body, status, createdAt } = comments;
  return db.read((tx) =>
    tx
      .select({ id, postId, body, status, createdAt })
      .from(comments)
      .where(and(eq(comments.userId, userId), after ? gt(id, after) : undefined))
      .orderBy(asc(id))
      .limit(actsAtOnce),
  );
}

/** What they uploaded; the files are the site's, at these addresses. */
function listPictures({ db }: TenantContext, userId: string, after: string | null) {
  const { id, fileName, alt, contentType, bytes, createdAt, createdBy } = media;
  return db.read((tx) =>
    tx
      .select({ id, fileName, alt, contentType, bytes, createdAt })
      .from(media)
      .where(and(eq(createdBy, userId), after ? gt(id, after) : undefined))
      .orderBy(asc(id))
      .limit(actsAtOnce),
  );
}

/** What and when, and no names: the record may be somebody else. */
function listActs({ db }: TenantContext, userId: string, after: number) {
  return db.read((tx) =>
    tx
      .select({
        seq: shownAuditLog.seq,
        at: shownAuditLog.createdAt,
        what: shownAuditLog.type,
        kind: shownAuditLog.resource,
        record: shownAuditLog.subjectId,
      })
      .from(shownAuditLog)
      .where(and(eq(shownAuditLog.actorId, userId), gt(shownAuditLog.seq, after)))
      .orderBy(asc(shownAuditLog.seq))
      .limit(actsAtOnce),
  );
}

async function findPerson({ db }: TenantContext, exportId: string): Promise<string | null> {
  const id = sql<string | null>`platform.find_export_person(${exportId}::uuid)`;
  const [row] = await db.read((tx) => tx.select({ id }).from(tenants));
  return row?.id ?? null;
}

interface Piece {
  exportId: string;
  seq: number;
  isLast: boolean;
  content: Record<string, unknown>;
}

async function putPiece({ db }: TenantContext, { exportId, seq, isLast, content }: Piece) {
  const done = sql<boolean>`platform.put_export_piece(${exportId}::uuid, ${seq}::int,
    ${isLast}::boolean, ${JSON.stringify(content)}::text::jsonb)`;
  const [row] = await db.write((tx) => tx.select({ done }).from(tenants));
  if (!row?.done) throw gone();
}

function gone(): PermanentFailure {
  return new PermanentFailure('They left, or nobody asks for it any more.');
}
