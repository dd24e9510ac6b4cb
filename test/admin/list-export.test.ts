import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { topUp } from '../../server/credits/ledger.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeAccount, makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const { _id: account } = await makeAccount(database);
const owner = app.windowOf(account);

const isOfSecondPage = (body: string | null) => body?.includes('"after":"') === true;

describe('the ledger', () => {
  it('becomes a file of what is shown of it, each entry once, also where credits come meanwhile', async () => {
    const { _id: account } = await makeAccount(database, 1);
    const add = (key: string) => topUp(database, { account, amount: 2_000, key });
    for (const key of numbered(119)) await add(key);
    const { page, goto } = await app.visitAs(account);
    await goto('/account/credits');
    await page.getByText('1-25 of 120').waitFor();
    await page.route('**/graphql', async (route) => {
      if (isOfSecondPage(route.request().postData())) await add('one more');
      await route.fallback();
    });
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const download = await file;
    const [head, ...lines] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(download.suggestedFilename()).toMatch(/^Credits \d{4}-\d\d-\d\d\.csv$/);
    expect(head).toContain('at,type,credits,stage,site,run');
    expect(lines.map((line) => Number(line.split(',')[2])).reduce((sum, amount) => sum + amount)).toBe(239);
    expect(lines).toHaveLength(120);
  });
});

describe('a list', () => {
  it('becomes a file of all its rows', async () => {
    const site = await makeSite(database, { account, name: 'Tea' });
    await makeKeywords(database, site, [...numbered(120), '=1+1, "quoted"']);
    // Without what was last searched for.
    const page = await owner(`/planner/keywords?filter={}&site=${site._id}`);
    await page.getByText('1-25 of 121').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    const lines = text.trim().split('\r\n');
    expect(download.suggestedFilename()).toMatch(/^Tea Keywords \d{4}-\d\d-\d\d\.csv$/);
    expect(lines).toHaveLength(122);
    expect(lines[1]).toMatch(/^coffee grinder 1,.*,Pending,/);
    expect(lines[121]).toMatch(/^"'=1\+1, ""quoted""",/);
  });

  it('becomes a file of all its rows, also where a run takes them off it meanwhile', async () => {
    const site = await makeSite(database, { account });
    await makeKeywords(database, site, numbered(120));
    const page = await owner(`/planner/keywords?filter={"status":"NEW"}&site=${site._id}`);
    await page.getByText('1-25 of 120').waitFor();
    const first = makeBarrier();
    await page.route('**/graphql', async (route) => {
      if (isOfSecondPage(route.request().postData())) await first.pass();
      await route.fallback();
    });
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await first.reached();
    const taken = numbered(120).slice(0, 100);
    const mapped = { $set: { status: KeywordStatus.Mapped } };
    await database.of(Keyword).updateMany({ site: site._id, phrase: { $in: taken } }, mapped);
    first.open();
    const text = await readFile(await (await file).path(), 'utf8');
    await page.unroute('**/graphql');
    expect(text.trim().split('\r\n')).toHaveLength(121);
  });

  it('that is being written to a file can be told to stop, and no file comes of it', async () => {
    const site = await makeSite(database, { account });
    await makeKeywords(database, site, numbered(120));
    const page = await owner(`/planner/keywords?filter={}&site=${site._id}`);
    await page.getByText('1-25 of 120').waitFor();
    const files: string[] = [];
    page.on('download', (file) => files.push(file.suggestedFilename()));
    // The second page never comes.
    await page.route('**/graphql', (route) =>
      isOfSecondPage(route.request().postData()) ? undefined : route.fallback(),
    );
    await page.getByRole('button', { name: 'Export' }).click();
    const note = page.getByRole('complementary', { name: 'Exports in progress' });
    await note.getByText('Keywords: 100 of 120 rows').waitFor();
    await note.getByRole('button', { name: 'Cancel' }).click();
    await note.waitFor({ state: 'detached' });
    await page.unroute('**/graphql');
    expect(files).toEqual([]);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
