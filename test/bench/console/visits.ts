import type { ObjectId } from 'mongodb';
import type { Page } from 'playwright-core';
import { Role, User } from '../../../schema/user.ts';
import type { App } from '../../../server/app.ts';
import { openSession } from '../../../server/auth/sessions.ts';
import { launchBrowser } from '../../admin/support/browser.ts';
import { type WatchedPage, watchPage } from '../../admin/support/page-watch.ts';

interface Visit {
  readonly page: Page;
  readonly watched: WatchedPage;
}

export interface Visits {
  /** Opens this address in a browser that has been nowhere before; its window is `height` px high. */
  to(path: string, height?: number): Promise<Visit>;
  close(): Promise<void>;
}

/** A browser of an owner of the account. */
export async function openVisits(app: App, account: ObjectId, url: string): Promise<Visits> {
  const { database } = app.engine;
  const person = { account, role: Role.Owner, name: 'Bench', email: 'bench@galley.test' };
  const user = Object.assign(new User(), person);
  await database.of(User).insertOne(user);
  const { token } = await openSession(database, user, new Date());
  const browser = await launchBrowser();
  return {
    async to(path, height = 800) {
      const context = await browser.newContext({ viewport: { width: 1_280, height } });
      await context.addCookies([{ name: 'galley', value: token, url }]);
      const page = await context.newPage();
      const watched = await watchPage(page);
      await page.goto(`${url}${path}`);
      return { page, watched };
    },
    close: () => browser.close(),
  };
}
