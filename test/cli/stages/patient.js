/** A stage whose work goes on until its process is told to stop: whoever tells it so cannot come too late. */
import { once } from 'node:events';
import { z } from 'zod';

const settings = z.object({ batchSize: z.int().default(1), parallel: z.int().default(1) });
const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

export default ({ Cluster }) => ({
  key: 'patient',
  title: 'Clusters → Patience',
  kind: 'local',
  after: 'cluster-keywords',
  settings,
  item: Cluster,
  nouns: { one: 'cluster', many: 'clusters' },
  waiting: { status: 'new', 'passed.patient': null },
  label: (cluster) => cluster.name,
  forecast: () => ({ usage: [], produces: {} }),
  work: async () => told,
  async save(_, { items }, context) {
    const ids = items.map(({ _id }) => _id);
    await context.in(Cluster).update({ _id: { $in: ids } }, { $set: { 'passed.patient': true } });
    return { counters: {}, usage: [], message: 'Told to stop' };
  },
});
