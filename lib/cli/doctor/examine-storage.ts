import { randomUUID } from 'node:crypto';
import { env } from '../../env';
import { makeStorage } from '../../media/storage/open-storage';
import { statusOf } from '../../media/storage/s3-storage';
import { type Examination, fault } from './diagnosis';

/** Where pictures are to be in a bucket, it answers, and lets itself be read and listed. */
export const examineStorage: Examination = {
  name: 'storage',
  isApart: true,
  run: async () => {
    const { S3_BUCKET } = env();
    if (!S3_BUCKET) return [];
    const nobody = { tenantId: randomUUID(), mediaId: randomUUID() };
    try {
      const storage = makeStorage();
      await storage.get({ ...nobody, width: null });
      await storage.remove(nobody);
      return [];
    } catch (error) {
      const cause = (error as { cause?: Error }).cause ?? (error as Error);
      const status = statusOf(cause);
      const reason = `${cause.message || cause.name}${status ? ` (${status})` : ''}`;
      const what = `The bucket ${S3_BUCKET} cannot be used: ${reason}. Pictures are not shown, and none can be uploaded.`;
      const remedy =
        'See that the server runs, that S3_ENDPOINT, S3_REGION and the keys are right, and that they may get, put, list and delete.';
      return [fault(what, remedy)];
    }
  },
};
