import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { nothingToDoLines, standstillOf } from '../../server/cli/nothing-to-do.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

const { engine } = await openTestApp();

const lines = (readyForReview: number, failed: Record<string, number> = {}, ofAllStages = true) =>
  nothingToDoLines({ name: 'beans' }, ofAllStages, { readyForReview, failed });

describe('where a run has nothing to do', () => {
  it('that is all, when nothing waits for a person either', () => {
    expect(lines(0)).toEqual(['There is nothing left to do for the site "beans".']);
  });

  it('it says how many drafts wait for review', () => {
    expect(lines(1)).toEqual([
      'There is nothing left to do for the site "beans"; 1 draft is waiting for your review.',
    ]);
  });

  it('it claims of a run of some stages nothing about the others', () => {
    expect(lines(14, {}, false)).toEqual([
      'Nothing on the site "beans" is waiting for these stages; 14 drafts are waiting for your review.',
    ]);
  });

  it('it names the stages in which items failed, with the command that tries them again', () => {
    expect(lines(0, { 'generate-content': 1, 'generate-images': 3 }).slice(1)).toEqual([
      expect.stringMatching(
        /^1 item failed in the stage "generate-content"\. .*galley retry generate-content --site beans$/,
      ),
      expect.stringMatching(
        /^3 items failed in the stage "generate-images"\. .*galley retry generate-images --site beans$/,
      ),
    ]);
  });

  it('counts what failed and can be tried again, and not what is kept out of runs', async () => {
    const site = await makeSite(engine.database);
    const [stage, run, at] = ['cluster-keywords', new ObjectId(), new Date()];
    const failure = { code: 'AI_REFUSED', message: 'Refused.', stage, at, run };
    await makeKeywords(engine.database, site, ['tea'], { failure });
    await makeKeywords(engine.database, site, ['coffee'], { failure, disabled: true });
    expect((await standstillOf(engine, site._id)).failed).toEqual({ [stage]: 1 });
  });
});
