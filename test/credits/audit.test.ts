import { beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import { type Audit, audit } from '../../server/credits/audit.ts';
import { pauseRun } from '../../server/engine/steer-run.ts';
import { openToyApp, type Scene } from '../support/toy-app.ts';

const app = await openToyApp();
const { database } = app.engine;
const [accounts, runs, entries] = [
  database.of(Account),
  database.of(AutomationRun),
  database.of(CreditEntry),
];

interface Case {
  readonly tampering: string;
  /** How its run stands: completed (7 credits used and settled), or paused (8.4 held, 1 of them used). */
  readonly run: 'completed' | 'paused';
  tamper(scene: Scene, run: AutomationRun): Promise<unknown>;
  /** What the audit names, without the account's and run's names: [what, stored − rebuilt]. */
  readonly found: readonly [string, number][];
}

const ofRun = (run: AutomationRun, kind: EntryKind) => ({ run: run._id, kind });
const forged = (scene: Scene, fields: Partial<CreditEntry>) =>
  Object.assign(new CreditEntry(), { account: scene.site.account }, fields);

const cases: readonly Case[] = [
  {
    tampering: 'credits given to an account',
    run: 'completed',
    tamper: ({ site }) => accounts.updateOne({ _id: site.account }, { $inc: { available: 7 } }),
    found: [['account: available + held', 7]],
  },
  {
    tampering: 'credits moved from held to available',
    run: 'paused',
    tamper: ({ site }) => accounts.updateOne({ _id: site.account }, { $inc: { available: 5, held: -5 } }),
    found: [
      ['account: held', -5],
      ['account: list of holds', 5],
    ],
  },
  {
    tampering: 'a hold taken off the list',
    run: 'paused',
    tamper: ({ site }) => accounts.updateOne({ _id: site.account }, { $set: { holds: [] } }),
    found: [['account: list of holds', -8_400]],
  },
  {
    tampering: 'a hold whose run is gone',
    run: 'paused',
    tamper: (_, run) => runs.updateOne({ _id: run._id }, { $set: { active: false } }),
    found: [['account: held', 8_400]],
  },
  {
    tampering: 'a charge made smaller',
    run: 'completed',
    tamper: (_, run) => entries.updateOne(ofRun(run, EntryKind.Charge), { $inc: { amount: 300 } }),
    found: [['run: used', 300]],
  },
  {
    tampering: 'a charge deleted',
    run: 'completed',
    tamper: (_, run) => entries.deleteOne({ ...ofRun(run, EntryKind.Charge), stage: 'shout' }),
    found: [['run: used', 1_000]],
  },
  {
    tampering: 'a charge of a batch that never was',
    run: 'completed',
    tamper: (scene, run) =>
      entries.insertOne(forged(scene, { ...ofRun(run, EntryKind.Charge), key: 'forged', amount: -40 })),
    found: [['run: used', -40]],
  },
  {
    tampering: 'a settlement deleted',
    run: 'completed',
    tamper: (_, run) => entries.deleteOne(ofRun(run, EntryKind.Settlement)),
    found: [
      ['run: settled', 7_000],
      ['account: available + held', -7_000],
    ],
  },
  {
    tampering: 'a top-up made larger',
    run: 'completed',
    tamper: ({ site }) =>
      entries.updateOne({ account: site.account, kind: EntryKind.TopUp }, { $inc: { amount: 1_000 } }),
    found: [['account: available + held', -1_000]],
  },
  {
    tampering: 'less noted as used than was',
    run: 'completed',
    tamper: (_, run) => runs.updateOne({ _id: run._id }, { $inc: { creditsUsed: -1_000 } }),
    found: [
      ['run: used', -1_000],
      ['run: used by its stages', 1_000],
    ],
  },
  {
    tampering: "a stage's share changed",
    run: 'completed',
    tamper: (_, run) => runs.updateOne({ _id: run._id }, { $inc: { 'stages.echo.creditsUsed': 20 } }),
    found: [['run: used by its stages', 20]],
  },
  {
    tampering: 'more left to an active run than is held',
    run: 'paused',
    tamper: (_, run) => runs.updateOne({ _id: run._id }, { $inc: { creditsLeft: 900 } }),
    found: [['account: held', -900]],
  },
];

describe('the audit', () => {
  let before: Audit;
  let after: Audit;
  const names = new Map<Case, { account: string; runId: string }>();

  beforeAll(async () => {
    const made: { tampered: Case; scene: Scene; run: AutomationRun }[] = [];
    for (const tampered of cases) {
      // So that each run has a name of its own.
      app.clock.advance(1_000);
      const scene = await app.site(3, { credits: 20 });
      const run = await scene.start();
      app.toys.shout.inWork = () =>
        tampered.run === 'paused' ? pauseRun(app.engine, run._id, 'Ada') : undefined;
      const isThere = ({ status, stages }: AutomationRun) =>
        status === tampered.run && stages.shout?.processed === 3;
      await app.worked(run, isThere);
      made.push({ tampered, scene, run });
      const account = await accounts.findOne({ _id: scene.site.account });
      names.set(tampered, { account: account?.name ?? '', runId: run.runId });
    }
    before = await audit(database);
    for (const { tampered, scene, run } of made) await tampered.tamper(scene, run);
    after = await audit(database);
  });

  it('finds nothing in books that are as they were kept, and says what it looked at', async () => {
    expect(before).toMatchObject({ accounts: cases.length, runs: cases.length, differences: [] });
    expect(before.entries).toBeGreaterThan(cases.length * 2);
    expect(await runs.countDocuments({ status: RunStatus.Completed })).toBe(8);
  });

  it.each(cases)('finds $tampering', (tampered) => {
    const { account = '', runId = '' } = names.get(tampered) ?? {};
    const own = after.differences
      .filter(({ what }) => what.startsWith(`account ${account}:`) || what.startsWith(`run ${runId}:`))
      .map(({ what, stored, rebuilt }) => [what.replace(/ .*?:/, ':'), stored - rebuilt]);
    expect(own).toEqual(tampered.found);
  });

  it('finds nothing besides', () => {
    expect(after.differences).toHaveLength(cases.flatMap(({ found }) => found).length);
  });
});
