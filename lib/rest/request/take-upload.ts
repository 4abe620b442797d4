import { createHash } from 'node:crypto';
import { readUpload } from '../../media/read-upload';
import type { RestCall } from '../rest-env';

/**
 * Reads the file of a request and leaves it where the operation finds it, with its fingerprint.
 *
 * @throws AppError as readUpload does.
 */
export async function takeUpload(call: RestCall): Promise<void> {
  const upload = await readUpload(call.req.raw);
  const sum = createHash('sha256').update(upload.bytes).digest('hex');
  call.set('upload', upload);
  call.set('bodyText', JSON.stringify([sum, upload.fileName, upload.alt]));
}
