const product = 'Galley';

/** A ref of the page's title: the browser's tab, and what it remembers of it, is named so, which react-admin leaves out. */
export function nameTab(title: HTMLElement | null): (() => void) | undefined {
  if (!title) return undefined;
  const name = () => {
    document.title = title.textContent ? `${title.textContent} · ${product}` : product;
  };
  const watcher = new MutationObserver(name);
  watcher.observe(title, { childList: true, subtree: true, characterData: true });
  name();
  return () => {
    watcher.disconnect();
    document.title = product;
  };
}
