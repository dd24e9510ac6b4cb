import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AutomationRun } from '../../schema/automation-run.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();

describe('what a program reads from stdout', () => {
  it('is nothing when the run is refused', async () => {
    await user.file('many.csv', ['keyword', ...Array.from({ length: 400 }, (_, nth) => `bean ${nth}`)]);
    const { code, stdout, stderr } = await user.galley(['run', 'many.csv', '--json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/Need ~[\d,]+ credits/);
  });

  it('is the paused run, as one document, after Ctrl-C', async () => {
    await user.file('hose.csv', ['keyword', 'garden hose']);
    const atIt = [{ $match: { 'fullDocument.current': 'patient' } }];
    const changes = user.database
      .of(AutomationRun)
      .watch(atIt, { fullDocument: 'updateLookup', maxAwaitTimeMS: 20 });
    // Opened before the run begins: no change is missed.
    await changes.tryNext();
    const run = user.start(['run', 'hose.csv', '--json'], {
      STAGE_PLUGINS: resolve('test/cli/stages/patient.js'),
    });
    await changes.next();
    await changes.close();
    run.process.kill('SIGINT');
    const { code, stdout, stderr } = await run.ended;
    expect({ code, run: JSON.parse(stdout) }).toMatchObject({
      code: 130,
      run: { site: 'hose', status: 'paused', pause: { reason: 'person' } },
    });
    expect(stderr).toContain('Continue with: npx galley resume');
  });
});
