import { type AppClient, appClient } from '../../db/client';
import { log } from '../../log';
import type { Consumer, DisconnectContext } from './consumer';

/**
 * After a connection has gone: drops its session and tells the consumers. Told twice, the second time
 * finds nothing.
 */
export async function endConnection(
  socketId: string,
  consumers: readonly Consumer[],
  client: AppClient = appClient(),
): Promise<number> {
  await client.verified();
  const rows = await client.query(
    (sql) => sql`select * from platform.end_channel_sessions(${socketId})`,
  );
  for (const { tenant_id: tenantId, user_id: userId, data } of rows) {
    const ended: DisconnectContext = { socketId, tenantId, userId, channelSession: data };
    for (const { onDisconnect } of consumers) {
      await Promise.resolve(onDisconnect?.(ended)).catch((err) =>
        log.error({ event: 'consumer.failed', hook: 'onDisconnect', err }, 'a consumer failed'),
      );
    }
  }
  return rows.length;
}
