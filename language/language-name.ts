// Made once: it costs more to make than all it is asked for.
const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** A BCP 47 tag as a prompt names it: `German (de)`; the bare tag where it is not a known one. */
export function languageName(tag: string): string {
  try {
    return `${names.of(tag)} (${tag})`;
  } catch (error) {
    // A tag that a person mistyped: a model still makes sense of it.
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
