import { type ClientSession, type Document, ObjectId } from 'mongodb';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { inTransaction } from '../../server/db/database.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { decode } from '../../server/media/decode.ts';
import { encode } from '../../server/media/encode.ts';
import { tinyPicture } from '../support/tiny-picture.ts';

const times = 200;
/** As many as a batch of one image has, from its beginning to its end. */
const rowsOfABatch = 8;

/** What it took a time, in milliseconds: by the clock, and of this process's processors. */
export interface Took {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Mean time of what a picture goes through before it is stored: of a batch of images the part that is no engine's. */
export function madeFit(): Promise<Took> {
  return mean(async () => {
    const decoded = await decode(tinyPicture.bytes, { width: 1024, height: 768 });
    if ('pixels' in decoded) await encode(decoded.pixels);
  });
}

/**
 * Mean time of what has to be written for an image, and nothing around it: its picture in two forms, then in one
 * transaction the image, its content, the run, the charge, the answer and the rows of what happened. `run`: as large a
 * document as is changed there.
 */
export async function imageWrites({ database, media }: Engine, run: AutomationRun): Promise<Took> {
  const collection = (name: string) => database.db.collection(`bench_${name}`);
  const [images, contents, runs] = [collection('images'), collection('contents'), collection('runs')];
  const [entries, calls, rows] = [collection('entries'), collection('calls'), collection('rows')];
  const [image, content, held] = [new ObjectId(), new ObjectId(), new ObjectId()];
  await runs.insertOne({ ...run, _id: held });
  await contents.insertOne({ _id: content, pending: times });
  await images.insertOne({ _id: image, site: run.site, prompt: 'A plain cup on a table by a window' });
  const body = (): Document => ({
    site: run.site,
    run: held,
    stage: 'images',
    at: new Date(),
    text: 'x'.repeat(100),
  });
  const write = async (session: ClientSession) => {
    await images.findOneAndUpdate(
      { _id: image },
      { $set: { status: 'generated', at: new Date() } },
      { session },
    );
    await contents.findOneAndUpdate({ _id: content }, { $inc: { pending: -1 } }, { session });
    await entries.insertOne(body(), { session });
    const [filter, update] = [{ _id: new ObjectId() }, { $set: body() }];
    await calls.bulkWrite([{ updateOne: { filter, update, upsert: true } }], { session });
    await runs.findOneAndUpdate({ _id: held }, { $inc: { seq: rowsOfABatch } }, { session });
    await rows.insertMany(Array.from({ length: rowsOfABatch }, body), { session });
  };
  // A transaction makes no collections at ease.
  await Promise.all([entries, calls, rows].map((others) => others.insertOne(body())));
  return database.client.withSession((session) =>
    mean(async () => {
      const name = new ObjectId().toHexString();
      const file = (mediaType: string) => ({ bytes: tinyPicture.bytes, mediaType });
      await media.put({
        [`bench/${name}.webp`]: file('image/webp'),
        [`bench/${name}.png`]: file('image/png'),
      });
      await inTransaction(session, write);
    }),
  );
}

async function mean(work: () => Promise<void>): Promise<Took> {
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  for (let n = 0; n < times; n += 1) await work();
  const wallMs = (performance.now() - started) / times;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000 / times };
}
