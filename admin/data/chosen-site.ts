const key = 'galley.site';

/** The parameter of every page's address that says of which site it is. */
export const siteParameter = 'site';

/** The site that the address names, else the one last looked at. */
export function chosenSite(search = window.location.search): string | null {
  return new URLSearchParams(search).get(siteParameter) ?? localStorage.getItem(key);
}

export function rememberSite(id: string): void {
  localStorage.setItem(key, id);
}
