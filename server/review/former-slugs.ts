import { Content } from '../../schema/content.ts';
import type { Database } from '../db/database.ts';
import type { Publication, PublishingTarget } from '../publishing/target.ts';

/** An address belongs to the article that was published there last: any other that was there has no say over it now. */
export async function takeSlug(database: Database, { _id, site, slug }: Content): Promise<void> {
  const others = { site, publishedAs: slug, _id: { $ne: _id } };
  await database.of(Content).updateMany(others, { $pull: { publishedAs: slug } });
}

/** From wherever it was before its slug was changed something leads to it, unless another article is there by now. */
export async function redirectFormer(
  { database, target }: { readonly database: Database; readonly target: PublishingTarget },
  publication: Publication,
  beforeWriting: () => Promise<void>,
): Promise<void> {
  const { _id, site, slug, publishedAs } = publication.content;
  for (const former of publishedAs.filter((one) => one !== slug)) {
    await beforeWriting();
    const other = { site, publishedAs: former, _id: { $ne: _id } };
    if (!(await database.of(Content).findOne(other))) await target.redirect(publication, former);
  }
}
