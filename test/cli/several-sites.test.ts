import { beforeEach, describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Site } from '../../schema/site.ts';
import { ownAccountName } from '../../server/cli/with-app.ts';
import { makeSite } from '../support/factory.ts';
import { galleyUser } from './galley.ts';
import { stageWith } from './shown-run.ts';

const user = galleyUser();
const runId = 'run_20251203_140523_manual';

const stage = 'cluster-keywords';
const atFirstStage = {
  sequence: [stage],
  current: stage,
  stages: { [stage]: stageWith(1, 'Keywords → Clusters') },
  prices: { keywordsPerCredit: 5 },
  estimate: { credits: 0, stages: {} },
  lease: { owner: null, token: 0, until: new Date(0), session: null },
};

/** As many sites as names, each with a run that was started in the same second as the others. */
async function runsOn(names: readonly string[]): Promise<void> {
  const { database } = user;
  const account = Object.assign(new Account(), { name: ownAccountName });
  await database.of(Account).insertOne(account);
  const startedAt = new Date('2025-12-03T14:05:23Z');
  for (const name of names) {
    const { _id: site } = await makeSite(database, { name, account: account._id });
    const fields = { ...atFirstStage, account: account._id, site, runId, startedAt, active: true };
    const run: AutomationRun = Object.assign(new AutomationRun(), fields);
    await database.of(AutomationRun).insertOne(run);
  }
}

async function statusOn(name: string): Promise<RunStatus | undefined> {
  const site = await user.database.of(Site).findOne({ name });
  return (await user.database.of(AutomationRun).findOne(site ? { site: site._id } : {}))?.status;
}

beforeEach(async () => {
  for (const kind of [Account, Site, AutomationRun]) await user.database.of<object>(kind).deleteMany({});
});

describe('with active runs on many sites', () => {
  beforeEach(() => runsOn(Array.from({ length: 30 }, (_, at) => `site ${at + 10}`)));

  it.each([[['pause']], [['cancel']], [['resume']], [['cancel', 'latest']], [['pause', runId]]])(
    'galley %j picks none: it names a few of the sites, and what to add',
    async (args) => {
      expect(await user.command(args)).toMatchObject({
        code: 2,
        stdout: '',
        stderr:
          'Several sites could be meant: "site 10", "site 11", "site 12", "site 13", "site 14" and 25 more. ' +
          'Name one of them.\nAdd: --site NAME\n',
      });
      const active = { active: true, status: RunStatus.Running };
      expect(await user.database.of(AutomationRun).countDocuments(active)).toBe(30);
    },
  );

  it('pause takes the site that is named, names it, and prints a command that continues that run', async () => {
    const { code, stdout } = await user.command(['pause', '--site', 'site 12']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${runId} of the site "site 12" pauses after the batch in flight. Continue with: npx galley resume --site 'site 12'\n`,
    });
    expect(await statusOn('site 12')).toBe(RunStatus.Paused);
    expect(await user.database.of(AutomationRun).countDocuments({ status: RunStatus.Running })).toBe(29);
  });

  it('pause says of a run that waits for credits that no credits will end its pause', async () => {
    const pause = { reason: 'credits', message: '', by: null, at: new Date(), needed: 1_000 } as const;
    await user.database.of(AutomationRun).updateMany({}, { $set: { status: RunStatus.Paused, pause } });
    const { code, stdout } = await user.command(['pause', '--site', 'site 12']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${runId} of the site "site 12" stays paused, whatever credits are added. Continue with: npx galley resume --site 'site 12'
`,
    });
  });

  it('cancel takes the site that is named, and names it', async () => {
    const { code, stdout } = await user.command(['cancel', '--site', 'site 39']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${runId} of the site "site 39" is cancelled. It used 0 credits; everything it finished stays.\n`,
    });
    expect(await statusOn('site 39')).toBe(RunStatus.Cancelled);
  });
});

it('the one active run is meant, though the run of another site came later', async () => {
  await runsOn(['tea']);
  const { account } = (await user.database.of(Site).findOne({ name: 'tea' })) ?? {};
  if (!account) throw new TypeError('there is a site');
  const { _id: site } = await makeSite(user.database, { name: 'mate', account });
  const ended = {
    ...atFirstStage,
    account,
    site,
    runId: 'run_20251204_140523_manual',
    startedAt: new Date('2025-12-04'),
  };
  await user.database
    .of(AutomationRun)
    .insertOne(Object.assign(new AutomationRun(), ended, { status: RunStatus.Completed, active: false }));
  expect((await user.command(['pause'])).stdout).toContain(`${runId} of the site "tea" pauses`);
  expect((await user.command(['cancel'])).stdout).toContain(`${runId} of the site "tea" is cancelled.`);
});

it('a run that has ended took as long in the list as its summary says', async () => {
  await runsOn(['tea']);
  const times = { endedAt: new Date('2025-12-03T14:05:34.600Z'), active: false, status: RunStatus.Completed };
  await user.database.of(AutomationRun).updateMany({}, { $set: times });
  expect((await user.command(['runs'])).stdout).toMatch(/ 12s\n$/);
});

it('a site with a quote in its name can be named as it is printed', async () => {
  await runsOn(["Ada's"]);
  const { stdout } = await user.command(['pause']);
  expect(stdout).toContain("galley resume --site 'Ada'\\''s'\n");
});
