import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm';
import { memberships, tenants } from '../../db/schema/platform';
import {
  notificationPreferences,
  notificationReceipts,
  notifications,
} from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { enqueueJob } from '../../jobs/enqueue-job';
import type { TenantContext } from '../../tenancy/tenant';
import type { KeptAudience } from '../audience';
import { mailNotification } from '../mail/mail-job';
import { wishColumns } from '../wishes';
import { audienceCondition } from './audience-condition';

/** Where a notification is after a batch. */
export interface BatchOutcome {
  isOver: boolean;
  recipients: number;
  expected: number;
}

type Row = typeof notifications.$inferSelect;

/**
 * Gives the next people of a notification their receipts, in one transaction that also says how far
 * it is. Whoever runs beside it waits and goes on behind it, and a person has one receipt at most,
 * whatever is repeated (S1.5). Members are those of this moment.
 */
export function sendBatch(
  { db, tenant }: TenantContext,
  id: string,
  size: number,
): Promise<BatchOutcome> {
  return db.write(async (tx) => {
    const isIt = eq(notifications.id, id);
    const [row] = await tx.select().from(notifications).where(isIt).for('update');
    if (row?.status !== 'scheduled' && row?.status !== 'sending') {
      return { isOver: true, recipients: row?.recipients ?? 0, expected: row?.expected ?? 0 };
    }
    await lockInboxes(tx, tenant.id);
    const people = await nextPeople(tx, row, { tenantId: tenant.id, size });
    const added = await addReceipts(tx, id, people);
    const isOver = people.length < size;
    const recipients = row.recipients + added;
    await tx
      .update(notifications)
      .set({
        recipients,
        sentUpTo: people.at(-1)?.userId ?? row.sentUpTo,
        status: isOver ? 'sent' : 'sending',
        ...(isOver && { sentAt: new Date() }),
        updatedAt: new Date(),
      })
      .where(isIt);
    return { isOver, recipients, expected: row.expected };
  });
}

/** Positions are given in the order of the commits: one batch of a tenant at a time. */
async function lockInboxes(tx: ScopedTx, tenantId: string): Promise<void> {
  const key = `notifications:${tenantId}`;
  const lock = sql`pg_advisory_xact_lock(hashtextextended(${key}::text, 0))::text`;
  await tx.select({ lock }).from(tenants);
}

interface Person {
  userId: string;
  inApp: boolean;
  email: 'off' | 'now' | 'digest';
  last: number;
}

function nextPeople(
  tx: ScopedTx,
  { kind, audience, sentUpTo }: Row,
  { tenantId, size }: { tenantId: string; size: number },
): Promise<Person[]> {
  const wish = wishColumns(kind);
  const { userId } = memberships;
  return tx
    .select({ userId, ...wish, last: lastPosition(tenantId) })
    .from(memberships)
    .leftJoin(
      notificationPreferences,
      and(eq(notificationPreferences.userId, userId), eq(notificationPreferences.kind, kind)),
    )
    .where(
      and(
        audienceCondition(tx, audience as KeptAudience),
        sentUpTo ? gt(userId, sentUpTo) : undefined,
        or(wish.inApp, sql`${wish.email} <> 'off'`),
      ),
    )
    .orderBy(asc(userId))
    .limit(size);
}

/** One look into the index for each person. */
function lastPosition(tenantId: string): SQL<number> {
  const { position, tenantId: tenant, userId } = notificationReceipts;
  return sql<number>`coalesce((select max(${position}) from ${notificationReceipts}
    where ${tenant} = ${tenantId} and ${userId} = ${memberships.userId}), 0)`.mapWith(Number);
}

async function addReceipts(tx: ScopedTx, id: string, people: Person[]): Promise<number> {
  if (people.length === 0) return 0;
  const { notificationId, userId, tenantId } = notificationReceipts;
  const added = await tx
    .insert(notificationReceipts)
    .values(
      people.map(({ last, ...person }) => ({ ...person, notificationId: id, position: last + 1 })),
    )
    .onConflictDoNothing({ target: [tenantId, notificationId, userId] })
    .returning({ id: notificationReceipts.id, email: notificationReceipts.email });
  for (const { id: receiptId, email } of added) {
    if (email === 'now') await enqueueJob(tx, mailNotification, { receiptId }, { key: receiptId });
  }
  return added.length;
}
