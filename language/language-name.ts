// Made once: it costs more to make than all it is asked for.
const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A BCP 47 tag's name in English, such as `Arabic`; undefined where it is no language that has one. */
export function nameOfLanguage(tag: string): string | undefined {
  try {
    return names.of(tag);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A BCP 47 tag as a prompt names it: `German (de)`; the bare tag where it has no name: a model still makes sense of it. */
export function languageName(tag: string): string {
  const name = nameOfLanguage(tag);
  return name === undefined ? tag : `${name} (${tag})`;
}
