import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** In the page: what a browser tells when somebody comes back to its tab, where everything is read again. */
export const comesBack = `dispatchEvent(new Event('visibilitychange'))`;

/**
 * Somebody comes back to the tab, and again, until that is so: a page that was being read at that very moment is not
 * read twice, and tells of the moment before.
 */
export async function comeBackUntil(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  const look = async () => {
    await page.evaluate(comesBack);
    return isSo();
  };
  await expect.poll(look, { interval: 250 }).toBe(true);
}
