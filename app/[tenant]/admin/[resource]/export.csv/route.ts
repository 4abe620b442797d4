import { csvResponse } from '@/app/_screens/csv-response';
import { tenantRoute } from '@/lib/api/tenant-route';
import { AppError } from '@/lib/errors';
import { namedResource } from '../../_parts/named-resource';

type Params = { tenant: string; resource: string };

/** The list of a resource as CSV; for who may not read it, there is none. */
export const GET = tenantRoute<Params>(
  async (ctx, { request, params }) => {
    const resource = namedResource(params.resource);
    if (!ctx.can(resource.permissions.read)) {
      throw new AppError('not_found', 'There is no such list.');
    }
    return csvResponse(ctx, resource, request.nextUrl.searchParams);
  },
  { permission: 'admin.enter' },
);
