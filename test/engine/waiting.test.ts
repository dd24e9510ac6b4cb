import { expect, it } from 'vitest';
import { KeywordStatus } from '../../schema/keyword.ts';
import { itemsOf, waitingFilter } from '../../server/engine/waiting.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { makeToys } from '../support/toy-stages.ts';

const { engine } = await openTestApp();

it('of what was chosen by a filter, those wait for a stage that its own conditions hold for, all of them', async () => {
  const site = await makeSite(engine.database);
  await makeKeywords(engine.database, site, ['green tea', 'mint tea', 'coffee']);
  const [shout] = makeToys().stages;
  if (!shout) throw new Error('There is no toy stage.');
  const picky = { ...shout, waiting: { status: KeywordStatus.New, $and: [{ phrase: /green|coffee/ }] } };
  const chosen = waitingFilter(picky, { site: site._id, matching: { phrase: /tea/ } });
  const found = await itemsOf(engine.database, picky).find(chosen).toArray();
  expect(found).toMatchObject([{ phrase: 'green tea' }]);
});
