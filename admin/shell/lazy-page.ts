import { type FunctionComponent, lazy } from 'react';
import { loadPageWords } from '../i18n/i18n-provider.ts';

/** A page whose code and words are loaded when it is first opened. */
export function lazyPage(load: () => Promise<FunctionComponent>): FunctionComponent {
  return lazy(async () => {
    const [page] = await Promise.all([load(), loadPageWords()]);
    return { default: page };
  });
}
