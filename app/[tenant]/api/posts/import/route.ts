import { importBatch, importBatchInput, mostBatchBytes } from '@/lib/admin/porting/import-batch';
import { readJsonBody } from '@/lib/api/read-json-body';
import { tenantRoute } from '@/lib/api/tenant-route';

/** A batch of an import: its report, file by file. */
export const POST = tenantRoute(
  async (ctx, { request }) => {
    const batch = await readJsonBody(request, {
      input: importBatchInput,
      mostBytes: mostBatchBytes,
    });
    const reports = await importBatch(ctx, batch);
    return Response.json({ reports }, { headers: { 'cache-control': 'private, no-store' } });
  },
  { permission: 'posts.write' },
);
