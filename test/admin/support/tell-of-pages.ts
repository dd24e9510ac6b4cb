import type { BrowserContext } from 'playwright-core';

const mostLetters = 2_000;

/** In the page: what a person reads there, and whether a reader's program may read it, too. */
const seen = `document.body.innerText.replace(/\\s*\\n\\s*/g, ' | ')
  + (document.getElementById('root')?.ariaHidden ? ' (hidden from readers, as by a dialog)' : '')`;

/** Where a test failed: what stands on each page, so that it is understood from far away. */
export async function tellOfPages(contexts: readonly BrowserContext[]): Promise<void> {
  for (const page of contexts.flatMap((context) => context.pages())) {
    const text = await page.evaluate<string>(seen).catch((error: unknown) => `No text: ${error}`);
    process.stderr.write(`The page was at ${page.url()}:\n${text.slice(0, mostLetters)}\n`);
  }
}
