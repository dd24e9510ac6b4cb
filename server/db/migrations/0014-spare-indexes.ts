import { dropIndex } from '../drop-index.ts';
import type { Migration } from './index.ts';

/** What another index begins with serves nothing that the other does not, and is written with every document. */
const spare: readonly (readonly [collection: string, index: string])[] = [
  ['clusters', 'site_1_name_1'],
  ['contents', 'cluster_1'],
  ['ideas', 'site_1_title_1'],
];

/** Drops indexes to which later ones have added the id, by which lists are sorted where all else is equal. */
export const spareIndexes: Migration = {
  id: '0014-spare-indexes',
  async up(db) {
    for (const [collection, index] of spare) await dropIndex(db, collection, index);
  },
};
