/** A stage that costs more than it has forecast: 20 credits a cluster. */
import { z } from 'zod';

const settings = z.object({ batchSize: z.int().default(1), parallel: z.int().default(1) });

export default ({ Cluster }) => ({
  key: 'greedy',
  title: 'Clusters → Bills',
  kind: 'local',
  after: 'cluster-keywords',
  settings,
  item: Cluster,
  nouns: { one: 'cluster', many: 'clusters' },
  waiting: { status: 'new', 'passed.greedy': null },
  label: (cluster) => cluster.name,
  forecast: () => ({ usage: [], produces: {} }),
  work: async () => null,
  async save(_, { items }, context) {
    const ids = items.map(({ _id }) => _id);
    await context.in(Cluster).update({ _id: { $in: ids } }, { $set: { 'passed.greedy': true } });
    const usage = [{ kind: 'clusters', count: 10 * items.length }];
    return { counters: { billed: items.length }, usage, message: 'Billed' };
  },
});
