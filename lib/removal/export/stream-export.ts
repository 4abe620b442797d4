import { type AppClient, appClient } from '../../db/client';
import { AppError } from '../../errors';
import { readOwnExport } from './own-export';

const format = 'tenantry-person-export-1';

/**
 * Gives a copy of somebody's data as one JSON document, piece by piece: however much they wrote, one
 * piece is held at a time. Each is asked for with the session, so that signing out ends a download.
 *
 * @throws AppError not_found for another person's copy, one that has expired, and a session that is
 *   none of the root host's: nobody learns which.
 */
export async function streamExport(
  sessionId: string,
  exportId: string,
  client: AppClient = appClient(),
): Promise<ReadableStream<Uint8Array>> {
  await client.verified();
  const read = async (n: number) => {
    const [row] = await client.query(
      (sql) => sql`
        select platform.read_export_piece(${sessionId}, ${exportId}, ${n}::int) as piece`,
    );
    return row?.piece ? JSON.stringify(row.piece, null, 2) : null;
  };
  const first = await read(0);
  if (!first) throw new AppError('not_found', 'There is no such copy, or its time is over.');
  const encoder = new TextEncoder();
  let n = 0;
  return new ReadableStream({
    start: (out) => out.enqueue(encoder.encode(`{"format":"${format}","parts":[\n${first}`)),
    pull: async (out) => {
      n += 1;
      const piece = await read(n);
      if (piece) return out.enqueue(encoder.encode(`,\n${piece}`));
      // Nothing comes any more to who is signed out, too; half a copy must not look like a whole one.
      const own = await readOwnExport(sessionId, client);
      if (own?.id !== exportId) throw new Error('The person signed out during the download.');
      out.enqueue(encoder.encode('\n]}\n'));
      out.close();
    },
  });
}
