import { afterEach, describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../../schema/ai-call.ts';
import { RunStatus, RunTrigger } from '../../../schema/automation-run.ts';
import { Keyword, KeywordStatus } from '../../../schema/keyword.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import { errors } from '../../../server/errors.ts';
import { openTestApp } from '../../support/app.ts';
import { makeKeywords, makeSite, numbered } from '../../support/factory.ts';
import { type SeenCall, scriptAi } from '../../support/scripted-ai.ts';

const ai = scriptAi();
const app = await openTestApp({ parts: { providers: ai.providers } });
const { database } = app.engine;
const stage = 'cluster-keywords';
const word = 'forbidden';

const holdsWord = ({ input }: SeenCall) => JSON.stringify(input).includes(word);

/** A batch of twenty and one of four, with the word in the second. */
async function sortTwentyFour() {
  const site = await makeSite(database);
  await makeKeywords(database, site, [...numbered(22), `${word} coffee`, 'tea']);
  app.startWorker();
  const { _id } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual, to: stage });
  const run = await app.settled(_id);
  const failed = await database
    .of(Keyword)
    .find({ site: site._id, failure: { $ne: null } })
    .toArray();
  const sorted = { site: site._id, status: KeywordStatus.Mapped };
  return { run, failed, sorted: await database.of(Keyword).countDocuments(sorted) };
}

afterEach(() => ai.reset());

/** What of an answer about ten keywords, in one cluster, is not to be trusted. */
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const untrusted: [string, readonly number[]][] = [
  ['drops', ten.slice(1)],
  ['invents', [...ten, 11]],
  ['doubles', [...ten, 1]],
];

describe('an answer that', () => {
  it.each(untrusted)(
    '%s a keyword is sent back, and every keyword is sorted by the next',
    async (_, keywords) => {
      const site = await makeSite(database);
      await makeKeywords(database, site, numbered(10));
      const cluster = { join: null, name: 'Coffee', description: 'All of it.', keywords };
      ai.answer = ({ nth }) => (nth === 1 ? { clusters: [cluster] } : undefined);
      app.startWorker();
      const { _id: run } = await startRun(app.engine, {
        site: site._id,
        trigger: RunTrigger.Manual,
        to: stage,
      });
      expect(await app.settled(run)).toMatchObject({ status: RunStatus.Completed });
      const calls = await database
        .of(AiCall)
        .find({ run }, { sort: { _id: 1 } })
        .toArray();
      expect(calls.map(({ status }) => status)).toEqual([AiCallStatus.Rejected, AiCallStatus.Accepted]);
      const kept = { site: site._id, status: KeywordStatus.Mapped, cluster: { $ne: null } };
      expect(await database.of(Keyword).countDocuments(kept)).toBe(10);
    },
  );
});

describe('a keyword that the AI cannot deal with', () => {
  it.each([
    [
      'refused',
      (call: SeenCall) => {
        if (holdsWord(call)) throw errors.aiRefused({ purpose: 'cluster', reason: 'forbidden' });
      },
    ],
    ['answered with nonsense', (call: SeenCall) => (holdsWord(call) ? { clusters: [] } : undefined)],
  ])('fails alone where it is %s: a batch that reads it ahead is asked about without', async (_, answer) => {
    ai.answer = answer;
    const { run, failed, sorted } = await sortTwentyFour();
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    expect(run.stages[stage]).toMatchObject({ processed: 23, failed: 1 });
    expect(failed.map(({ phrase }) => phrase)).toEqual([`${word} coffee`]);
    expect(sorted).toBe(23);
  });
});
