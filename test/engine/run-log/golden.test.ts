import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunStatus } from '../../../schema/automation-run.ts';
import { realRun } from './real-run.ts';

const golden = join(import.meta.dirname, 'golden');
const stageFiles = [1, 2, 3, 4, 5, 6, 7].map((n) => `stage_${n}.log`);
const files = ['automation_run.log', ...stageFiles];
const { run, logs } = await realRun();
const textOf = (file: string) => logs.get(file) ?? '';

describe('the log of a run of the seven stages', () => {
  it('is one file for the run and one for each of its stages', () => {
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    expect([...logs.keys()]).toEqual(files);
  });

  // `npx vitest run -u` writes the golden files anew.
  it.each(files)('reads, in %s, as the golden file does', async (file) => {
    await expect(textOf(file)).toMatchFileSnapshot(join(golden, file));
  });

  it.each(files)('has the time in front of every line of %s that is no heading', (file) => {
    const lines = textOf(file)
      .replace(/={40}\n(?:.+\n)+={40}\n/g, '')
      .split('\n');
    const others = lines.filter((line) => line !== '' && !/^--- Batch \d+\/\d+ ---$/.test(line));
    expect(others.length).toBeGreaterThan(0);
    for (const line of others) expect(line).toMatch(/^\d\d:\d\d:\d\d - \S/);
  });

  it.each([
    'Automation started (trigger: manual)',
    'Credit check: Account has 1500 credits, estimated need: # credits',
    'Stage 1 starting: Keywords → Clusters',
    'Stage 1: Found 7 pending keywords',
    'Stage 1: Processing batch 1/3 (3 keywords)',
    'Stage 1: AI task queued: task_id=key-1',
    'Stage 1: Batch 1 complete - # clusters created',
    'Stage 2: Generating ideas for cluster: Espresso Machines',
    "Stage 2: Cluster 'Espresso Machines' complete: # ideas created",
    'Stage 3: Queueing batch 1/2 (5 ideas)',
    'Stage 3: Batch 1 complete: 5 tasks created',
    'Stage 4: Started content generation for Task 3',
    'Stage 4: Writing sections (#% complete)',
    'Stage 4: Completed Task 2 → Content created (# words)',
    "Stage 5: Content 'Espresso Machine: A Beginner's Guide' complete: # prompts created",
    'Stage 6: Image generated: /media/site-1/key-#.webp',
    'Automation complete. # content pieces ready for review',
    'Content IDs ready: [content-1, content-2, content-3, content-4, content-5, content-6]',
  ])("has, in automation_run.log, the plan's sentence: %s", (sentence) => {
    expect(textOf('automation_run.log')).toMatch(lineOf(sentence));
  });

  it.each([
    '--- Batch 1/3 ---',
    'Found 7 pending keywords',
    'Batch size: 3 keywords',
    'Total batches: 3',
    'Keyword IDs: [keyword-1, keyword-2, keyword-3]',
    'Calling cluster-keywords(ids=[keyword-1..keyword-3], account=account-1, site_id=site-1)',
    'AI task queued: task_id=key-1',
    'Monitoring task status...',
    'Phase: INIT - Initializing',
    'Phase: AI_CALL - AI analyzing keywords',
    'Phase: SAVE - Creating clusters',
    'Phase: DONE - Complete',
    'Result: # clusters created',
    'Clusters: ["Espresso Machines", "Cold Brew Coffee"]',
    'Credits used: #',
    'STAGE 1 COMPLETE',
    'Processed: 7 keywords',
    'Clusters Created: #',
    'Credits Used: #',
  ])("has, in stage_1.log, the plan's line: %s", (line) => {
    expect(textOf('stage_1.log')).toMatch(lineOf(line));
  });
});

/** The sentence as a whole line, with or without a time, and any number for `#`. */
function lineOf(sentence: string): RegExp {
  const pattern = sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('#', '\\d+');
  return new RegExp(`^(\\d\\d:\\d\\d:\\d\\d - )?${pattern}$`, 'm');
}
