import { ObjectId } from 'mongodb';
import { beforeEach, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';
import { dayMs, hourMs } from '../../server/durations.ts';
import { maintain } from '../../server/engine/maintenance.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { storedPictures } from '../support/stored-pictures.ts';

const app = await openTestApp();
const { database, media } = app.engine;
const stored = storedPictures(database);
let site: Site;

beforeEach(async () => {
  site = await makeSite(database);
  // The day's sweep is due again.
  app.clock.advance(25 * hourMs);
});

/** Stores a picture in the folder of that name as if so many hours ago; returns its key. */
async function picture(name: string, hours: number, folder = site._id.toHexString()): Promise<string> {
  const key = `${folder}/${name}.png`;
  await media.put({ [key]: { bytes: Buffer.from('a picture'), mediaType: 'image/png' } });
  await stored.date(key, new Date(app.clock.now().getTime() - hours * hourMs));
  return key;
}

const left = (folder = site._id.toHexString()) => stored.in(folder);

async function imageOf(mediaKey: string): Promise<void> {
  const fields = { account: site.account, site: site._id, content: new ObjectId(), mediaKey };
  await database.of(Image).insertOne(
    Object.assign(new Image(), fields, {
      status: ImageStatus.Generated,
      prompt: 'A cup',
      alt: 'A cup',
    }),
  );
}

/** A run in that state that has paid for the picture. */
async function paid(key: string, status: RunStatus): Promise<void> {
  const run = Object.assign(new AutomationRun(), {
    site: site._id,
    account: site.account,
    runId: `run_${key}`,
    status,
    active: false,
  });
  await database.of(AutomationRun).insertOne(run);
  const call = {
    account: site.account,
    site: site._id,
    run: run._id,
    stage: 'generate-images',
    batchKey: key,
  };
  const answer = { purpose: 'picture', index: 0, attempt: 1, status: AiCallStatus.Accepted, reply: { key } };
  await database.of(AiCall).insertOne(Object.assign(new AiCall(), call, answer));
}

it('removes pictures older than a day that no image is', async () => {
  await picture('orphan', 25);
  await imageOf(await picture('kept', 25));
  await picture('young', 23);
  await maintain(app.engine);
  expect(await left()).toEqual(['kept.png', 'young.png']);
});

it('keeps what a run has paid for as long as it may still save it', async () => {
  await paid(await picture('failed', 90), RunStatus.Failed);
  await paid(await picture('paused', 90), RunStatus.Paused);
  await paid(await picture('completed', 90), RunStatus.Completed);
  await paid(await picture('cancelled', 90), RunStatus.Cancelled);
  await maintain(app.engine);
  expect(await left()).toEqual(['failed.png', 'paused.png']);
});

it('leaves alone what is no site’s of this database: another installation may keep its pictures in the bucket', async () => {
  const foreign = new ObjectId().toHexString();
  await picture('cup', 2_000, foreign);
  await picture('logo', 2_000, 'brand');
  await maintain(app.engine);
  expect(await left(foreign)).toEqual(['cup.png']);
  expect(await left('brand')).toEqual(['logo.png']);
});

it('does not take the picture of another site’s image for an image’s of this one', async () => {
  const key = await picture('orphan', 25);
  await database.of(Image).insertOne(
    Object.assign(new Image(), {
      site: new ObjectId(),
      account: site.account,
      content: new ObjectId(),
      mediaKey: key,
      prompt: '',
      alt: '',
    }),
  );
  await maintain(app.engine);
  expect(await left()).toEqual([]);
});

it('looks once a day', async () => {
  await maintain(app.engine);
  await picture('orphan', 25);
  app.clock.advance(23 * hourMs);
  await maintain(app.engine);
  expect(await left()).toEqual(['orphan.png']);
  app.clock.advance(hourMs);
  await maintain(app.engine);
  expect(await left()).toEqual([]);
});

it('looks as before once a clock that was a year ahead is right again', async () => {
  app.clock.advance(365 * dayMs);
  await maintain(app.engine);
  app.clock.advance(-365 * dayMs);
  await picture('orphan', 25);
  await maintain(app.engine);
  expect(await left()).toEqual([]);
});

it('goes through folders of more than one page', async () => {
  const folder = site._id.toHexString();
  const keys = Array.from({ length: 1_203 }, (_, nth) => `${folder}/picture-${nth}.png`);
  const file = { bytes: Buffer.from('a picture'), mediaType: 'image/png' };
  await media.put(Object.fromEntries(keys.map((key) => [key, file])));
  await stored.dateFolder(folder, new Date(app.clock.now().getTime() - 25 * hourMs));
  await imageOf(keys[700] ?? '');
  await maintain(app.engine);
  expect(await left()).toEqual(['picture-700.png']);
});
