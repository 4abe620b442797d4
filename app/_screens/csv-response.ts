import { exportCsv } from '@/lib/resources/export-csv';
import { readListQuery } from '@/lib/resources/list-query';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';

/**
 * Answers with the rows a list shows, filters and order included, as CSV. The rows are sent as they
 * are read; what fails before the first one is thrown, so that no half file looks whole.
 */
export async function csvResponse(
  ctx: ResourceContext,
  resource: Resource,
  query: URLSearchParams,
): Promise<Response> {
  const parts = exportCsv(ctx, resource, readListQuery(resource, query), { bom: true });
  const first = await parts.next();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (!first.done) controller.enqueue(encoder.encode(first.value));
    },
    async pull(controller) {
      const part = await parts.next();
      if (part.done) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${resource.name}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
