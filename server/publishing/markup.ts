/** Text as it may stand between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A relative link to a file of this folder or one below it. */
export function linkTo(path: string): string {
  return escapeHtml(path.split('/').map(encodeURIComponent).join('/'));
}

/** A neighbour's folder, as a page sees it from its own: an address. */
export function besides(slug: string): string {
  return `../${encodeURIComponent(slug)}/`;
}

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);

/** `lang` and, where the language is written from right to left, `dir`. A tag that is none counts as English. */
export function languageAttributes(language: string): string {
  try {
    const locale = new Intl.Locale(language).maximize();
    const direction = rightToLeft.has(locale.script ?? '') ? ' dir="rtl"' : '';
    return `lang="${escapeHtml(new Intl.Locale(language).toString())}"${direction}`;
  } catch (error) {
    if (error instanceof RangeError) return 'lang="en"';
    throw error;
  }
}
