import { z } from 'zod';
import { definePlatformHandler } from '../jobs/handler';
import { disconnectPerson } from './publish';

const payload = z.object({ userId: z.uuid() });

/**
 * Closes the connections of who was signed out, removed or whose tenant serves no longer. The
 * database asks for it with the change itself, so it comes after the commit: what was signed for a
 * connection that is gone opens nothing (S0.11, S0.20, C16).
 */
export const cutConnections = definePlatformHandler({
  kind: 'realtime.cut',
  schema: payload,
  run: async (job) => {
    await disconnectPerson(payload.parse(job.payload).userId);
  },
});
