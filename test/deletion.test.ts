import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Account } from '../schema/account.ts';
import { AiCall } from '../schema/ai-call.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../schema/automation-run.ts';
import { CreditEntry } from '../schema/credit-entry.ts';
import { Deletion } from '../schema/deletion.ts';
import { Site } from '../schema/site.ts';
import { audit } from '../server/credits/audit.ts';
import type { Database } from '../server/db/database.ts';
import { hourMs } from '../server/durations.ts';
import { maintain } from '../server/engine/maintenance.ts';
import { startRun } from '../server/engine/start-run.ts';
import { cancelRun, pauseRun, resumeRun } from '../server/engine/steer-run.ts';
import { errors } from '../server/errors.ts';
import { deleteSite } from '../server/sites.ts';
import { storedPictures } from './support/stored-pictures.ts';
import { openToyApp, type Scene } from './support/toy-app.ts';
import { watchWrites } from './support/watched-writes.ts';

const app = await openToyApp();
const { engine } = app;
const { database, media } = engine;

/** A site that a run has been through, with a picture in its folder. */
async function usedSite(): Promise<Scene & { runId: ObjectId }> {
  const scene = await app.site(3);
  const run = await scene.start();
  await app.worked(run);
  const picture = { bytes: Uint8Array.of(1), mediaType: 'image/png' };
  await media.put({ [`${scene.site._id.toHexString()}/cup.png`]: picture });
  return { ...scene, runId: run._id };
}

/** How many documents of it there are, by collection; those that have none are left out. */
async function left({ site, runId }: { site: Site; runId: ObjectId }): Promise<Record<string, number>> {
  const counts = [
    ...database.itemCollections.map((name) => [name, { site: site._id }] as const),
    ...(['sites', 'runs'] as const).map(
      (name) => [name, name === 'sites' ? { _id: site._id } : { site: site._id }] as const,
    ),
    ['automation_configs', { site: site._id }] as const,
    ['activities', { run: runId }] as const,
    ['ai_calls', { run: runId }] as const,
  ].map(async ([name, filter]) => [name, await database.db.collection(name).countDocuments(filter)] as const);
  return Object.fromEntries((await Promise.all(counts)).filter(([, count]) => count > 0));
}

const pictures = ({ site }: { site: Site }) => storedPictures(database).in(site._id.toHexString());

describe('deleting a site', () => {
  it('removes all that belongs to it, and nothing of another', async () => {
    const [gone, other] = [await usedSite(), await usedSite()];
    const before = await left(other);
    await deleteSite(engine, gone.site);
    expect(await left(gone)).toEqual({});
    expect(await pictures(gone)).toEqual([]);
    expect(await left(other)).toEqual(before);
    expect(await pictures(other)).toEqual(['cup.png']);
  });

  it('leaves the ledger’s entries, so that the account adds up', async () => {
    const { site } = await usedSite();
    const entries = await database.of(CreditEntry).countDocuments({ site: site._id });
    await deleteSite(engine, site);
    expect(await database.of(CreditEntry).countDocuments({ site: site._id })).toBe(entries);
    expect((await audit(database)).differences).toEqual([]);
  });

  it('is refused while a run is running or paused, and done once that is cancelled', async () => {
    const scene = await app.site(3);
    const run = await scene.start();
    const before = await left({ ...scene, runId: run._id });
    await expect(deleteSite(engine, scene.site)).rejects.toMatchObject({
      code: 'DELETION_REFUSED',
      message: expect.stringContaining(`"${scene.site.name}": its run ${run.runId} is running`),
    });
    await pauseRun(engine, run._id, 'Ada');
    await expect(deleteSite(engine, scene.site)).rejects.toThrow('is paused');
    expect(await left({ ...scene, runId: run._id })).toMatchObject({ ...before, activities: 3 });
    await cancelRun(engine, run._id, 'Ada');
    await deleteSite(engine, scene.site);
    expect(await left({ ...scene, runId: run._id })).toEqual({});
    expect((await audit(database)).differences).toEqual([]);
  });

  it('is refused the second time', async () => {
    const { site } = await usedSite();
    await deleteSite(engine, site);
    await expect(deleteSite(engine, site)).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' });
  });

  it('is done, and finished by the clock, where its pictures cannot be removed; no other site waits for that', async () => {
    const [scene, other] = [await usedSite(), await usedSite()];
    const folder = scene.site._id.toHexString();
    const refuses = async (one: string) => {
      if (one === folder) throw errors.mediaUnreachable({ bucket: 'pictures', reason: 'Access Denied' });
      await media.removeFolder(one);
    };
    const refusing = { ...engine, media: { ...media, removeFolder: refuses } };
    await deleteSite(refusing, scene.site);
    expect(await pictures(scene)).toEqual(['cup.png']);
    await deleteSite(refusing, other.site);
    expect(await pictures(other)).toEqual([]);
    await maintain(engine);
    expect(await left(scene)).toEqual({});
    expect(await pictures(scene)).toEqual([]);
  });

  it('is finished by the clock, whatever else of the maintenance cannot be done', async () => {
    const { site, runId } = await usedSite();
    const { account } = await app.site(1);
    const stray = { run: new ObjectId(), amount: 1_000 };
    await database
      .of(Account)
      .updateOne({ _id: account }, { $inc: { available: -1_000, held: 1_000 }, $push: { holds: stray } });
    await deleteSite(engine, site);
    const late = Object.assign(new AiCall(), { site: site._id, account: site.account, run: runId });
    await database.of(AiCall).insertOne(late);
    const cutOff = watchWrites(database, (_, collection) => {
      if (collection === 'accounts') throw new TypeError('cut off');
    });
    await maintain({ ...engine, database: cutOff });
    expect(await left({ site, runId })).toEqual({});
    expect(await database.of(Account).countDocuments({ held: { $gt: 0 } })).toBe(1);
    await maintain(engine);
    expect(await database.of(Account).countDocuments({ held: { $gt: 0 } })).toBe(0);
  });

  it('takes with it what a worker writes late, and forgets about it after an hour', async () => {
    const { site, runId } = await usedSite();
    await deleteSite(engine, site);
    const late = Object.assign(new AiCall(), { site: site._id, account: site.account, run: runId });
    await database.of(AiCall).insertOne(late);
    await maintain(engine);
    expect(await left({ site, runId })).toEqual({});
    app.clock.advance(hourMs);
    await maintain(engine);
    expect(await database.of(Deletion).countDocuments({ _id: site._id })).toBe(0);
  });
});

/** Does it once, ahead of the first write to the collection, and waits for it or not. */
function meddling(collection: string, action: () => Promise<unknown>, { waits }: { waits: boolean }) {
  let done: Promise<unknown> | undefined;
  const watched: Database = watchWrites(database, async (_, written) => {
    if (written !== collection || done) return;
    done = action();
    if (waits) await done;
  });
  return { engine: { ...engine, database: watched }, finished: () => done };
}

describe('a start at the very moment of the deletion', () => {
  it('finds no site when the deletion was first', async () => {
    const { site } = await app.site(3);
    const { engine: raced } = meddling('sites', () => deleteSite(engine, site), { waits: true });
    await expect(startRun(raced, { site: site._id, trigger: RunTrigger.Manual })).rejects.toMatchObject({
      code: 'SITE_NOT_FOUND',
    });
    expect(await database.of(AutomationRun).countDocuments({ site: site._id })).toBe(0);
  });

  it('has the deletion refused when the start was first', async () => {
    const { site } = await app.site(3);
    const deletion = () =>
      deleteSite(engine, site).then(
        () => 'done',
        (error: unknown) => error,
      );
    const { engine: raced, finished } = meddling('activities', deletion, { waits: false });
    await startRun(raced, { site: site._id, trigger: RunTrigger.Manual });
    expect(await finished()).toMatchObject({ code: 'DELETION_REFUSED' });
    expect(await database.of(Site).countDocuments({ _id: site._id })).toBe(1);
  });

  it('is the resumption of a failed run: it finds no site, too', async () => {
    const scene = await app.site(3);
    app.ai.answer = () => {
      throw new TypeError('a bug');
    };
    const failed = await app.worked(await scene.start());
    expect(failed.status).toBe(RunStatus.Failed);
    const { engine: raced } = meddling('sites', () => deleteSite(engine, scene.site), { waits: true });
    await expect(resumeRun(raced, failed._id, 'Ada')).rejects.toMatchObject({
      code: expect.stringMatching(/SITE_NOT_FOUND|RUN_NOT_FOUND/),
    });
    expect((await audit(database)).differences).toEqual([]);
  });

  it('leaves either a site with its run or neither, whoever is first', async () => {
    for (let nth = 0; nth < 15; nth += 1) {
      const { site, start } = await app.site(1);
      await Promise.allSettled([start(), deleteSite(engine, site)]);
      const hasSite = (await database.of(Site).countDocuments({ _id: site._id })) === 1;
      expect(await database.of(AutomationRun).countDocuments({ site: site._id, active: true })).toBe(
        hasSite ? 1 : 0,
      );
    }
    expect((await audit(database)).differences).toEqual([]);
  });
});
