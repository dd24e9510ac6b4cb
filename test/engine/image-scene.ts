/** A site with drafts and images, and the two stages that concern them. */
import { ObjectId } from 'mongodb';
import { beforeEach } from 'vitest';
import generateImages from '../../plugins/generate-images/index.ts';
import reviewGate from '../../plugins/review-gate/index.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { type AutomationRun, RunTrigger } from '../../schema/automation-run.ts';
import { Content, type ImageCountChange, imagesChanged } from '../../schema/content.ts';
import { Image } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';
import { transaction } from '../../server/db/database.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { watchWrites } from '../support/watched-writes.ts';

export const pixel = { bytes: Uint8Array.of(137, 80, 78, 71), mediaType: 'image/png', width: 1, height: 1 };
export const ai = scriptAi();
export const app = await openTestApp({
  stages: [generateImages, reviewGate],
  parts: { providers: ai.providers },
});
export const { database } = app.engine;
beforeEach(() => {
  ai.reset();
  ai.paint = () => pixel;
});

/** A site with so many drafts of so many pending images; `parallel` batches at once. */
export async function makeDrafts({
  drafts,
  images,
  parallel = 1,
}: Record<'drafts' | 'images', number> & { parallel?: number }) {
  const site = await makeSite(database);
  const stages = { 'generate-images': { parallel } };
  await database
    .of(AutomationConfig)
    .insertOne(Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages }));
  const contents: Content[] = [];
  for (let nth = 1; nth <= drafts; nth += 1) {
    const content = Object.assign(new Content(), {
      account: site.account,
      site: site._id,
      task: new ObjectId(),
      cluster: new ObjectId(),
      title: `Draft ${nth}`,
      slug: `draft-${nth}`,
      images: { planned: true, total: images, pending: images, failed: 0 },
    });
    contents.push(content);
    for (let position = 0; position < images; position += 1) await addImage(site, content._id, position);
  }
  await database.of(Content).insertMany(contents);
  const [content] = contents;
  if (!content) throw new TypeError('no draft was asked for');
  return { site, content, stored: () => database.of(Content).findOne({ _id: content._id }) };
}

async function addImage(site: Site, content: ObjectId, position: number): Promise<Image> {
  const fields = { account: site.account, site: site._id, content, position };
  const image = Object.assign(new Image(), fields, {
    prompt: `Prompt ${position}`,
    alt: `Picture ${position}`,
  });
  await database.of(Image).insertOne(image);
  return image;
}

export const imageAt = (content: Content, position: number) =>
  database.of(Image).findOne({ content: content._id, position });

/** A change of a draft's images from outside, as the API makes it: the rule in the same transaction. */
export function applyOutside(
  content: Content,
  change: ImageCountChange,
  dropped: number[],
  added: number[] = [],
) {
  return transaction(database.client, async (session) => {
    const position = { $in: dropped };
    await database.of(Image).deleteMany({ content: content._id, position }, { session });
    const { account, site, _id } = content;
    for (const place of added) {
      const fields = { account, site, content: _id, position: place, prompt: '', alt: 'New' };
      await database.of(Image).insertOne(Object.assign(new Image(), fields), { session });
    }
    await database.of(Content).updateOne({ _id }, imagesChanged(change), { session });
  });
}

export async function worked(run: AutomationRun, engine: Engine = app.engine): Promise<AutomationRun> {
  const worker = new Worker(engine, { slots: 1 });
  worker.start();
  const done = await app.settled(run._id);
  await worker.stop();
  return done;
}
export const start = (site: Site) => startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });

/** Does something from outside just before the engine first writes to the collection, and waits for it or not. */
export function meddling(collection: string, action: () => Promise<unknown>, { waits }: { waits: boolean }) {
  let done: Promise<unknown> | undefined;
  const meddled = watchWrites(database, async (_, written) => {
    if (written !== collection || done) return;
    done = action();
    if (waits) await done;
  });
  return { engine: { ...app.engine, database: meddled }, finished: async () => await done };
}
