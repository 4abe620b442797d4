import { csvResponse } from '@/app/_screens/csv-response';
import { platformRoute } from '@/lib/api/platform-route';
import { consoleResource } from '../../_parts/console-resource';

/** The list of a resource as CSV. The engine asks for the right to read that very resource. */
export const GET = platformRoute(
  async ({ ctx, request }, { params }) => {
    const resource = consoleResource(String((await params).resource));
    return csvResponse(ctx, resource, request.nextUrl.searchParams);
  },
  { permission: 'platform.tenants.read' },
);
