import { tenantRestPlace } from '@/lib/api/rest-place';
import { tenantRoute } from '@/lib/api/tenant-route';
import { tenantApi } from '@/lib/rest/tenant-api';

const api = tenantApi();

/** The tenant's REST API. Each operation says itself who may ask for it. */
const answer = tenantRoute(
  (ctx, { request, requestId }) => api.answer(request, tenantRestPlace(ctx, requestId)),
  { permission: 'public' },
);

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
