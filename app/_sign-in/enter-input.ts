import { z } from 'zod';

/** The one field of the form that spends a ticket. What is no ticket is refused as a stale one is. */
export const enterInput = z.object({ ticket: z.string().max(100).catch('') });
