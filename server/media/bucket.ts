import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { errors } from '../errors.ts';
import { keysIn, type MediaFile, type MediaStore } from './media-store.ts';

export interface BucketOptions {
  readonly bucket: string;
  readonly region: string;
  /** Of a store that is not Amazon's but speaks its protocol, such as MinIO. */
  readonly endpoint?: string | undefined;
  /** Without them the SDK looks where it always does: its own variables, its files, the machine's role. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

/** Milliseconds. The SDK tries three times; a batch that waits for it keeps its lease meanwhile. */
const limits = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/**
 * A media store in an S3-compatible bucket, which may hold other things. Besides what is said of each method, all
 * throw MEDIA_UNREACHABLE.
 */
export async function createBucket({ bucket, ...options }: BucketOptions): Promise<MediaStore> {
  // Loaded here, not above: it is large, and most have no bucket.
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client(clientOptions(options));
  const where = { Bucket: bucket };
  const unreachable = (error: unknown) => errors.mediaUnreachable({ bucket, reason: reasonOf(error) });
  const reached = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw unreachable(error);
    });
  const pagesOf = async function* (Prefix?: string) {
    const pages = sdk.paginateListObjectsV2({ client }, { ...where, ...(Prefix && { Prefix }) });
    for (;;) {
      const { value, done } = await reached(pages.next());
      if (done) return;
      yield value.Contents ?? [];
    }
  };
  const remove = async (keys: readonly string[]) => {
    if (keys.length === 0) return;
    const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true };
    const { Errors } = await reached(client.send(new sdk.DeleteObjectsCommand({ ...where, Delete })));
    const [kept] = Errors ?? [];
    if (kept) throw unreachable(`${kept.Key}: ${kept.Message ?? kept.Code}`);
  };
  const putOne = async (key: string, { bytes, mediaType }: MediaFile) => {
    const object = { ...where, Key: key, Body: bytes, ContentType: mediaType };
    try {
      await client.send(new sdk.PutObjectCommand(object));
    } catch (error) {
      throw errors.mediaNotStored({ key, reason: reasonOf(error) });
    }
  };
  return {
    async put(pictures) {
      await Promise.all(Object.entries(pictures).map(([key, picture]) => putOne(key, picture)));
    },
    async read(key) {
      const asked = client.send(new sdk.GetObjectCommand({ ...where, Key: key })).catch((error: unknown) => {
        if (error instanceof sdk.NoSuchKey) return { Body: undefined };
        throw error;
      });
      const { Body } = await reached(asked);
      return Body ? Buffer.from(await reached(Body.transformToByteArray())) : null;
    },
    async *storedBefore(time) {
      for await (const objects of pagesOf()) {
        const older = objects.filter(({ LastModified }) => LastModified && LastModified < time);
        yield older.flatMap(({ Key }) => Key ?? []);
      }
    },
    remove,
    async removeFolder(folder) {
      const [prefix] = keysIn(folder);
      for await (const objects of pagesOf(prefix)) await remove(objects.flatMap(({ Key }) => Key ?? []));
    },
  };
}

function clientOptions({ region, endpoint, credentials }: Omit<BucketOptions, 'bucket'>): S3ClientConfig {
  return {
    region,
    requestHandler: limits,
    // Others than Amazon know neither hosts named after buckets nor its latest checksums.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(credentials && { credentials }),
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' || error.message === 'UnknownError' ? error.name : error.message;
}
