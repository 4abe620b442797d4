import { notFound } from 'next/navigation';
import type { MemberContext } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import type { SentItem } from '@/lib/notifications/sending/list-sent';
import { readSent } from '@/lib/notifications/sending/read-sent';

/** Reads a broadcast for its page; for what is not there, another tenant's too, there is no page. */
export async function findSent(ctx: MemberContext, id: string): Promise<SentItem> {
  try {
    return await readSent(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
