import type { ObjectId } from 'mongodb';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import type { Role } from '../../../schema/user.ts';
import { openTestApi, type TestApi } from '../../support/api.ts';
import { launchBrowser } from './browser.ts';
import { tellOfPages } from './tell-of-pages.ts';

type TestApiOptions = NonNullable<Parameters<typeof openTestApi>[0]>;

interface VisitOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** What the page is expected to complain of in its browser's console. */
  readonly expected?: RegExp;
  /** True: it closes after the first test that fails, or the last one. */
  readonly stays?: boolean;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens an address of the console, such as `/planner/keywords`, as whoever types it. */
  goto(path: string): Promise<void>;
  /** Goes there as a link within the console does: what is loaded stays. */
  follow(path: string): Promise<void>;
}

export interface TestConsole extends TestApi {
  /** A browser's window of nobody, or of whom these headers of `person` sign in. It closes after the test. */
  visit(headers?: Record<string, string>, options?: VisitOptions): Promise<Visit>;
  /** A window of a new person of the account in this role. */
  visitAs(account: ObjectId, role?: Role, options?: VisitOptions): Promise<Visit>;
  /**
   * One window for several tests, of a new person of the account: each call goes to an address in it, as a link does.
   * What a page is loaded for is the most that a test of it takes.
   */
  windowOf(account: ObjectId, role?: Role, options?: VisitOptions): (path: string) => Promise<Page>;
}

const folder = new URL('../../../dist/admin', import.meta.url).pathname;

const stepMs = 30_000;

/** In the page; places are numbered as the router numbers its own. */
const goWithin = `(to) => {
  history.pushState({ idx: history.state.idx + 1 }, '', to);
  dispatchEvent(new PopStateEvent('popstate'));
}`;

let launched: Promise<Browser> | undefined;

/**
 * The product with its API and its built console, and a browser that all files of a worker share. Call it at the top
 * of the file. A test fails where the browser told of an error, or of something that the page's policy forbids.
 */
export async function openConsole(options: TestApiOptions = {}): Promise<TestConsole> {
  const app = await openTestApi({ ...options, api: { consoleFolder: folder, ...options.api } });
  launched ??= launchBrowser();
  const browser = await launched;
  const open: BrowserContext[] = [];
  const staying: BrowserContext[] = [];
  const complaints: string[] = [];
  const closeAll = (contexts: BrowserContext[]) =>
    Promise.all(contexts.splice(0).map((context) => context.close()));
  afterEach(async ({ task }) => {
    const hasFailed = task.result?.state === 'fail';
    if (hasFailed) await tellOfPages([...open, ...staying]);
    await closeAll(open);
    if (hasFailed) await closeAll(staying);
    expect(complaints.splice(0), 'what the browser complained of').toEqual([]);
  });
  // Whatever a file opened outside its tests.
  afterAll(() => closeAll([...open, ...staying]));
  const visit = async (headers: Record<string, string> = {}, more: VisitOptions = {}): Promise<Visit> => {
    const { theme = 'light', width = 1_280, height = 800, expected, stays = false } = more;
    const viewport = { width, height };
    const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: 'reduce' });
    // Before the test's own time is over: then it is told what was waited for.
    context.setDefaultTimeout(stepMs);
    (stays ? staying : open).push(context);
    const [name, value] = headers.cookie?.split('=') ?? [];
    if (name && value) await context.addCookies([{ name, value, url: app.api.url }]);
    const page = await context.newPage();
    const complain = (text: string) => {
      if (!expected?.test(text)) complaints.push(text);
    };
    page.on('pageerror', (error) => complain(String(error.stack)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        complain(`${message.text()} ${message.location().url}`);
    });
    const goto = async (path: string) => {
      await page.goto(`${app.api.url}${path}`);
    };
    const follow = (path: string) => page.evaluate<void>(`(${goWithin})(${JSON.stringify(path)})`);
    return { page, context, goto, follow };
  };
  const visitAs = async (account: ObjectId, role?: Role, more?: VisitOptions) =>
    visit(await app.person(account, role), more);
  return {
    ...app,
    visit,
    visitAs,
    windowOf(account, role, more) {
      let known: Visit | undefined;
      return async (path) => {
        if (known?.page.isClosed() === false) await known.follow(path);
        else {
          known = await visitAs(account, role, { ...more, stays: true });
          await known.goto(path);
        }
        return known.page;
      };
    },
  };
}
