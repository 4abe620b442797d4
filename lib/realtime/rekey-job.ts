import { z } from 'zod';
import { definePlatformHandler } from '../jobs/handler';
import type { Channel } from './channel-name';
import { publish } from './publish';

const payload = z.object({
  kind: z.enum(['group', 'public']),
  groupId: z.uuid(),
  /** The one that counts from now on. */
  epoch: z.int().min(2),
  /** Who came, whose pages do not hear the group yet. */
  userIds: z.array(z.uuid()).default([]),
});

/** Asks a browser to look which channels are its person's now. */
export const channelsChanged = 'channels.changed';

/**
 * After somebody came to a group or left it: those who hear its former channel are told to ask anew,
 * and so is who came. Who was removed asks in vain, and nothing is said on the former one again.
 */
export const rekeyGroup = definePlatformHandler({
  kind: 'realtime.rekey',
  schema: payload,
  run: async (job) => {
    const { kind, groupId, epoch, userIds } = payload.parse(job.payload);
    const former: Channel = { kind, groupId, epoch: epoch - 1 };
    const people = userIds.map((userId): Channel => ({ kind: 'user', userId }));
    await publish([former, ...people], channelsChanged, null);
  },
});
