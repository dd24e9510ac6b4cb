import type { RunTrigger } from '../../schema/automation-run.ts';

/** `run_20251203_140523_manual`: the plan's name of a run, in UTC. */
export function runIdOf(startedAt: Date, trigger: RunTrigger): string {
  const [date = '', time = ''] = startedAt.toISOString().split('T');
  return `run_${date.replaceAll('-', '')}_${time.slice(0, 8).replaceAll(':', '')}_${trigger}`;
}
