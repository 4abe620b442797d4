import { z } from 'zod';
import { sealAudit } from '../../audit/seal-audit';
import { appClient } from '../../db/client';
import { definePlatformHandler, PermanentFailure } from '../../jobs/handler';

const schema = z.object({ exportId: z.uuid() });

/** Writes what the platform itself has of somebody who asked for a copy, once its log is complete. */
export const exportAccount = definePlatformHandler({
  kind: 'person.export-account',
  schema,
  timeLimitSeconds: 300,
  run: async ({ payload, tenantId }) => {
    if (tenantId !== null) throw new PermanentFailure('Only the platform asks for this.');
    const { exportId } = schema.parse(payload);
    if (!(await sealAudit(null))) throw new Error('The audit log cannot be completed.');
    const [row] = await appClient().query(
      (sql) => sql`select platform.fill_account_export(${exportId}) as done`,
    );
    if (!row?.done) throw new PermanentFailure('Nobody asks for it any more.');
  },
});
