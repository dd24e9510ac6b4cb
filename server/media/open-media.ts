import type { Database } from '../db/database.ts';
import { createBucket } from './bucket.ts';
import { createGridFs } from './gridfs.ts';
import type { MediaStore } from './media-store.ts';

/** Named as the environment names them. */
export interface MediaOptions {
  readonly S3_BUCKET?: string | undefined;
  readonly S3_REGION: string;
  readonly S3_ENDPOINT?: string | undefined;
  /** This and the next: both or neither. */
  readonly S3_ACCESS_KEY_ID?: string | undefined;
  readonly S3_SECRET_ACCESS_KEY?: string | undefined;
}

/** Where pictures are kept: in the bucket that is named, else in the database, which all processes have in common. */
export async function openMedia(options: MediaOptions, database: Database): Promise<MediaStore> {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint } = options;
  if (bucket === undefined) return createGridFs(database);
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = options;
  const credentials =
    accessKeyId !== undefined && secretAccessKey !== undefined ? { accessKeyId, secretAccessKey } : undefined;
  return createBucket({ bucket, region, endpoint, credentials });
}
