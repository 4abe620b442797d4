import { openOwnerClient } from '../../lib/db/owner-client';
import type { SharedServer } from './test';

/** Does something to the database past all walls, as nobody in the admin can. */
export async function withDatabase<R>(
  server: SharedServer,
  work: (sql: ReturnType<typeof openOwnerClient>) => PromiseLike<R>,
): Promise<R> {
  const sql = openOwnerClient(server.ownerUrl);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
