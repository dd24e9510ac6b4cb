import type { ObjectId } from 'mongodb';
import { AutomationRun } from '../../../schema/automation-run.ts';
import type { AccountDocuments } from '../documents.ts';

/** The active, else the latest run of a site; null where there was none yet. */
export async function currentRunOf(
  documents: AccountDocuments,
  site: ObjectId,
): Promise<AutomationRun | null> {
  const runs = documents.of(AutomationRun);
  const active = await runs.findOne({ site, active: true });
  return active ?? (await runs.find({ site }, { sort: { startedAt: -1 }, limit: 1 }))[0] ?? null;
}
