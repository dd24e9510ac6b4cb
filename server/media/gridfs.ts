import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Binary, type Db, GridFSBucket, ObjectId } from 'mongodb';
import { keysIn, type MediaStore, mediaUrl } from './media-store.ts';

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
 * write is an upsert: a put that was cut off, or is done by two at once, ends as one whole file. The file goes first
 * and is removed last, so that no chunk is ever without one by which it is found.
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
    async put(key, { bytes, mediaType }) {
      const _id = idOf(key);
      const file = { filename: key, length: bytes.length, chunkSize, metadata: { mediaType } };
      await files.updateOne({ _id }, { $set: file, $currentDate: { uploadDate: true } }, { upsert: true });
      for (let n = 0; n * chunkSize < bytes.length; n += 1) {
        const data = new Binary(bytes.subarray(n * chunkSize, (n + 1) * chunkSize));
        await chunks.updateOne({ files_id: _id, n }, { $set: { data } }, { upsert: true });
      }
      return mediaUrl(key);
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

/** The same key, the same file. */
function idOf(key: string): ObjectId {
  return new ObjectId(createHash('sha256').update(key).digest().subarray(0, 12));
}
