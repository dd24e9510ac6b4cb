import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any page has between two things that somebody goes from and to. */
const mostStops = 60;

/** In the page: what has the focus, by its role or element, and its name; `nothing` where it is lost. */
const focused = `(() => {
  const { activeElement: at } = document;
  if (!at || at === document.body) return 'nothing';
  const named = document.getElementById(at.getAttribute('aria-labelledby'));
  const name = at.ariaLabel ?? (named ?? at.labels?.[0] ?? at).textContent.trim().slice(0, 60);
  const role = at.role ?? { section: 'region', a: 'link' }[at.localName] ?? at.localName;
  return role + ' ' + name;
})()`;

export interface Keyboard {
  press(...keys: string[]): Promise<void>;
  /** From stop to stop until this has the focus; tells of all stops where it does not come to it. */
  tabTo(place: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Goes to it and presses it. */
  choose(place: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Waits until this has the focus, such as `button Run now`. */
  isAt(what: string): Promise<void>;
}

/** Hands that know the keys of a page and nothing else. */
export function keyboardOf(page: Page): Keyboard {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    await place.waitFor();
    const stops: string[] = [];
    while (!(await place.evaluate((element) => element.matches(':focus')))) {
      expect(stops.length, `${stops.join(' → ')} … and never to ${place}`).toBeLessThan(mostStops);
      await press(key);
      stops.push(await page.evaluate<string>(focused));
    }
  };
  return {
    press,
    tabTo,
    async choose(place, key) {
      await tabTo(place, key);
      await press('Enter');
    },
    isAt: (what) => expect.poll(() => page.evaluate<string>(focused)).toBe(what),
  };
}
