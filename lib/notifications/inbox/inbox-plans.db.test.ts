import { expect } from 'vitest';
import type { AppClient } from '../../db/client';
import { scopedDb } from '../../db/scoped-db';
import { notificationTest } from '../../testing/notification-test';
import { countUnread } from './count-unread';
import { listInbox } from './list-inbox';

const test = notificationTest();

/** A client that keeps the statements it sends, for EXPLAIN. */
function listening(client: AppClient, seen: { sql: string; params: unknown[] }[]): AppClient {
  return {
    ...client,
    take: async () => {
      const connection = await client.take();
      const unsafe = (query: string, params?: never[], options?: object) => {
        if (params) seen.push({ sql: query, params });
        return connection.sql.unsafe(query, params, options);
      };
      return { ...connection, sql: Object.assign(() => {}, { unsafe }) as never };
    },
  };
}

test('a full inbox is read by its index, a page at a time, and so is its count', async ({
  world,
  tenant,
  asMember,
}) => {
  const { owner, client } = world;
  await owner`
    with said as (
      insert into notifications (tenant_id, kind, title, audience)
      select ${tenant.id}, 'broadcast', 'No. ' || n, '{"all": true}' from generate_series(1, 400) n
      returning id)
    insert into notification_receipts (tenant_id, notification_id, user_id, position, seen_at, read_at)
    select ${tenant.id}, id, case when p = 1 then ${tenant.people.member.id}::uuid else md5(p::text)::uuid end,
      row_number() over (partition by p), now(), case when random() < 0.9 then now() end
    from said, generate_series(1, 50) p`;
  await owner`analyze`;
  const seen: { sql: string; params: unknown[] }[] = [];
  const ctx = { ...asMember, db: scopedDb(tenant.id, undefined, listening(client, seen)) };
  await listInbox(ctx, { cursor: '200' });
  await countUnread(ctx);
  const plans: string[] = [];
  for (const { sql, params } of seen.filter((one) => one.sql.startsWith('select '))) {
    const connection = await client.take();
    await connection.sql.unsafe(
      `begin read only; select set_config('app.tenant_id', '${tenant.id}', true)`,
    );
    const rows = await connection.sql.unsafe(
      `explain (analyze, costs off) ${sql}`,
      params as never[],
    );
    await connection.sql.unsafe('rollback');
    connection.release();
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
  const [list = '', count = ''] = plans.filter((plan) => plan.includes('notification_receipts'));
  expect(list).toContain('Index Scan Backward using notification_receipts_inbox_key');
  expect(list).toContain('notifications_pkey');
  expect(list).not.toMatch(/Seq Scan|Sort|Rows Removed by Filter: \d{3}/);
  expect(count).toContain('notification_receipts_unread_idx');
  expect(count).not.toContain('Seq Scan');
});
