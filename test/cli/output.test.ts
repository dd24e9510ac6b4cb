import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { writeRunOutput } from '../../server/cli/output.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApp } from '../support/app.ts';
import { makeAccount, makeKeywords, makeSite } from '../support/factory.ts';
import { makeSmallSite } from '../support/small-site.ts';

/** The clock of this process is far ahead of the database's. */
const app = await openTestApp({ parts: { now: () => new Date('2099-01-01T00:00:00Z') } });
const { engine } = app;
const stages = {
  'generate-ideas': { ideasPerCluster: 2 },
  'generate-image-prompts': { imagesPerArticle: 1 },
};
app.startWorker();

describe('what a run leaves in its folder', () => {
  it('is each article that it brought to review and no other, whatever the clocks say', async () => {
    const site = await makeSite(engine.database);
    const config = Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages });
    await engine.database.of(AutomationConfig).insertOne(config);
    const outputOf = async (phrase: string, to?: string) => {
      await makeKeywords(engine.database, site, [phrase]);
      const { _id } = await startRun(engine, {
        site: site._id,
        trigger: RunTrigger.Manual,
        ...(to !== undefined && { to }),
      });
      const output = await writeRunOutput(engine, await app.settled(_id), site, join(app.folder, 'out'));
      const pages = (await readdir(output.folder)).filter((name) => name.endsWith('.html')).sort();
      return { articles: output.articles, pages };
    };
    const first = await outputOf('cold brew coffee');
    expect(first).toEqual({ articles: 2, pages: expect.arrayContaining(['index.html']) });
    expect(first.pages).toHaveLength(3);
    const second = await outputOf('garden hose');
    expect(second.articles).toBe(2);
    expect(second.pages.filter((name) => first.pages.includes(name))).toEqual(['index.html']);
    expect(await outputOf('espresso machine', 'generate-ideas')).toEqual({ articles: 0, pages: [] });
  });

  it('lies apart from what a run of the same second on another site left, and written again it is the same', async () => {
    const account = (await makeAccount(engine.database))._id;
    const outputOf = async () => {
      const site = await makeSmallSite(engine.database, ['cold brew coffee'], { account });
      const { _id } = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
      const run = await app.settled(_id);
      return { run, write: () => writeRunOutput(engine, run, site, join(app.folder, 'apart')) };
    };
    const [first, second] = [await outputOf(), await outputOf()];
    expect(second.run.runId).toBe(first.run.runId);
    const folders = [await second.write(), await first.write(), await second.write()];
    const { runId } = first.run;
    expect(folders.map(({ folder }) => basename(folder))).toEqual([`${runId}_2`, runId, `${runId}_2`]);
  });
});
