/** A stage with a fault in it. */
import { z } from 'zod';

const settings = z.object({ batchSize: z.int().default(1), parallel: z.int().default(1) });

export default ({ Cluster }) => ({
  key: 'broken',
  title: 'Clusters → Fault',
  kind: 'local',
  after: 'cluster-keywords',
  settings,
  item: Cluster,
  nouns: { one: 'cluster', many: 'clusters' },
  waiting: { status: 'new', 'passed.broken': null },
  label: (cluster) => cluster.name,
  forecast: () => ({ usage: [], produces: {} }),
  work: async () => {
    throw new TypeError('the fault of the broken stage');
  },
  save: async () => ({ counters: {}, usage: [], message: '' }),
});
