import { type ClientSession, type Collection, type Document, ObjectId } from 'mongodb';
import { pictureStage } from '../../schema/image.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { providersForAll } from '../support/providers-for-all.ts';
import { imageWrites, madeFit, type Took } from './bare-image.ts';
import { type Measured, measureRun, openBenchApp, stagesOf } from './bench-app.ts';
import { benchKeywords } from './keywords.ts';
import { median } from './median.ts';
import { PreparedAnswers } from './prepared.ts';
import type { Line } from './report.ts';

const rounds = 3;
const bareTransactions = 400;

/**
 * The engine's time for a batch, all included, beside a bare transaction of three writes with majority concern on
 * the same server: the plan's pipeline for 100 keywords, answers prepared, the two taking turns.
 */
export async function benchOverhead(): Promise<Line[]> {
  const answers = new PreparedAnswers();
  const { app, close } = await openBenchApp({ providers: providersForAll(answers.providers()) });
  try {
    const keywords = benchKeywords(100);
    const { run, batches } = await measureRun(app, keywords);
    await bare(app.engine);
    const prepared = answers.made;
    const runs: Measured[] = [];
    const bareMs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bareMs.push(await bare(app.engine));
      runs.push(await measureRun(app, keywords));
    }
    const perBatch = median(runs.map((run) => run.wallMs / run.batches));
    const cpu = median(runs.map((run) => run.cpuMs / run.batches));
    const pictures = run.stages[pictureStage]?.batches ?? 0;
    const [fit, writes] = [await madeFit(), await imageWrites(app.engine, run)];
    const least = (of: keyof Took) => ((fit[of] + writes[of]) * pictures) / batches;
    return [
      { name: 'batches for 100 keywords', value: batches, unit: 'batches' },
      { name: 'answers not prepared', value: answers.made - prepared, unit: 'answers', goal: 0 },
      { name: 'bare transaction of three writes', value: median(bareMs), unit: 'ms' },
      { name: 'a batch, all included', value: perBatch, unit: 'ms' },
      { name: 'a batch / a bare transaction', value: perBatch / median(bareMs), unit: '×', goal: 2 },
      { name: 'node CPU a batch', value: cpu, unit: 'ms', goal: 2 },
      ...runs
        .slice(-1)
        .flatMap((measured) => stagesOf(measured.run))
        .map(({ key, wallMs, batches }) => ({
          name: `  a batch of ${key}`,
          value: wallMs / batches,
          unit: 'ms',
        })),
      { name: '  of an image: one pixel made fit for pages', value: fit.wallMs, unit: 'ms' },
      { name: '  of an image: what is written', value: writes.wallMs, unit: 'ms' },
      { name: '  these two alone, all else at nothing', value: least('wallMs') / median(bareMs), unit: '×' },
      { name: '  node CPU of these two alone', value: least('cpuMs'), unit: 'ms' },
    ];
  } finally {
    await close();
  }
}

/** Mean time of a transaction of three writes: an item, the run, an entry. */
async function bare({ database }: Engine): Promise<number> {
  const [items, runs, entries] = ['bench_items', 'bench_runs', 'bench_entries'].map((name) =>
    database.db.collection(name),
  ) as [Collection, Collection, Collection];
  const run = new ObjectId();
  await runs.insertOne({ _id: run, used: 0 });
  await items.insertOne({ site: run });
  await entries.insertOne({ key: 0 });
  const one = async (session: ClientSession, body: Document) => {
    await items.insertOne({ ...body }, { session });
    await runs.updateOne({ _id: run }, { $inc: { used: 1 } }, { session });
    await entries.insertOne({ ...body }, { session });
  };
  const body = { site: run, title: 'A draft about coffee', status: 'draft', at: new Date() };
  const started = performance.now();
  await database.client.withSession(async (session) => {
    for (let n = 0; n < bareTransactions; n += 1) {
      await session.withTransaction(() => one(session, body), {
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority' },
      });
    }
  });
  return (performance.now() - started) / bareTransactions;
}
