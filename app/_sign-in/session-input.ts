import { z } from 'zod';

/** Which session to end: one of one's own, or all but the present one. */
export const sessionInput = z.object({ session: z.union([z.literal('others'), z.uuid()]) });
