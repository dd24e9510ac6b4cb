import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { keepFocus } from './keep-focus.ts';
import { focusPage, isOnPage } from './page-place.ts';

/** Whoever works by keys is at the page that they have gone to, and never nowhere. */
export function useFocus(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(keepFocus, []);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (!isOnPage()) focusPage();
  }, [pathname]);
}
