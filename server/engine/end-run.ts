/** The ways a run ends. Each changes status, hold, account, ledger and log in one transaction. */
import type { ActivityEvent } from '../../schema/activity.ts';
import { type AutomationRun, StageStatus } from '../../schema/automation-run.ts';
import type { RunError } from '../../schema/run-stop.ts';
import { settle } from '../credits/ledger.ts';
import type { GalleyError } from '../errors.ts';
import { addNotification, type News } from '../notifications/outbox.ts';
import type { RunChange } from './fence.ts';
import type { LeasedRun } from './leased-run.ts';
import { completedNews, failedNews } from './news.ts';
import { transition } from './run-state.ts';

/** What ending a run sets on it besides its status: nothing is held, nobody works on it, its site is free. */
export function ended(run: AutomationRun, endedAt: Date): RunChange {
  return {
    set: {
      active: false,
      endedAt,
      pause: null,
      hold: 0,
      creditsLeft: 0,
      creditsSettled: run.creditsUsed,
      'lease.owner': null,
      'lease.session': null,
    },
  };
}

export async function completeRun(leased: LeasedRun): Promise<void> {
  const { run } = leased;
  const gate = Object.values(run.stages).find(({ kind }) => kind === 'gate');
  const ready = gate?.counters.readyForReview ?? null;
  const event: ActivityEvent = {
    type: 'run.completed',
    ready,
    contentIds: gate?.ids.contentIds ?? [],
    creditsUsed: run.creditsUsed,
    elapsedMs: leased.engine.now().getTime() - run.startedAt.getTime(),
  };
  const news = completedNews(run, ready, leased.engine.now());
  await end(leased, 'complete', {}, { stage: null, event, news });
}

/** Ends the run with the error that a person shall read, at the stage from which on a resumed run goes on. */
export async function failRun(leased: LeasedRun, stage: string, error: GalleyError): Promise<void> {
  const { code, message } = error;
  const reason: RunError = { code, message, stage };
  const set = { error: reason, current: stage, [`stages.${stage}.status`]: StageStatus.Failed };
  const news = failedNews(leased.run, reason, leased.engine.now());
  await end(leased, 'fail', set, { stage, event: { type: 'run.failed', code, message }, news });
}

async function end(
  leased: LeasedRun,
  action: 'complete' | 'fail',
  set: Readonly<Record<string, unknown>>,
  { news, ...told }: { stage: string | null; event: ActivityEvent; news: News },
): Promise<void> {
  const { engine } = leased;
  const account = leased.run.account.toHexString();
  const status = await engine.settlements.inLine(account, () =>
    leased.commit(async (session) => {
      const { run } = leased;
      const status = transition(run, action);
      await settle(engine.database, run, session);
      await addNotification(engine.database, news, session);
      const change = ended(run, engine.now());
      return {
        change: { ...change, set: { ...change.set, ...set, status } },
        events: [told],
        result: status,
      };
    }),
  );
  engine.observe.runEnded(status);
  engine.announce();
}
