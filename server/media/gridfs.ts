import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type AnyBulkWriteOperation, Binary, type Db, GridFSBucket, ObjectId } from 'mongodb';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { keysIn, type MediaFile, type MediaStore } from './media-store.ts';

/** As MongoDB's GridFS specification lays them out, so that its tools read them. */
interface StoredFile {
  _id: ObjectId;
  filename: string;
  length: number;
  chunkSize: number;
  uploadDate: Date;
  metadata: { mediaType: string };
}
interface StoredChunk {
  _id: ObjectId;
  files_id: ObjectId;
  n: number;
  data: Binary;
}

/** Of the collections `media.files` and `media.chunks`. */
const bucketName = 'media';
const chunkSize = 255 * 1024;
/** Files looked at, or removed, at once. */
const pageSize = 500;

/**
 * A media store in the database itself, where every process finds it. A file's id is derived from its key, and each
 * write is an upsert: a put that was cut off, or is done by two at once, ends as one whole file. Files go first and
 * are removed last, so that no chunk is ever without one by which it is found.
 */
export function createGridFs({ db }: { readonly db: Db }): MediaStore {
  const files = db.collection<StoredFile>(`${bucketName}.files`);
  const chunks = db.collection<StoredChunk>(`${bucketName}.chunks`);
  const bucket = new GridFSBucket(db, { bucketName });
  const removeFiles = async (ids: readonly ObjectId[]) => {
    await chunks.deleteMany({ files_id: { $in: [...ids] } });
    await files.deleteMany({ _id: { $in: [...ids] } });
  };
  return {
    async put(pictures) {
      const all = Object.entries(pictures);
      const writes = all.map(([key, picture]) => writeOfFile(key, picture));
      // A failover keeps these wherever it keeps the chunks, which are written after them: those alone are waited for.
      await files.bulkWrite(writes, { writeConcern: { w: 1 } });
      const pieces = all.flatMap(([key, picture]) => chunksOf(key, picture));
      if (pieces.length === 0) return;
      try {
        await chunks.insertMany(pieces, { ordered: false });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        await chunks.bulkWrite(pieces.map(writeOfChunk), { ordered: false });
      }
    },
    async read(key) {
      const file = await files.findOne({ _id: idOf(key) });
      return file && buffer(bucket.openDownloadStream(file._id));
    },
    async *storedBefore(time) {
      let page: string[] = [];
      const found = files.find({ uploadDate: { $lt: time } }, { sort: { uploadDate: 1 } });
      for await (const { filename } of found.project<{ filename: string }>({ filename: 1 })) {
        page.push(filename);
        if (page.length < pageSize) continue;
        yield page;
        page = [];
      }
      yield page;
    },
    remove: (keys) => removeFiles(keys.map(idOf)),
    async removeFolder(folder) {
      const [$gte, $lt] = keysIn(folder);
      for (;;) {
        const filter = { filename: { $gte, $lt } };
        const found = await files.find(filter, { limit: pageSize, projection: { _id: 1 } }).toArray();
        if (found.length === 0) return;
        await removeFiles(found.map(({ _id }) => _id));
      }
    },
  };
}

function writeOfFile(key: string, { bytes, mediaType }: MediaFile): AnyBulkWriteOperation<StoredFile> {
  const file = { filename: key, length: bytes.length, chunkSize, metadata: { mediaType } };
  const update = { $set: file, $currentDate: { uploadDate: true } } as const;
  return { updateOne: { filter: { _id: idOf(key) }, update, upsert: true } };
}

function chunksOf(key: string, { bytes }: MediaFile): StoredChunk[] {
  return Array.from({ length: Math.ceil(bytes.length / chunkSize) }, (_, n) => {
    const data = new Binary(bytes.subarray(n * chunkSize, (n + 1) * chunkSize));
    return { _id: new ObjectId(), files_id: idOf(key), n, data };
  });
}

function writeOfChunk({ files_id, n, data }: StoredChunk): AnyBulkWriteOperation<StoredChunk> {
  return { updateOne: { filter: { files_id, n }, update: { $set: { data } }, upsert: true } };
}

/** The same key, the same file. */
function idOf(key: string): ObjectId {
  return new ObjectId(createHash('sha256').update(key).digest().subarray(0, 12));
}
