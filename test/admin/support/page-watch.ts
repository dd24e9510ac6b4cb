import type { Page } from 'playwright-core';

/** What a page has shown and done since it was loaded, or since it was last forgotten. */
interface PageSeen {
  /** Milliseconds until the largest thing of the page stood there. */
  readonly largestPaintMs: number;
  /** How far things have moved by themselves: the sum of all layout shifts, whatever came in between. */
  readonly shift: number;
  /** What moved. */
  readonly moved: readonly string[];
  /** Milliseconds of each task that held the page up for more than 50. */
  readonly longTasksMs: readonly number[];
  /** The most rows of a log that there were at once. */
  readonly mostRows: number;
}

/** In the page, from its beginning. */
const watch = `(() => {
  const nothing = () => ({ largestPaintMs: 0, shift: 0, moved: [], longTasksMs: [], mostRows: 0 });
  const watched = { seen: nothing(), forget() { watched.seen = nothing(); } };
  globalThis.watched = watched;
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('largest-contentful-paint', ({ startTime }) => { watched.seen.largestPaintMs = startTime; });
  on('longtask', ({ duration }) => { watched.seen.longTasksMs.push(duration); });
  on('layout-shift', ({ value, hadRecentInput, sources }) => {
    if (hadRecentInput) return;
    watched.seen.shift += value;
    const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
    for (const { node, previousRect, currentRect } of sources)
      watched.seen.moved.push((node?.outerHTML ?? node?.textContent ?? '').slice(0, 120) + ': ' + place(previousRect) + ' → ' + place(currentRect));
  });
  new MutationObserver(() => {
    const rows = document.querySelectorAll('[role="log"] time').length;
    watched.seen.mostRows = Math.max(watched.seen.mostRows, rows);
  }).observe(document, { childList: true, subtree: true });
})()`;

export interface WatchedPage {
  /** Once what is drawn has been told of. */
  seen(): Promise<PageSeen>;
  /** Begins anew. */
  forget(): Promise<void>;
}

/** Call it before the page is opened. */
export async function watchPage(page: Page): Promise<WatchedPage> {
  await page.addInitScript({ content: watch });
  return {
    async seen() {
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
      return page.evaluate<PageSeen>('watched.seen');
    },
    forget: () => page.evaluate<void>('watched.forget()'),
  };
}
