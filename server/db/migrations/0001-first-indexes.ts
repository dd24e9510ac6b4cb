import { type IndexDescription, ObjectId } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

/** Every pipeline item is found by site in order of age, and by the stage that gave it up. */
const itemIndexes: IndexDescription[] = [
  { key: { site: 1, _id: 1 } },
  {
    key: { site: 1, 'failure.stage': 1, _id: 1 },
    partialFilterExpression: { 'failure.stage': { $exists: true } },
  },
];

const indexes: Record<string, IndexDescription[]> = {
  accounts: [
    { key: { name: 1 }, unique: true },
    // Whose holds are looked over every minute.
    { key: { held: 1 }, partialFilterExpression: { held: { $gt: 0 } } },
  ],
  sites: [{ key: { account: 1, name: 1 }, unique: true }],
  automation_configs: [{ key: { site: 1 }, unique: true }],
  keywords: [
    ...itemIndexes,
    { key: { site: 1, normalised: 1 }, unique: true },
    // Without those that have no cluster: they are many, and finding what waits by them would walk over the disabled.
    {
      key: { cluster: 1, _id: 1 },
      partialFilterExpression: { cluster: { $gt: new ObjectId('0'.repeat(24)) } },
    },
  ],
  clusters: [
    ...itemIndexes,
    // The latest that share a term with a batch of keywords, or with another cluster.
    { key: { site: 1, disabled: 1, terms: 1, _id: 1 } },
    { key: { site: 1, name: 1 } },
  ],
  ideas: [...itemIndexes, { key: { cluster: 1, _id: 1 } }, { key: { site: 1, title: 1 } }],
  tasks: [...itemIndexes, { key: { idea: 1 } }, { key: { cluster: 1, _id: 1 } }],
  contents: [
    ...itemIndexes,
    { key: { site: 1, slug: 1 }, unique: true },
    { key: { cluster: 1 } },
    // Drafts that only failed images keep from review.
    {
      key: { site: 1, _id: 1 },
      partialFilterExpression: { status: 'draft', 'images.planned': true, 'images.failed': { $gt: 0 } },
      name: 'held_back',
    },
  ],
  images: [...itemIndexes, { key: { content: 1, position: 1 } }],
  runs: [
    // One active run a site: the database itself refuses the second.
    { key: { site: 1 }, unique: true, partialFilterExpression: { active: true }, name: 'one_active_run' },
    { key: { site: 1, runId: 1 }, unique: true },
    { key: { site: 1, startedAt: -1 } },
    // What a free worker looks for.
    { key: { 'lease.until': 1 }, partialFilterExpression: { status: 'running' } },
    // What a top-up resumes, what the clock resumes when there are credits, and what has been left paused.
    { key: { account: 1, 'pause.reason': 1, 'pause.at': 1 }, partialFilterExpression: { status: 'paused' } },
    { key: { 'pause.reason': 1, 'pause.at': 1 }, partialFilterExpression: { status: 'paused' } },
    { key: { 'pause.at': 1 }, partialFilterExpression: { status: 'paused' } },
    // Retries that wait for a following run.
    {
      key: { active: 1, site: 1 },
      partialFilterExpression: { 'followUps.0': { $exists: true } },
      name: 'follow_ups',
    },
  ],
  activities: [{ key: { run: 1, seq: 1 }, unique: true }],
  ai_calls: [
    {
      key: { run: 1, stage: 1, batchKey: 1, purpose: 1, index: 1, attempt: 1 },
      unique: true,
      partialFilterExpression: { status: 'accepted' },
    },
    { key: { run: 1, _id: 1 } },
    { key: { account: 1, createdAt: 1 } },
  ],
  credit_entries: [{ key: { key: 1 }, unique: true }, { key: { account: 1, _id: 1 } }, { key: { run: 1 } }],
};

/** Every index that does not follow from a stage. Collections are made here too: a transaction should not. */
export const firstIndexes: Migration = {
  id: '0001-first-indexes',
  async up(db) {
    const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((c) => c.name));
    for (const [name, list] of Object.entries(indexes)) {
      if (!existing.has(name)) await db.createCollection(name);
      await db.collection(name).createIndexes(list, untimed);
    }
  },
};
