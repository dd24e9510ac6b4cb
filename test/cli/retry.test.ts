import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AutomationRun, StageStatus } from '../../schema/automation-run.ts';
import { Keyword } from '../../schema/keyword.ts';
import { ownAccountName } from '../../server/cli/with-app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { galleyUser } from './galley.ts';
import { stageWith } from './shown-run.ts';

const user = galleyUser();
const stage = 'cluster-keywords';
const failure = {
  code: 'AI_REFUSED',
  message: 'It was refused.',
  stage,
  at: new Date(),
  run: new ObjectId(),
};

/** A site of the user's with a failed keyword and, with `status`, a run whose first stage stands so. */
async function siteWithFailed(name: string, status?: StageStatus) {
  const { database } = user;
  const owner = Object.assign(new Account(), { name: ownAccountName });
  const account = (await database.of(Account).findOne({ name: ownAccountName })) ?? owner;
  if (account === owner) await database.of(Account).insertOne(owner);
  const site = await makeSite(database, { name, account: account._id });
  const [keyword] = await makeKeywords(database, site, ['tea'], { failure });
  if (status) {
    const run = Object.assign(new AutomationRun(), {
      account: account._id,
      site: site._id,
      runId: 'run_20251203_140523_manual',
      startedAt: new Date('2025-12-03T14:05:23Z'),
      active: true,
      sequence: [stage],
      current: stage,
      stages: { [stage]: { ...stageWith(1, 'Keywords → Clusters'), status } },
      prices: { keywordsPerCredit: 5 },
      estimate: { credits: 0, stages: {} },
      lease: { owner: null, token: 0, until: new Date(0), session: null },
    });
    await database.of(AutomationRun).insertOne(run);
  }
  return { stored: () => database.of(Keyword).findOne({ _id: keyword?._id ?? site._id }) };
}

describe('galley retry', () => {
  it('puts failed items back for the active run that has yet to come to their stage, and says so', async () => {
    const { stored } = await siteWithFailed('beans', StageStatus.Waiting);
    expect(await user.command(['retry', stage, '--site', 'beans'])).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /^The failed items have been put back\. The run run_20251203_140523_manual will get to them: .*galley resume --site beans\n$/,
      ),
    });
    expect(await stored()).toMatchObject({ failure: null, retries: 1 });
  });

  it('leaves them failed until the active run that is past their stage has ended, and says so', async () => {
    const { stored } = await siteWithFailed('tea', StageStatus.Running);
    expect(await user.command(['retry', stage, '--site', 'tea'])).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /^The run run_20251203_140523_manual goes first\. A run for the failed items follows: .*galley resume --site tea\n$/,
      ),
    });
    expect(await stored()).toMatchObject({ failure: { code: 'AI_REFUSED' } });
  });

  it('says what to do where nothing has failed that may be tried again', async () => {
    const { stored } = await siteWithFailed('mocha');
    await user.database
      .of(Keyword)
      .updateOne({ _id: (await stored())?._id ?? new ObjectId() }, { $set: { disabled: true } });
    expect(await user.command(['retry', stage, '--site', 'mocha'])).toMatchObject({
      code: 0,
      stderr:
        'Nothing that a run may take up has failed in the stage "cluster-keywords" of the site "mocha". ' +
        'Enable failed items that are disabled, or start a run for what is waiting.\n',
    });
  });
});
