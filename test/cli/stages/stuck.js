/** A stage whose AI never answers: its work ends only when it is abandoned. */
import { z } from 'zod';

const settings = z.object({ batchSize: z.int().default(1), parallel: z.int().default(1) });

export default ({ Cluster }) => ({
  key: 'stuck',
  title: 'Clusters → Nowhere',
  kind: 'ai',
  after: 'cluster-keywords',
  settings,
  item: Cluster,
  nouns: { one: 'cluster', many: 'clusters' },
  waiting: { status: 'new', 'passed.stuck': null },
  label: (cluster) => cluster.name,
  forecast: () => ({ usage: [], produces: {} }),
  work: (_, { signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  save: async () => ({ counters: {}, usage: [], message: '' }),
});
