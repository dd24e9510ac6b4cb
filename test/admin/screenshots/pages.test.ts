import { describe, it } from 'vitest';
import { KeywordStatus } from '../../../schema/keyword.ts';
import { makeKeywords, makeSite } from '../../support/factory.ts';
import { openConsole } from '../support/console.ts';

const folder = new URL('../../../docs/screenshots', import.meta.url).pathname;
const app = await openConsole();
const { database } = app.engine;
const site = await makeSite(database, { name: 'The Daily Grind', url: 'https://coffee.example' });
const phrases = [
  'best burr grinder',
  'pour over coffee ratio',
  'cold brew at home',
  'espresso machine under 500',
];
for (const [index, phrase] of phrases.entries()) {
  const status = index > 1 ? KeywordStatus.Mapped : KeywordStatus.New;
  await makeKeywords(database, site, [phrase], {
    status,
    volume: 880 * (index + 1),
    difficulty: 21 + index,
    cpc: 1.25,
  });
}

/** Each page by the name of its picture. */
const pages: Readonly<Record<string, string>> = {
  dashboard: '/',
  sites: '/sites',
  'site-settings': `/sites/${site._id}`,
  keywords: '/planner/keywords',
};

describe.each(['light', 'dark'] as const)('a picture, in the %s theme, of', (theme) => {
  it('the sign-in page', async () => {
    const { page, goto } = await app.visit({}, { theme });
    await goto('/login');
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${folder}/sign-in-${theme}.png` });
  });

  it.each(Object.entries(pages))('%s', async (name, path) => {
    const { page, goto } = await app.visitAs(site.account, undefined, { theme });
    await goto(path);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${folder}/${name}-${theme}.png` });
  });
});
