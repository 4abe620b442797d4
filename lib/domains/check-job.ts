import { z } from 'zod';
import { AppError } from '../errors';
import { defineJob } from '../jobs/define-job';
import { checkDomain } from './check-domain';
import { checkKind } from './check-kind';
import { getDomainRow } from './get-domain';

/**
 * Looks a domain up when its time has come. Each check plans the next one in its own transaction; a
 * job whose domain was looked at meanwhile, or is gone, does nothing.
 */
export const domainCheck = defineJob({
  kind: checkKind,
  schema: z.object({ domainId: z.uuid() }),
  whileSuspended: true,
  run: async (ctx, { domainId }) => {
    try {
      const { nextCheckAt } = await getDomainRow(ctx, domainId);
      if (nextCheckAt && nextCheckAt.getTime() <= Date.now() + 1000) {
        await checkDomain(ctx, domainId);
      }
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
    }
  },
});
