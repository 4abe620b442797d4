import type { S3Client } from '@aws-sdk/client-s3';
import { AppError } from '../../errors';
import { log } from '../../log';
import type { MediaStorage } from './media-storage';
import { mediaStorageFolder, storagePath, tenantStorageFolder } from './storage-place';

/** Which bucket of which server. */
export interface BucketSettings {
  bucket: string;
  region: string;
  /** Of a server other than AWS, as in `http://localhost:9000`. */
  endpoint?: string;
  /** Found by the library itself where they are missing: by the role of the machine, say. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** How long is waited for it, in milliseconds. */
export interface BucketPatience {
  /** For an answer to what is asked, each time. */
  answer: number;
  /** For the next bytes, either way. */
  idle: number;
  /** For all the bytes of a picture, with what is tried again. */
  whole: number;
}

const usual: BucketPatience = { answer: 5_000, idle: 10_000, whole: 120_000 };

/**
 * Keeps files in a bucket of an S3-compatible server. The library is loaded at first use.
 * What the server refuses, or does not answer in time, is AppError unavailable.
 */
export function s3Storage(settings: BucketSettings, patience = usual): MediaStorage {
  let opened: Promise<S3Client> | undefined;
  const client = () => {
    opened ??= open(settings, patience);
    return opened;
  };
  const Bucket = settings.bucket;
  const inTime = () => ({ abortSignal: AbortSignal.timeout(patience.whole) });
  return {
    put: (place, bytes, contentType) =>
      told(async () => {
        const { PutObjectCommand } = await library();
        const object = { Bucket, Key: storagePath(place), Body: bytes, ContentType: contentType };
        // Its answer comes after all of the bytes.
        const options = { ...inTime(), requestTimeout: patience.whole };
        await (await client()).send(new PutObjectCommand(object), options);
      }),
    get: (place) =>
      told(async () => {
        const { GetObjectCommand, NoSuchKey } = await library();
        try {
          const asked = new GetObjectCommand({ Bucket, Key: storagePath(place) });
          const { Body } = await (await client()).send(asked, inTime());
          return Body ? Buffer.from(await Body.transformToByteArray()) : null;
        } catch (error) {
          if (error instanceof NoSuchKey) return null;
          throw error;
        }
      }),
    remove: (file) => told(async () => removeAll(await client(), Bucket, mediaStorageFolder(file))),
    removeTenant: (tenantId) =>
      told(async () => removeAll(await client(), Bucket, tenantStorageFolder(tenantId))),
  };
}

const library = () => import('@aws-sdk/client-s3');

/** Says it in words for people, and the rest to the log. A place that is none stays what it is. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const status = statusOf(error);
    log.warn({ event: 'media.storage-away', status, err: error }, 'the bucket does not serve');
    const words = 'The storage for pictures does not answer. Try again in a moment.';
    throw new AppError('unavailable', words, { cause: error });
  }
}

/** What a server answered, where it did. */
export function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

async function open(
  { region, endpoint, credentials }: BucketSettings,
  { answer, idle }: BucketPatience,
): Promise<S3Client> {
  const { S3Client: Library } = await library();
  return new Library({
    region,
    credentials,
    maxAttempts: 2,
    // A bucket that takes the call and says nothing would hold a page for ever. Unless it is told to
    // throw, the library only warns.
    requestHandler: {
      connectionTimeout: Math.min(3_000, answer),
      requestTimeout: answer,
      socketTimeout: idle,
      throwOnRequestTimeout: true,
    },
    // Other servers have no host of its own for each bucket, and know not every checksum.
    ...(endpoint && {
      endpoint,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
  });
}

const longDelete = 30_000;

/** By lists of up to a thousand: a list begins anew after each, since what it named is gone. */
async function removeAll(client: S3Client, Bucket: string, Prefix: string): Promise<void> {
  const { DeleteObjectsCommand, ListObjectsV2Command } = await library();
  for (;;) {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
    if (Contents.length === 0) return;
    const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
    const asked = new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } });
    const { Errors = [] } = await client.send(asked, { requestTimeout: longDelete });
    const [first] = Errors;
    if (first) throw new Error(`The bucket keeps ${first.Key}: ${first.Message ?? first.Code}`);
  }
}
