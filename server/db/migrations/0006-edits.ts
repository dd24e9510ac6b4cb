import { type IndexDescription, ObjectId } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

/** Any id, in a partial index that leaves out what has none. */
const anyId = { $gt: new ObjectId('0'.repeat(24)) };

/** Lists of every kind by what they are filtered by, in the order in which they were made. */
const filtered: IndexDescription[] = [
  { key: { site: 1, status: 1, _id: 1 } },
  { key: { site: 1, _id: 1 }, partialFilterExpression: { disabled: true }, name: 'disabled' },
  {
    key: { site: 1, _id: 1 },
    partialFilterExpression: { 'failure.stage': { $exists: true } },
    name: 'failed',
  },
];

/** A list sorted by these, each within a site. */
const sortedBy = (...fields: string[]): IndexDescription[] =>
  fields.map((field) => ({ key: { site: 1, [field]: 1, _id: 1 } }));

const indexes: Record<string, IndexDescription[]> = {
  keywords: [
    ...filtered,
    ...sortedBy('normalised'),
    { key: { import: 1, _id: 1 }, partialFilterExpression: { import: anyId } },
  ],
  clusters: [...filtered, ...sortedBy('name', 'keywordCount', 'ideaCount')],
  ideas: [...filtered, ...sortedBy('title', 'wordTarget')],
  tasks: [...filtered, ...sortedBy('title', 'wordTarget')],
  contents: [
    ...filtered,
    ...sortedBy('title', 'slug', 'wordCount'),
    { key: { cluster: 1, _id: 1 } },
    { key: { task: 1, _id: 1 } },
  ],
  images: [...filtered, { key: { content: 1, _id: 1 } }],
  keyword_imports: [{ key: { site: 1, _id: 1 } }],
  import_receipts: [],
};

/** What people's lists of the pipeline's things are filtered and sorted by. */
export const edits: Migration = {
  id: '0006-edits',
  async up(db) {
    const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((c) => c.name));
    for (const [name, list] of Object.entries(indexes)) {
      if (!existing.has(name)) await db.createCollection(name);
      if (list.length > 0) await db.collection(name).createIndexes(list, untimed);
    }
  },
};
