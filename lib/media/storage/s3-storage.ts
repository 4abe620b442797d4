import type { S3Client } from '@aws-sdk/client-s3';
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

/** Keeps files in a bucket of an S3-compatible server. The library is loaded at first use. */
export function s3Storage(settings: BucketSettings): MediaStorage {
  let opened: Promise<S3Client> | undefined;
  const client = () => {
    opened ??= open(settings);
    return opened;
  };
  const Bucket = settings.bucket;
  return {
    put: async (place, bytes, contentType) => {
      const { PutObjectCommand } = await library();
      const object = { Bucket, Key: storagePath(place), Body: bytes, ContentType: contentType };
      await (await client()).send(new PutObjectCommand(object));
    },
    get: async (place) => {
      const { GetObjectCommand, NoSuchKey } = await library();
      try {
        const object = { Bucket, Key: storagePath(place) };
        const { Body } = await (await client()).send(new GetObjectCommand(object));
        return Body ? Buffer.from(await Body.transformToByteArray()) : null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    remove: async (file) => removeAll(await client(), Bucket, mediaStorageFolder(file)),
    removeTenant: async (tenantId) =>
      removeAll(await client(), Bucket, tenantStorageFolder(tenantId)),
  };
}

const library = () => import('@aws-sdk/client-s3');

async function open({ region, endpoint, credentials }: BucketSettings): Promise<S3Client> {
  const { S3Client: Library } = await library();
  return new Library({
    region,
    credentials,
    maxAttempts: 3,
    // A bucket that takes the call and says nothing would hold a page for ever.
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000 },
    // Other servers have no host of its own for each bucket, and know not every checksum.
    ...(endpoint && {
      endpoint,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
  });
}

/** By lists of up to a thousand: a list begins anew after each, since what it named is gone. */
async function removeAll(client: S3Client, Bucket: string, Prefix: string): Promise<void> {
  const { DeleteObjectsCommand, ListObjectsV2Command } = await library();
  for (;;) {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
    if (Contents.length === 0) return;
    const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
    const asked = new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } });
    const { Errors = [] } = await client.send(asked);
    const [first] = Errors;
    if (first) throw new Error(`The bucket keeps ${first.Key}: ${first.Message ?? first.Code}`);
  }
}
