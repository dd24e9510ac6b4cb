import { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { AiCall } from '../../schema/ai-call.ts';
import { AiSettings } from '../../schema/ai-settings.ts';
import { AiSpending, spendingOfMonth, spendingOfRun } from '../../schema/ai-spending.ts';
import { type AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { createBudget } from '../../server/ai/budget.ts';
import { audit } from '../../server/credits/audit.ts';
import { changeSettings } from '../../server/engine/change-settings.ts';
import { resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { makeSite } from '../support/factory.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { openToyApp } from '../support/toy-app.ts';

/** What each of its calls costs: it is no offline one, for which nothing is paid. */
const callUsd = 0.001;
const ai = scriptAi();
const paid = { ...ai.providers, text: { ...ai.providers.text, name: 'scripted', isOffline: false } };
const app = await openToyApp({ providers: paid });
/** Asks a model whose price is known. */
const priced = await openToyApp({
  providers: { ...paid, text: { ...paid.text, name: 'openai', model: 'gpt-6-sol' } },
});
const { engine, clock } = app;
const { database } = engine;
beforeEach(() => ai.reset());

const now = () => clock.now();
const month = '2025-12';
const spent = async (id: string) => (await database.of(AiSpending).findOne({ _id: id }))?.usd ?? 0;
const capOfMonth = (account: ObjectId, usdPerMonth: number | null) =>
  database.of(AiSettings).updateOne({ account }, { $set: { usdPerMonth } }, { upsert: true });

/** A run of four keywords: a call for all of them, and then two for each. */
async function cappedRun(cap: (run: AutomationRun) => Promise<unknown>) {
  const scene = await app.site(4);
  const started = await scene.start();
  await cap(started);
  const run = await app.worked(started);
  return { ...scene, run };
}

describe('a cap of dollars', () => {
  const capOfRun = (run: AutomationRun, usdPerRun: number | null) =>
    changeSettings(engine, { _id: run.site, account: run.account }, { usdPerRun });

  it.each([
    [
      'a run',
      capOfRun,
      'RUN_CAP_REACHED',
      'exceed the $0.0045 that a run of this site may cost; it has cost $0.004 so far.',
    ],
    [
      'a month',
      (run: AutomationRun, usd: number | null) => capOfMonth(run.account, usd),
      'MONTH_CAP_REACHED',
      "exceed the $0.0045 that the account's calls may cost in 2025-12; they have cost $0.004 so far.",
    ],
  ])(
    'for %s stops the run before the call that would pass it; raised, nothing is bought twice',
    async (_, cap, code, words) => {
      const { run, site, account } = await cappedRun((started) => cap(started, 4.5 * callUsd));
      expect(run).toMatchObject({ status: RunStatus.Failed, current: 'echo', error: { code } });
      expect(run.error?.message).toContain(words);
      expect(ai.calls).toHaveLength(4);
      expect(await account()).toMatchObject({ held: 0 });

      await resumeRun(engine, run._id, 'Ada');
      const again = await app.worked(run);
      expect(again).toMatchObject({ status: RunStatus.Failed, error: { code } });
      expect(ai.calls).toHaveLength(4);

      await cap(run, 9 * callUsd);
      await resumeRun(engine, run._id, 'Ada');
      expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed });
      expect(ai.calls).toHaveLength(9);
      expect(await spent(spendingOfRun(run._id))).toBeCloseTo(9 * callUsd, 9);
      expect(await spent(spendingOfMonth(site.account, month))).toBeCloseTo(9 * callUsd, 9);
      expect((await audit(database)).differences).toEqual([]);
    },
  );

  it('that the very first call would pass stops the run before anything is asked', async () => {
    const site = await priced.site(['tea']);
    const started = await site.start();
    const { site: _id, account } = started;
    await changeSettings(priced.engine, { _id, account }, { usdPerRun: 0.001 });
    expect(await priced.worked(started)).toMatchObject({
      status: RunStatus.Failed,
      error: { code: 'RUN_CAP_REACHED', message: expect.stringContaining('it has cost $0.') },
    });
    expect(ai.calls).toEqual([]);
  });

  it('counts what was of no use, too, which costs no credits', async () => {
    ai.answer = ({ purpose, nth }) => (purpose === 'shout' && nth < 3 ? { shouted: [] } : undefined);
    const { run, charges } = await cappedRun((started) => capOfRun(started, null));
    expect(run.status).toBe(RunStatus.Completed);
    const [sum] = await database
      .of(AiCall)
      .aggregate([{ $match: { run: run._id } }, { $group: { _id: null, usd: { $sum: '$costUsd' } } }])
      .toArray();
    expect(sum?.usd).toBeCloseTo(11 * callUsd, 9);
    expect(await spent(spendingOfRun(run._id))).toBeCloseTo(sum?.usd, 9);
    expect(await charges()).toEqual([1_000, 2_000, 2_000, 2_000, 2_000]);
  });

  it('counts nothing for a call that nobody answered', async () => {
    ai.answer = ({ nth }) => {
      if (nth === 1) throw errors.aiUnavailable({ provider: 'scripted', reason: 'it is busy' });
    };
    const { run } = await cappedRun((started) => capOfRun(started, null));
    expect(ai.calls).toHaveLength(10);
    expect(await spent(spendingOfRun(run._id))).toBeCloseTo(9 * callUsd, 9);
  });

  it('counts a call that broke off as it was expected to cost: its provider may well ask for it', async () => {
    ai.answer = ({ nth }) => {
      const reason = 'its answer stopped';
      if (nth === 3) throw errors.aiUnavailable({ provider: 'scripted', reason, mayBePaid: true });
    };
    const { run } = await cappedRun((started) => capOfRun(started, null));
    expect(ai.calls).toHaveLength(10);
    expect(await spent(spendingOfRun(run._id))).toBeCloseTo(10 * callUsd, 9);
  });
});

describe('a budget', () => {
  /** Of a run whose calls for outlines have cost a dollar each so far, three of them. */
  async function outlined(usdPerRun?: number) {
    const site = await makeSite(database);
    const run = { _id: new ObjectId(), site: site._id };
    if (usdPerRun !== undefined) await changeSettings(engine, site, { usdPerRun });
    const budget = createBudget({ database, account: site.account, run, now });
    for (let call = 0; call < 3; call += 1) await (await budget.reserve('outline')).settle(1);
    return { budget, run, account: site.account };
  }

  it('is not passed by calls side by side, in however many processes', async () => {
    const { budget, run, account } = await outlined(8);
    const other = createBudget({ database, account, run, now });
    const asked = Array.from({ length: 20 }, (_, nth) => (nth % 2 ? budget : other).reserve('outline'));
    const results = await Promise.allSettled(asked);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await spent(spendingOfRun(run._id))).toBe(8);
    expect(await spent(spendingOfMonth(account, month))).toBe(8);
  });

  it('goes by what was paid once a call is over, and by what was expected where its process died', async () => {
    const { budget, run } = await outlined(8);
    const [cheap] = [await budget.reserve('outline'), await budget.reserve('outline')];
    expect(await spent(spendingOfRun(run._id))).toBe(5);
    await cheap?.settle(0.25);
    expect(await spent(spendingOfRun(run._id))).toBe(4.25);
  });

  it('expects of a call what it would cost by its size, or what such calls have cost where that is more', async () => {
    const { budget, run } = await outlined(4);
    await expect(budget.reserve('picture', 1.01)).rejects.toMatchObject({ code: 'RUN_CAP_REACHED' });
    const picture = await budget.reserve('picture', 1);
    expect(await spent(spendingOfRun(run._id))).toBe(4);
    await picture.settle(0.25);
    await expect(budget.reserve('picture', 1)).rejects.toMatchObject({ code: 'RUN_CAP_REACHED' });
    await budget.reserve('picture', 0.1);
    expect(await spent(spendingOfRun(run._id))).toBe(3.5);
  });

  it('lets the first call of a purpose pass where nobody knows its cost, unless all is spent', async () => {
    const { budget } = await outlined(4);
    const first = await budget.reserve('a.picture');
    await first.settle(1);
    await expect(budget.reserve('another')).rejects.toMatchObject({ code: 'RUN_CAP_REACHED' });
  });

  it('expects of a new run what such calls have cost in the month', async () => {
    const { account, run } = await outlined();
    await capOfMonth(account, 3.5);
    const next = createBudget({ database, account, run: { ...run, _id: new ObjectId() }, now });
    await expect(next.reserve('outline')).rejects.toMatchObject({
      code: 'MONTH_CAP_REACHED',
      details: { month, capUsd: 3.5, spentUsd: 3 },
    });
  });

  it('is another one with the next month', async () => {
    const { budget, account } = await outlined();
    await capOfMonth(account, 3);
    await expect(budget.reserve('outline')).rejects.toMatchObject({ code: 'MONTH_CAP_REACHED' });
    clock.advance(29 * 86_400_000);
    await budget.reserve('outline');
    clock.advance(-29 * 86_400_000);
  });

  it('is $50 for a run of a site of which nothing was said', async () => {
    const { budget, run } = await outlined();
    await database.of(AiSpending).updateOne({ _id: spendingOfRun(run._id) }, { $set: { usd: 49.5 } });
    await expect(budget.reserve('outline')).rejects.toMatchObject({
      code: 'RUN_CAP_REACHED',
      details: { capUsd: 50, spentUsd: 49.5 },
    });
  });
});
