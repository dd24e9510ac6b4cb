import { focusPage } from './page-place.ts';

const isPressable = (element: Element) => element.isConnected && !element.matches(':disabled');

/**
 * The focus never falls to nothing. Where what had it goes away, whatever is nearest around it and can have it gets it,
 * else the page; what cannot be pressed for a while has it again afterwards. Returns what ends that.
 */
export function keepFocus(): () => void {
  /** What had the focus last, and what was around it, from within. */
  let path: readonly Element[] = [];
  const onFocusIn = (event: FocusEvent) => {
    path = event.composedPath().filter((target) => target instanceof Element);
  };
  const onFocusOut = ({ target }: FocusEvent) =>
    // Once it is known whether it was left, or is being taken away.
    queueMicrotask(() => {
      if (target === path[0] && path[0] && isPressable(path[0])) path = [];
    });
  const keep = () => {
    const [last, ...around] = path;
    if (!(last instanceof HTMLElement) || document.activeElement !== document.body) return;
    if (isPressable(last)) last.focus({ preventScroll: true });
    if (last.isConnected) return;
    const near = around.find((element) => element.isConnected && element.hasAttribute('tabindex'));
    if (near instanceof HTMLElement) near.focus({ preventScroll: true });
    else focusPage();
  };
  const changes = new MutationObserver(keep);
  changes.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', onFocusOut);
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', onFocusOut);
  };
}
