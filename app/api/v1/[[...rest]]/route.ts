import { platformRoute } from '@/lib/api/platform-route';
import { rootRestPlace } from '@/lib/api/rest-place';
import { platformApi } from '@/lib/rest/platform-api';

const api = platformApi();

/** The platform's REST API, on the root host. Each operation says itself who may ask for it. */
const answer = platformRoute(
  ({ request, requestId }) => api.answer(request, rootRestPlace(requestId)),
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
