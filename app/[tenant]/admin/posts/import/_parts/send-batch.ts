import type { ImportBatch } from '@/lib/admin/porting/import-batch';
import type { ItemReport } from '@/lib/admin/porting/item-report';

/**
 * Sends a batch and gives its reports.
 *
 * @throws Error with words for the person.
 */
export async function sendBatch(address: string, batch: ImportBatch): Promise<ItemReport[]> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(batch),
  }).catch(() => null);
  if (!answer) throw new Error('The connection is away. Try again when it is back.');
  const said: { reports?: ItemReport[]; detail?: string } = await answer.json().catch(() => ({}));
  if (answer.ok && said.reports) return said.reports;
  throw new Error(said.detail ?? `The server answered with ${answer.status}. Try again.`);
}
