import { expect, it } from 'vitest';
import generateImages from '../../plugins/generate-images/index.ts';
import reviewGate from '../../plugins/review-gate/index.ts';
import { RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { createBucket } from '../../server/media/bucket.ts';
import { openTestApp } from '../support/app.ts';
import { openBucketServer } from '../support/bucket-server.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const server = await openBucketServer();
const bucket = await createBucket({
  bucket: 'pictures',
  region: 'eu-central-1',
  endpoint: server.endpoint,
  credentials: { accessKeyId: 'an-id', secretAccessKey: 'a-secret' },
});
const app = await openTestApp({ stages: [generateImages, reviewGate], parts: { media: bucket } });
const { database } = app.engine;

it('a run keeps its pictures, and what stands in for each, in the bucket where one is named', async () => {
  const site = await makeSite(database);
  await pipelineOf(database, site).image();
  const { _id } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  app.startWorker(1);
  expect(await app.settled(_id)).toMatchObject({ status: RunStatus.Completed, error: null });
  const image = await database.of(Image).findOne({ site: site._id });
  expect(image).toMatchObject({ status: ImageStatus.Generated, mediaType: 'image/webp' });
  const folder = site._id.toHexString();
  expect(image?.mediaKey).toMatch(new RegExp(`^${folder}/[0-9a-f]{32}-[0-9a-f]{16}\\.webp$`));
  const main = image?.mediaKey ?? '';
  const names = [...server.objects.keys()];
  expect(names).toHaveLength(2);
  expect(names).toContain(main);
  for (const name of names) expect(name.replace(/\.\w+$/, '.webp')).toBe(main);
  expect([...server.objects.values()].every(({ body }) => body.length > 0)).toBe(true);
  expect(await database.db.collection('media.files').countDocuments()).toBe(0);
});
