import type { Page } from 'playwright-core';

/** A phone; a window of 1,280 by 800 whose text is twice as large; and that of a small desk, beside the menu. */
const sizes = [
  { width: 390, height: 800 },
  { width: 640, height: 400 },
  { width: 1_024, height: 768 },
];

/** In the page: whether it is wider than the window, and what to press cannot be brought into it. */
const cutOff = `(() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) =>
    element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const isOut = (element) => {
    const { left, right, width: own } = element.getBoundingClientRect();
    return own > 1 && (left < -1 || right > width + 1) && !scrolls(element.parentElement);
  };
  const all = document.querySelectorAll('header button, header a, main button, main a, main input, main [tabindex="0"]');
  const pressed = [...all].filter(isOut).map((element) => element.outerHTML.slice(0, 160));
  const { scrollWidth } = document.documentElement;
  return scrollWidth > width ? ['The page is ' + scrollWidth + ' wide.', ...pressed] : pressed;
})()`;

/** What of the page as it is now cannot be used in a window of another size; the window is as it was afterwards. */
export async function reflowFaults(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    // The menu has given way, or come back.
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    const found = await page.evaluate<string[]>(cutOff);
    faults.push(...found.map((fault) => `At ${size.width}: ${fault}`));
  }
  if (before) await page.setViewportSize(before);
  return faults;
}
