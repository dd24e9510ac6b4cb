const key = 'galley.site';

/** The parameter of every page's address that says of which site it is. */
export const siteParameter = 'site';

/** The site that the address names, else the one last looked at: in this tab, and in any tab where this one is new. */
export function chosenSite(search = window.location.search): string | null {
  return (
    new URLSearchParams(search).get(siteParameter) ?? sessionStorage.getItem(key) ?? localStorage.getItem(key)
  );
}

/** Nothing of it is left. */
export function forgetSite(id: string): void {
  for (const memory of [sessionStorage, localStorage]) if (memory.getItem(key) === id) memory.removeItem(key);
}

/** For this tab, which stays on it whatever others look at, and for tabs to come. */
export function rememberSite(id: string): void {
  sessionStorage.setItem(key, id);
  localStorage.setItem(key, id);
}
