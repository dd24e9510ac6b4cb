import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What of WCAG 2.2 AA the page as it is now does not keep to: one line for each rule and place. Of `rules` alone where
 * some are named.
 */
export async function accessFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (runOnly) => {
      const found = await (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly,
        resultTypes: ['violations'],
        // No rule among these reads style sheets, and no page has sounds.
        preload: false,
      });
      return found.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
      }));
    },
    [...(rules ?? wcag)],
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
}

/**
 * The same in the theme that the page has and in the other one, where all but the colours is what it was. It keeps the
 * other one: to change it draws the whole page anew.
 */
export async function accessFaultsInBothThemes(page: Page): Promise<{ light: string[]; dark: string[] }> {
  const own = await accessFaults(page);
  const isLight = await page.evaluate<boolean>("matchMedia('(prefers-color-scheme: light)').matches");
  await changeTheme(page, isLight ? 'dark' : 'light');
  const other = await accessFaults(page, ['color-contrast']);
  return isLight ? { light: own, dark: other } : { light: other, dark: own };
}

async function changeTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  const ground = 'getComputedStyle(document.body).backgroundColor';
  const before = await page.evaluate(ground);
  await page.emulateMedia({ colorScheme });
  await expect.poll(() => page.evaluate(ground), { interval: 10 }).not.toBe(before);
}

export const noFaults = { light: [], dark: [] };
