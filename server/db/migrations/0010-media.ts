import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

/** The collections of pictures: the indexes that MongoDB's GridFS specification asks for, and one for their sweep. */
export const media: Migration = {
  id: '0010-media',
  async up(db) {
    await db
      .collection('media.files')
      .createIndexes([{ key: { filename: 1, uploadDate: 1 } }, { key: { uploadDate: 1 } }], untimed);
    await db.collection('media.chunks').createIndex({ files_id: 1, n: 1 }, { unique: true, ...untimed });
  },
};
