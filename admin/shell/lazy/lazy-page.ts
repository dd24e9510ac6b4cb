import type { FunctionComponent } from 'react';
import { loadPageWords } from '../../i18n/i18n-provider.ts';
import { lazyPart } from './lazy-part.tsx';
import { UnloadedPage } from './Unloaded.tsx';

/** A page whose code and words are loaded when it is first opened. */
export function lazyPage(load: () => Promise<FunctionComponent>): FunctionComponent {
  return lazyPart(async () => {
    const [page] = await Promise.all([load(), loadPageWords()]);
    return page;
  }, UnloadedPage);
}
