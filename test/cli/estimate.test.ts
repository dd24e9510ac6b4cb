import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AutomationRun } from '../../schema/automation-run.ts';
import { CreditEntry } from '../../schema/credit-entry.ts';
import { Keyword } from '../../schema/keyword.ts';
import { Site } from '../../schema/site.ts';
import { Task, TaskStatus } from '../../schema/task.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();
const models = ['--text-model', 'openai:gpt-6-sol', '--image-model', 'openai:gpt-image-2'];
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `coffee question ${at}`);

describe('galley run --estimate', () => {
  it('tells what a list would cost with a model, by stage, and does nothing else', async () => {
    await user.file('plan.csv', ['keyword', ...numbered(47)]);
    const { code, stdout } = await user.galley(['run', 'plan.csv', '--estimate', ...models]);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'on the site "plan", with 47 new keywords from plan.csv. Nothing is started or spent.',
    );
    expect(stdout).toMatch(/\n1 Keywords → Clusters +47 +3 \(3–4\) +\S+K \(\S+K–\S+K\) /);
    expect(stdout).toMatch(/\nTotal .+ \$\d+\.\d\d \(\$\d+\.\d\d–\$\d+\.\d\d\) +866 \(/);
    expect(stdout).toContain(
      'Text by gpt-6-sol of openai, images by gpt-image-2 of openai; at the prices of 20',
    );
    expect(stdout).toContain('it needs 1,039.2 credits, including a reserve; 1,500 available.');
    for (const kind of [Site, Keyword, AutomationRun, CreditEntry])
      expect(await user.database.of<object>(kind).countDocuments()).toBe(0);
  });

  it('says of a machine without keys that a run costs nothing, and how to see what a model would', async () => {
    const { stdout } = await user.command(['run', join(user.folder, 'plan.csv'), '--estimate']);
    expect(stdout).toContain('No AI key is set: the run would make samples and cost nothing.');
    expect(stdout).toContain('--text-model openai:gpt-6-sol --image-model openai:gpt-image-2');
  });

  it('goes by the models of the environment, asks nobody, and says where no price is known', async () => {
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1', TEXT_MODEL: 'llama3.2' };
    const plan = join(user.folder, 'plan.csv');
    const { code, stdout } = await user.command(['run', plan, '--estimate'], env);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Text by llama3.2 of compatible, images by no model (samples, which cost nothing);',
    );
    expect(stdout).toMatch(/\nTotal .+ \? +866 \(/);
  });

  it('tells of what waits on the site where there is no file, as JSON for programs', async () => {
    await user.file('beans.csv', ['keyword', 'coffee beans']);
    await user.galley(['run', 'beans.csv', '--stages', '1..3']);
    const { code, stdout } = await user.command(['run', '--estimate', '--json', ...models]);
    expect(code).toBe(0);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      site: 'beans',
      file: null,
      newKeywords: 0,
      models: { text: { provider: 'openai' } },
    });
    expect(told.stages.map((stage: { items: { expected: number } }) => stage.items.expected)).toEqual([
      0, 0, 0, 7, 7, 28, 0,
    ]);
    expect(told.usd.low).toBeGreaterThan(0);
    expect(told.calls.expected).toBeGreaterThan(7 * 8);
  });

  it('says plainly that nothing waits, and how to see what the list would cost elsewhere', async () => {
    const site = await user.database.of(Site).findOne({ name: 'beans' });
    if (!site) throw new Error('The estimate before this one is of that site.');
    await user.database.of(Task).updateMany({ site: site._id }, { $set: { status: TaskStatus.Completed } });
    await pipelineOf(user.database, site).reviewable();
    const beans = join(user.folder, 'beans.csv');
    const { code, stdout } = await user.command(['run', beans, '--estimate', ...models]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        'There is nothing left to do for the site "beans"; 1 draft is waiting for your review.\n' +
        'A run would cost nothing. To see what a list would cost on a new site, name it: --site NAME\n',
    });
    const elsewhere = await user.command(['run', beans, '--estimate', '--site', 'planned', ...models]);
    expect(elsewhere.stdout).toContain('on the site "planned", with 1 new keyword from ');
  });

  it.each([
    [['run'], "missing required argument 'file'"],
    [['run', 'plan.csv', ...models], 'use these options only with --estimate'],
    [
      ['run', 'plan.csv', '--estimate', '--text-model', 'gpt-5'],
      'It must say whose model "gpt-5" is, as in openai:gpt-5.',
    ],
    [['run', 'nothing.csv', '--estimate'], 'The file nothing.csv cannot be read'],
  ])('refuses what makes no sense: %j', async (args, sentence) => {
    const { code, stdout, stderr } = await user.galley(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });
});
