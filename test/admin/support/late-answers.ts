import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** In the page, which has shown something: once that is drawn. */
const drawn = `document.getElementById('root')?.hasChildNodes() &&
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`;

export interface LateAnswers {
  /** Once nothing is asked for any more, and what came is drawn. */
  allCome(): Promise<void>;
}

/**
 * Has whatever the page asks for come after what it shows without it is drawn, as it does from far away: what it then
 * moves, moves for everybody to see. Call it before the page is opened.
 */
export async function answerLate(page: Page): Promise<LateAnswers> {
  let open = 0;
  page.on('request', () => {
    open += 1;
  });
  const ended = () => {
    open -= 1;
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  await page.route(/\/graphql$|\/assets\/.*\.js$/, async (route) => {
    // A page that has been left draws nothing more.
    await page.evaluate(drawn).catch(() => {});
    await route.continue().catch(() => {});
  });
  const stillOpen = async () => {
    await page.evaluate(drawn);
    return open;
  };
  return { allCome: () => expect.poll(stillOpen).toBe(0) };
}
