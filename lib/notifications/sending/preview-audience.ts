import { asc, count, eq, inArray } from 'drizzle-orm';
import { groups, memberships } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { InvalidInput } from '../../errors';
import { type Audience, audienceSchema } from '../audience';
import { audienceCondition } from './audience-condition';
import { demandSender, type SenderContext } from './sender-context';

/** Whom a broadcast would reach at this moment (D25). */
export interface AudiencePreview {
  recipients: number;
  /** A few of them, by name. */
  names: string[];
}

const shownNames = 5;

/**
 * Tells how many people an audience is, before anything is sent.
 *
 * @throws AppError forbidden; InvalidInput (`audience`) as sendBroadcast.
 */
export async function previewAudience(
  ctx: SenderContext,
  audience: Audience,
): Promise<AudiencePreview> {
  demandSender(ctx);
  const checked = audienceSchema.safeParse(audience);
  if (!checked.success) throw new InvalidInput({ audience: ['Choose who it is for.'] });
  return ctx.db.read(async (tx) => {
    const recipients = await countAudience(tx, checked.data);
    const rows = await tx
      .select({ name: memberships.name, email: memberships.email })
      .from(memberships)
      .where(audienceCondition(tx, checked.data))
      .orderBy(asc(memberships.name), asc(memberships.id))
      .limit(shownNames);
    return { recipients, names: rows.map(({ name, email }) => name || email) };
  });
}

/**
 * Counts an audience, and sees to it that it is the tenant's own.
 *
 * @throws InvalidInput (`audience`) for a group that is not there, for people who are no active
 *   members, and for nobody.
 */
export async function countAudience(tx: ScopedTx, audience: Audience): Promise<number> {
  if ('group' in audience) {
    const [group] = await tx
      .select({ id: groups.id })
      .from(groups)
      .where(eq(groups.id, audience.group));
    if (!group) throw refused('There is no such group.');
  }
  if ('users' in audience) await refuseStrangers(tx, audience.users);
  const [row] = await tx
    .select({ n: count() })
    .from(memberships)
    .where(audienceCondition(tx, audience));
  if (!row?.n) throw refused('There is nobody in it.');
  return row.n;
}

/** Another tenant's people are no members here, and so nobody. */
async function refuseStrangers(tx: ScopedTx, users: string[]): Promise<void> {
  const known = await tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(inArray(memberships.userId, users));
  const ids = new Set(known.map(({ id }) => id));
  if (users.some((id) => !ids.has(id.toLowerCase()))) {
    throw refused('Somebody among them is no member here.');
  }
}

function refused(words: string): InvalidInput {
  return new InvalidInput({ audience: [words] });
}
