import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AiCall } from '../../schema/ai-call.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();

describe('galley cleanup', () => {
  it('says what would go, removes it, and then finds nothing more', async () => {
    const file = await user.file('beans.csv', ['keyword', 'coffee beans']);
    expect(await user.galley(['run', file, '--stages', '1..2'])).toMatchObject({ code: 0 });
    expect((await user.command(['cleanup', '--dry-run'])).stderr).toContain('Nothing to remove');
    const startedAt = new Date(Date.now() - 91 * 86_400_000);
    const run = await user.database.of(AutomationRun).findOneAndUpdate({}, { $set: { startedAt } });
    const dry = await user.command(['cleanup', '--dry-run']);
    expect(dry).toMatchObject({ code: 0, stdout: `${run?.runId}  ${run?.seq} lines\n` });
    expect(dry.stderr).toBe(
      `Would remove ${run?.seq} lines of history and the log files of 1 run. Nothing has been changed.\n`,
    );
    expect((await user.command(['logs', 'latest'])).stdout).toContain('AUTOMATION');
    const done = await user.galley(['cleanup']);
    expect(done.code).toBe(0);
    expect(done.stderr).toContain(`Removed ${run?.seq} lines of history and the log files of 1 run.`);
    expect(await readdir(join(user.folder, 'logs', 'automation')).catch(() => [])).toEqual([]);
    expect((await user.command(['logs', 'latest'])).stderr).toContain('was removed because of its age');
    expect((await user.command(['cleanup'])).stderr).toContain('Nothing to remove');
  });

  it('drops the replies of the AI to a run that ended long enough ago, as many as it said', async () => {
    const file = await user.file('tea.csv', ['keyword', 'green tea']);
    expect(await user.galley(['run', file, '--stages', '1..2'])).toMatchObject({ code: 0 });
    const endedAt = new Date(Date.now() - 31 * 86_400_000);
    await user.database.of(AutomationRun).updateMany({}, { $set: { endedAt } });
    const dry = await user.command(['cleanup', '--dry-run']);
    const replies = /Would drop (\d+) AI replies to runs that ended more than 30 days ago\./.exec(
      dry.stderr,
    )?.[1];
    expect(Number(replies)).toBeGreaterThan(1);
    const kept = { reply: { $ne: null } };
    expect(await user.database.of(AiCall).countDocuments(kept)).toBe(Number(replies));
    const later = await user.command(['cleanup'], { REPLY_DAYS: '40' });
    expect(later.stderr).not.toContain('replies');
    const done = await user.command(['cleanup']);
    expect(done.stderr).toContain(`Dropped ${replies} AI replies`);
    expect(await user.database.of(AiCall).countDocuments(kept)).toBe(0);
  });
});
