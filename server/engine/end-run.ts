/** The ways a run ends. Each changes status, hold, account, ledger and log in one transaction. */
import type { ActivityEvent } from '../../schema/activity.ts';
import { type AutomationRun, StageStatus } from '../../schema/automation-run.ts';
import type { RunError } from '../../schema/run-stop.ts';
import { settle } from '../credits/ledger.ts';
import type { GalleyError } from '../errors.ts';
import { addNotification, type News } from '../notifications/outbox.ts';
import type { RunChange } from './fence.ts';
import type { Holding } from './holding.ts';
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

export async function completeRun(holding: Holding): Promise<void> {
  const { run } = holding;
  const gate = Object.values(run.stages).find(({ kind }) => kind === 'gate');
  const ready = gate?.counters.readyForReview ?? null;
  const event: ActivityEvent = {
    type: 'run.completed',
    ready,
    contentIds: gate?.ids.contentIds ?? [],
    creditsUsed: run.creditsUsed,
    elapsedMs: holding.engine.now().getTime() - run.startedAt.getTime(),
  };
  const news = completedNews(run, ready, holding.engine.now());
  await end(holding, 'complete', {}, { stage: null, event, news });
}

/** Ends the run with the error that a person shall read, at the stage from which on a resumed run goes on. */
export async function failRun(holding: Holding, stage: string, error: GalleyError): Promise<void> {
  const { code, message } = error;
  const reason: RunError = { code, message, stage };
  const set = { error: reason, current: stage, [`stages.${stage}.status`]: StageStatus.Failed };
  const news = failedNews(holding.run, reason, holding.engine.now());
  await end(holding, 'fail', set, { stage, event: { type: 'run.failed', code, message }, news });
}

async function end(
  holding: Holding,
  action: 'complete' | 'fail',
  set: Readonly<Record<string, unknown>>,
  { news, ...told }: { stage: string | null; event: ActivityEvent; news: News },
): Promise<void> {
  const { engine } = holding;
  const account = holding.run.account.toHexString();
  const status = await engine.settlements.inLine(account, () =>
    holding.commit(async (session) => {
      const { run } = holding;
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
