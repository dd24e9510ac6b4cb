import type { SaveContext } from '#stage';
import { slugOf } from '../../language/slug.ts';
import { Content } from '../../schema/content.ts';

/** A slug that no content of the site has: the title's own, or with the first free of -2, -3, … */
export async function freeSlug(title: string, context: SaveContext<unknown>): Promise<string> {
  const slug = slugOf(title, context.site.language);
  let candidate = slug;
  for (let number = 2; await context.in(Content).findOne({ slug: candidate }); number += 1)
    candidate = `${slug}-${number}`;
  return candidate;
}
