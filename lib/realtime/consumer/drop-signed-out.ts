import { z } from 'zod';
import { lastPerson } from '../../auth/last-person';
import type { TenantContext } from '../../tenancy/tenant';
import { disconnectPerson } from '../publish';
import type { Consumer } from './consumer';
import { findConsumer } from './find-consumer';

const named = z.object({ op: z.string() });

/**
 * For a message of somebody whose session has ended, which is discarded: closes all connections of
 * theirs, unless the consumer it was for has said otherwise (S0.20, S0.21).
 *
 * @param body - what was sent, unchecked.
 */
export async function dropSignedOut(
  { tenant }: Pick<TenantContext, 'tenant'>,
  body: unknown,
  consumers: readonly Consumer[],
): Promise<void> {
  const op = named.safeParse(body).data?.op ?? '';
  const consumer = findConsumer(op, consumers);
  if (consumer && !consumer.disconnectIfHttpLoggedOut) return;
  const userId = await lastPerson(tenant.id);
  if (userId) await disconnectPerson(userId);
}
