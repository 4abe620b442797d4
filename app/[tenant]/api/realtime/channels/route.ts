import { tenantRoute } from '@/lib/api/tenant-route';
import { channelName } from '@/lib/realtime/channel-name';
import { channelsFor } from '@/lib/realtime/channels-for';
import { realtimeAnswer } from '@/lib/realtime/realtime-answer';

/** The channels that the person's pages subscribe to here. */
export const GET = tenantRoute(
  async (ctx) => realtimeAnswer({ channels: (await channelsFor(ctx)).map(channelName) }),
  { permission: 'account.use' },
);
