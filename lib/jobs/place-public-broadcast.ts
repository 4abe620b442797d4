import { z } from 'zod';
import { appClient } from '../db/client';
import { definePlatformHandler, PermanentFailure } from './handler';

const schema = z.object({ broadcastId: z.uuid() });

/**
 * Hands what was said to a group across tenants to the tenants of its people (S1.29): the database
 * decides once in which one of theirs each is told, and asks those tenants by jobs of their own.
 */
export const placePublicBroadcast = definePlatformHandler({
  kind: 'public-broadcast.place',
  schema,
  timeLimitSeconds: 300,
  run: async ({ payload, tenantId }) => {
    if (tenantId !== null) throw new PermanentFailure('Only the platform asks for this.');
    const { broadcastId } = schema.parse(payload);
    await appClient().query((sql) => sql`select platform.place_public_broadcast(${broadcastId})`);
  },
});
