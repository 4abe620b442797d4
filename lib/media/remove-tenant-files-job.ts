import { definePlatformHandler, PermanentFailure } from '../jobs/handler';
import { openStorage } from './storage/open-storage';

/** Nothing of a destroyed tenant stays in the storage. */
export const removeTenantFiles = definePlatformHandler({
  kind: 'media.remove-tenant',
  timeLimitSeconds: 600,
  run: async ({ event, tenantId }) => {
    if (tenantId !== null || !event?.subjectId) {
      throw new PermanentFailure('Only the platform says which tenant was destroyed.');
    }
    await openStorage().removeTenant(event.subjectId);
  },
});
