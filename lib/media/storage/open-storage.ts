import { env, isServerless } from '../../env';
import { AppError } from '../../errors';
import { diskStorage } from './disk-storage';
import type { MediaStorage } from './media-storage';
import { s3Storage } from './s3-storage';

let opened: MediaStorage | undefined;

/**
 * The storage of this process: a bucket where S3_BUCKET names one, else the data folder.
 *
 * @throws AppError unavailable where there is neither a bucket nor a disk that lasts.
 */
export function openStorage(): MediaStorage {
  opened ??= makeStorage();
  return opened;
}

/** Makes what the environment says. @throws AppError as `openStorage`. */
export function makeStorage(): MediaStorage {
  const given = env();
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint } = given;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  if (bucket) {
    const credentials =
      accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
    return s3Storage({ bucket, region, endpoint, credentials });
  }
  if (isServerless()) {
    throw new AppError(
      'unavailable',
      'This platform has no place for files: S3_BUCKET is not set.',
    );
  }
  return diskStorage(given.DATA_DIR);
}
