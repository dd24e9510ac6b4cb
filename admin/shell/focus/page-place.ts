/** Where the page stands, beside the menu: react-admin's own element. */
const pageId = 'main-content';
/** React-admin's, too: the page's title, in the bar. */
const titleId = 'react-admin-title';

/** Puts the focus on the page as a whole, which readers hear by its title; the next stop is the first thing on it. */
export function focusPage(): void {
  const page = pageElement();
  if (!page) return;
  page.tabIndex = -1;
  page.role = 'region';
  page.setAttribute('aria-labelledby', titleId);
  page.focus({ preventScroll: true });
}

/** True where something on the page has the focus already, such as the first field of a form. */
export function isOnPage(): boolean {
  return pageElement()?.contains(document.activeElement) === true;
}

function pageElement(): HTMLElement | null {
  return document.getElementById(pageId);
}
