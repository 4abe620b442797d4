import { z } from 'zod';
import { type AppClient, appClient } from '../../db/client';
import { AppError, InvalidInput } from '../../errors';

/** How long an access may be, in minutes. The database lets none be longer than the last. */
export const supportMinutes = [5, 15, 30] as const;

const blank = /[\p{C}\p{Z}\s]+/gu;

/** Why somebody comes: one line that says something. What cannot be seen does not count. */
export const supportReason = z
  .string()
  .max(2000)
  .transform((text) => text.replace(blank, ' ').trim())
  .pipe(
    z
      .string()
      .min(10, 'Say why, in 10 characters at least. The tenant reads it.')
      .max(500, 'Say it in 500 characters.'),
  );

export interface SupportPlan {
  tenantId: string;
  /** Null where nobody was chosen. */
  userId: string | null;
  /** As {@link supportReason} leaves it. */
  reason: string;
  minutes: number;
  /** Asks for changes, too: only where the tenant has granted them. */
  canWrite: boolean;
}

/**
 * Begins an access of support (a superuser of the platform will act as somebody of a tenant), with its
 * event in the tenant's log. Whatever the superuser has running ends. Nobody is let in by it: the
 * tenant's host is entered by a ticket.
 *
 * @param sessionId - of the superuser, on the root host.
 * @returns the id of the access.
 * @throws AppError forbidden for who is no superuser; InvalidInput (`user`, `write`) for somebody it
 *   cannot be, and for changes that nobody has granted; conflict where the tenant does not serve.
 */
export async function beginSupport(
  sessionId: string,
  { tenantId, userId, reason, minutes, canWrite }: SupportPlan,
  requestId: string,
  client: AppClient = appClient(),
): Promise<string> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select platform.begin_support(${sessionId}, ${tenantId}, ${userId}, ${reason}, ${minutes}::int,
        ${canWrite}::boolean, ${requestId}) as begun`,
  );
  const begun = row?.begun as { id?: string; fault?: string } | null;
  if (begun?.id) return begun.id;
  switch (begun?.fault) {
    case 'person':
      throw new InvalidInput({
        user: [
          userId
            ? 'Nobody can act as them: they are not active here, or run the platform.'
            : 'Choose whom to act as.',
        ],
      });
    case 'write':
      throw new InvalidInput({ write: ['The tenant has not granted changes.'] });
    case 'tenant':
      throw new AppError('conflict', 'The tenant does not serve at the moment.');
    default:
      throw new AppError('forbidden', 'Only superusers of the platform may do this.');
  }
}
