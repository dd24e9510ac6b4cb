const longest = 120;

/**
 * A file name without its ending for each slug: safe on every file system, no two alike, none of them `index`.
 * Slugs that are fine, as Galley's own are, stay as they are.
 */
export function fileNames(slugs: readonly string[]): string[] {
  const taken = new Set(['index']);
  return slugs.map((slug) => {
    const name = shortened(slug.replace(/[^\p{L}\p{M}\p{N}-]+/gu, '-').replace(/^-+|-+$/g, '') || 'article');
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name}-${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** At most so many bytes: file systems allow 255, and letters of many scripts take three each. */
function shortened(name: string): string {
  let short = '';
  for (const letter of name) {
    if (Buffer.byteLength(short + letter) > longest) break;
    short += letter;
  }
  return short;
}
