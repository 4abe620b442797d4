import { AppError } from '../errors';
import { defineHandler } from '../jobs/handler';
import { checkDomain } from './check-domain';
import { checkKind } from './check-kind';
import { getDomainRow } from './get-domain';

/**
 * Looks a domain up when its time has come. Each check plans the next one in its own transaction; a
 * job whose domain was looked at meanwhile, or is gone, does nothing.
 */
export const domainCheck = defineHandler({
  kind: checkKind,
  whileSuspended: true,
  run: async (ctx, { payload }) => {
    try {
      const id = String(payload.domainId);
      const { nextCheckAt } = await getDomainRow(ctx, id);
      if (nextCheckAt && nextCheckAt.getTime() <= Date.now() + 1000) await checkDomain(ctx, id);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
    }
  },
});
