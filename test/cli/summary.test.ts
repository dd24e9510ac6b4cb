import { describe, expect, it } from 'vitest';
import { RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { cellWidth } from '../../server/cli/format.ts';
import { runSummary } from '../../server/cli/summary.ts';
import { plainPaint } from '../support/plain-paint.ts';
import { finishedRun, halfwayRun, stageWith } from './shown-run.ts';

const places = [
  { what: 'Articles', where: 'out/run_20251203_140523_manual/index.html' },
  { what: 'Logs', where: 'logs/automation/5/12/run_20251203_140523_manual' },
];
const summary = (run = finishedRun(), width = 120) => runSummary(run, places, { width, paint: plainPaint });

describe('the summary of a run', () => {
  it('is a table of its stages, its outcome, and where things are', () => {
    expect(summary()).toEqual([
      '  Stage                      Items  Result                                            Credits     Time',
      '✓ 1 Keywords → Clusters      47     8 clusters created                                     10   5m 30s',
      '✓ 2 Clusters → Ideas         8      56 ideas created                                       16   8m 15s',
      '✓ 3 Ideas → Tasks            56     56 tasks created                                        0  Instant',
      '✓ 4 Tasks → Content          55     1 failed, 55 drafts created, 137,500 total words      275   1h 23m',
      '✓ 5 Content → Image Prompts  55     220 prompts created                                   110  18m 40s',
      '✓ 6 Image Prompts → Images   220    220 images generated, 55 drafts moved to review       440  37m 54s',
      '✓ 7 Content → Review                55 ready for review                                     0       1s',
      '  Total                                                                                   866   2h 33m',
      '',
      'The run is complete. 55 articles are ready for review.',
      '  Articles  out/run_20251203_140523_manual/index.html',
      '  Logs      logs/automation/5/12/run_20251203_140523_manual',
    ]);
  });

  it.each([40, 60, 79, 119])('has a table no wider than %i cells, and never cuts a path', (width) => {
    const lines = summary(finishedRun(), width);
    for (const line of lines.slice(0, 9)) expect(cellWidth(line)).toBeLessThanOrEqual(width);
    for (const { where } of places) expect(lines.some((line) => line.endsWith(where))).toBe(true);
  });

  it.each([
    [{ status: RunStatus.Cancelled }, 'The run was cancelled.'],
    [
      { status: RunStatus.Failed, error: { code: 'X', message: 'The key is refused.', stage: 'content' } },
      'The run failed: The key is refused.',
    ],
    [
      {
        status: RunStatus.Paused,
        pause: {
          reason: 'person',
          by: 'a person',
          message: 'Paused by a person.',
          at: new Date(0),
          needed: 0,
        },
      },
      'The run is paused by a person.',
    ],
    [{ status: RunStatus.Completed }, 'The run is complete.'],
  ] as const)('says how the run stands: %o', (given, sentence) => {
    expect(summary(halfwayRun(given))).toContain(sentence);
  });

  it('counts for a stage the time in which it was worked on, without its pauses', () => {
    const run = finishedRun();
    const [key = ''] = run.sequence;
    const stage = run.stages[key];
    if (!stage) throw new TypeError('it has stages');
    const paused = { ...run.stages, [key]: { ...stage, restedMs: 300_000 } };
    expect(summary({ ...run, stages: paused })[1]).toMatch(/ 30s$/);
  });

  it('leaves the reason out where it is said elsewhere', () => {
    const error = { code: 'X', message: 'The key is refused.', stage: 'content' };
    const look = { width: 120, paint: plainPaint, isReasonSaid: true };
    const lines = runSummary(halfwayRun({ status: RunStatus.Failed, error }), places, look);
    expect(lines).toContain('The run failed.');
    expect(lines.join()).not.toContain('The key is refused.');
  });

  it('says how many articles are ready for review', () => {
    expect(summary()).toContain('The run is complete. 55 articles are ready for review.');
  });

  it('tells stages that were not reached from those with nothing to do', () => {
    const run = halfwayRun();
    const skipped = stageWith(1, 'Keywords → Clusters', { status: StageStatus.Skipped });
    const lines = summary({ ...run, stages: { ...run.stages, cluster: skipped } });
    expect(lines.find((line) => line.includes('Keywords → Clusters'))).toMatch(/^– .+ nothing to do/);
    expect(lines.find((line) => line.includes('Image Prompts → Images'))).toMatch(/^· .+ not reached/);
  });
});
