/** All that the product asks its database, asked at least once. */
import { hostname } from 'node:os';
import { ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Idea } from '../../schema/idea.ts';
import { Image } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';
import { accountNamed, openAccount } from '../../server/accounts.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { topUp } from '../../server/credits/ledger.ts';
import { dayMs } from '../../server/durations.ts';
import { dropImages, replaceImage } from '../../server/editing/images.ts';
import { freeIfGone, nextClaimable } from '../../server/engine/claim.ts';
import { changeFenced, renewLease } from '../../server/engine/fence.ts';
import { latestRuns, resumableRun, rowsAfter, runNamed } from '../../server/engine/find-run.ts';
import { maintain, resumeForCredits } from '../../server/engine/maintenance.ts';
import type { Choice } from '../../server/engine/plan.ts';
import { retryFailed } from '../../server/engine/retry-failed.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { cancelRun, pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { errors, isError } from '../../server/errors.ts';
import { importKeywords } from '../../server/import/import-keywords.ts';
import { createCourier } from '../../server/notifications/courier.ts';
import { logTarget } from '../../server/notifications/target.ts';
import { deleteSite, openSite, siteNamed, sitesOf } from '../../server/sites.ts';
import type { TestApp } from '../support/app.ts';
import { makeKeywords, numbered } from '../support/factory.ts';
import { tinyPicture } from '../support/tiny-picture.ts';
import { watchWrites } from '../support/watched-writes.ts';
import { failedItems, heldBackDrafts } from './crowd.ts';

/** What the AI does next: answer, refuse a picture, or reject the key. */
export interface Mood {
  now: 'willing' | 'refusing' | 'rejecting';
}

/** Goes through all that people, programs, workers and the clock do, on a site where a few keywords wait. */
export async function goEveryWay(app: TestApp, site: Site, mood: Mood): Promise<void> {
  await throughToReview(app, site, mood);
  await retriedAndFollowed(app, site);
  await pausedForCredits(app, site);
  await cutOff(app, site);
  await lookedUp(app, site);
  await takenAway(app, site);
}

/** With a refused picture, a rejected key, a retry and a resumption on the way. */
async function throughToReview(app: TestApp, site: Site, mood: Mood): Promise<void> {
  const { engine } = app;
  const worker = app.startWorker();
  mood.now = 'refusing';
  await ended(app, (await start(app, site))._id);
  mood.now = 'rejecting';
  const retried = await retryFailed(engine, { site: site._id, stage: 'generate-images' });
  await ended(app, retried.run._id);
  mood.now = 'willing';
  await resumeRun(engine, retried.run._id, 'Ada');
  await ended(app, retried.run._id);
  await worker.stop();
}

async function retriedAndFollowed(app: TestApp, site: Site): Promise<void> {
  const { engine } = app;
  await addIdeas(app, site);
  const { task } = await failedItems(engine.database, site);
  const run = await start(app, site, { from: 'queue-tasks' });
  await pauseRun(engine, run._id, 'Ada');
  await resumeRun(engine, run._id, 'Ada');
  // Refused, once it has looked for any that wait again.
  await Promise.allSettled([retryFailed(engine, { site: site._id, stage: 'generate-images' })]);
  await retryFailed(engine, { site: site._id, stage: 'generate-content', items: [task] });
  await retryFailed(engine, { site: site._id, stage: 'cluster-keywords' });
  await cancelRun(engine, run._id, 'Ada');
  // Starts the run that follows for the sake of the last retry.
  await maintain(engine);
  const runs = engine.database.of(AutomationRun);
  const change = { $set: { creditsLeft: 0 } };
  const following = await runs.findOneAndUpdate({ site: site._id, active: true }, change);
  const worker = app.startWorker();
  if (following) await ended(app, following._id);
  const items = await addIdeas(app, site);
  const chosen = await start(app, site, { from: 'queue-tasks', to: 'queue-tasks', items });
  await ended(app, chosen._id);
  await worker.stop();
}

async function pausedForCredits(app: TestApp, site: Site): Promise<void> {
  const { engine } = app;
  await addIdeas(app, site);
  const poor = await start(app, site, { from: 'queue-tasks' });
  await pauseForCredits(app, poor._id);
  await resumeForCredits(engine, site.account);
  await pauseForCredits(app, poor._id);
  await maintain(engine);
  await pauseRun(engine, poor._id, 'Ada');
  app.clock.advance(8 * dayMs);
  await maintain(engine);
  const { database, log, now } = engine;
  await createCourier({ database, log, now, target: logTarget(log) }).deliver();
}

/** Starts and workers that were cut off, and what is found of them. */
async function cutOff(app: TestApp, site: Site): Promise<void> {
  const { engine } = app;
  const { database } = engine;
  const runs = database.of(AutomationRun);
  const stray = { run: new ObjectId(), amount: 1_000 };
  await database
    .of(Account)
    .updateOne({ _id: site.account }, { $inc: { available: -1_000, held: 1_000 }, $push: { holds: stray } });
  await maintain(engine);

  await addIdeas(app, site);
  const { _id } = await start(app, site, { from: 'queue-tasks' });
  const owner = `${hostname()}:99999999:gone`;
  const gone = { owner, token: 7, until: new Date(Date.now() + dayMs), session: null };
  // Neither it nor its hold had got far.
  await runs.updateOne({ _id }, { $set: { lease: gone, hold: 0, creditsLeft: 0 } });
  const run = await runs.findOne({ _id });
  if (!run) throw new TypeError('the run that was just started');
  const nobody = { owner: 'nobody', token: 0, leaseMs: 0 };
  await changeFenced(runs, run, nobody, {}).catch(onlyOf('LEASE_LOST'));
  await renewLease(runs, run, nobody).catch(onlyOf('LEASE_LOST'));
  await freeIfGone(database, run);
  await nextClaimable(database, engine.registry.keys, { runs: [site._id] });
  await nextClaimable(database, engine.registry.keys, { accounts: [site.account] });
  const worker = app.startWorker();
  await ended(app, _id);
  await worker.stop();
  await outrun(app, site);
}

/** A start whose credits are taken by another one just before it takes them. */
async function outrun(app: TestApp, site: Site): Promise<void> {
  const { engine } = app;
  const { database } = engine;
  await addIdeas(app, site);
  const accounts = database.of(Account);
  const { available = 0 } = (await accounts.findOne({ _id: site.account })) ?? {};
  const take = (amount: number) =>
    accounts.updateOne({ _id: site.account }, { $inc: { available: -amount } });
  const raced = watchWrites(database, async (_, collection) => {
    if (collection === 'accounts') await take(available);
  });
  const options = { site: site._id, trigger: RunTrigger.Manual };
  await startRun({ ...engine, database: raced }, options).catch(onlyOf('INSUFFICIENT_CREDITS'));
  await take(-available);
}

function onlyOf(code: string) {
  return (error: unknown) => {
    if (!isError(error, code)) throw error;
  };
}

async function lookedUp(app: TestApp, site: Site): Promise<void> {
  const { engine } = app;
  const { database } = engine;
  const { account } = await openAccount(database, { name: 'Ada', opening: 1_000_000 });
  await topUp(database, { account: account._id, amount: 1_000, key: 'again' });
  await accountNamed(database, 'Ada');
  await openSite(database, account._id, 'Tea');
  await siteNamed(database, account._id, 'Tea');
  const row = { volume: null, difficulty: null, intent: null, cpc: null, country: null };
  const rows = numbered(3, 'green tea').map((phrase) => ({ ...row, phrase, normalised: phrase }));
  await importKeywords(database, site, rows);
  const sites = await sitesOf(database, site.account);
  const [latest] = await latestRuns(database, sites, 10);
  if (!latest) throw new TypeError('the site has runs');
  await runNamed(database, sites, 'latest');
  await runNamed(database, sites, latest.runId);
  await resumableRun(database, sites);
  await rowsAfter(database, latest._id, 3);
}

/** Images dropped and replaced, pictures swept, sites deleted. */
async function takenAway(app: TestApp, site: Site): Promise<void> {
  const { engine } = app;
  const { database } = engine;
  const drafts = await heldBackDrafts(database, site, 2, 'dropped');
  const ofDraft = (content: ObjectId | undefined) =>
    Object.assign(new Image(), { account: site.account, site: site._id, content, prompt: '', alt: '' });
  const [one, other] = drafts.map(({ _id }) => ofDraft(_id));
  if (!one || !other) throw new TypeError('two drafts');
  await database.of(Image).insertMany([one, other]);
  const ofSite = { account: site.account, site: site._id };
  await dropImages(engine, ofSite, { filter: { _id: one._id } });
  await replaceImage(engine, other._id, {});
  await database.of(Content).updateOne({ _id: other.content }, { $set: { status: ContentStatus.Published } });
  await dropImages(engine, ofSite, { filter: { _id: other._id } });

  const folder = site._id.toHexString();
  await engine.media.put({ [`${folder}/orphan.png`]: tinyPicture });
  await engine.media.read(`${folder}/orphan.png`);
  app.clock.advance(365 * dayMs);
  await maintain(engine);
  const { account } = await openAccount(database, { name: 'Ada', opening: 1 });
  const tea = await siteNamed(database, account._id, 'Tea');
  await makeKeywords(database, tea, ['green tea']);
  await cancelRun(engine, (await start(app, tea))._id, 'Ada');
  await deleteSite(engine, tea);
  app.clock.advance(dayMs);
  await maintain(engine);
}

function start({ engine }: TestApp, site: Site, choice: Choice = {}): Promise<AutomationRun> {
  return startRun(engine, { site: site._id, trigger: RunTrigger.Manual, ...choice });
}

async function ended(app: TestApp, run: ObjectId): Promise<void> {
  await app.settled(run, ({ active, lease }) => !active && lease.owner === null);
}

async function addIdeas({ clock, engine }: TestApp, { account, _id }: Site): Promise<ObjectId[]> {
  // Each at its own minute: their titles are as unlike.
  clock.advance(60_000);
  const ideas = numbered(3, `Idea of ${clock.now().toISOString()}`).map((title) =>
    Object.assign(new Idea(), { account, site: _id, cluster: _id, title, brief: 'Brief.' }),
  );
  await engine.database.of(Idea).insertMany(ideas);
  return ideas.map((idea) => idea._id);
}

async function pauseForCredits({ engine, clock }: TestApp, run: ObjectId): Promise<void> {
  const pause = { reason: 'credits', by: null, message: 'Short', at: clock.now(), needed: 1 } as const;
  await engine.database
    .of(AutomationRun)
    .updateOne({ _id: run }, { $set: { status: RunStatus.Paused, pause } });
}

/** The offline AI in a mood: pictures are one pixel, the second may be refused in any words, the key rejected. */
export function moody(mood: Mood): Providers {
  let painted = 0;
  return {
    ...offlineProviders,
    image: {
      ...offlineProviders.image,
      async paint({ purpose }) {
        painted += 1;
        if (mood.now === 'refusing' && [2, 3].includes(painted))
          throw errors.aiRefused({ purpose, reason: 'too dull' });
        if (mood.now === 'rejecting') throw errors.aiRejectedKey({ provider: 'offline' });
        return { picture: tinyPicture, costUsd: 0 };
      },
    },
  };
}
