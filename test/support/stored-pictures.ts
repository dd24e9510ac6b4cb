import type { ObjectId } from 'mongodb';
import type { Database } from '../../server/db/database.ts';

/** What the database's media store holds, seen past the store. */
export function storedPictures({ db }: Pick<Database, 'db'>) {
  const files = db.collection<{ _id: ObjectId; filename: string; uploadDate: Date }>('media.files');
  const chunks = db.collection<{ files_id: ObjectId }>('media.chunks');
  return {
    /** Names of a folder's pictures, in order. */
    async in(folder: string): Promise<string[]> {
      const filter = { filename: { $regex: `^${folder}/` } };
      const found = await files.find(filter, { sort: { filename: 1 } }).toArray();
      return found.map(({ filename }) => filename.slice(folder.length + 1));
    },
    /** As if the picture had been stored at that time. */
    async date(key: string, uploadDate: Date): Promise<void> {
      await files.updateOne({ filename: key }, { $set: { uploadDate } });
    },
    /** As if all pictures of the folder had been. */
    async dateFolder(folder: string, uploadDate: Date): Promise<void> {
      await files.updateMany({ filename: { $regex: `^${folder}/` } }, { $set: { uploadDate } });
    },
    /** How many pieces there are that no file is made of: bytes that nobody would ever find again. */
    async strayChunks(): Promise<number> {
      return chunks.countDocuments({ files_id: { $nin: await files.distinct('_id') } });
    },
  };
}
