import { ObjectId } from 'mongodb';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { Content } from '../../schema/content.ts';
import { Image, ImageKind } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../../server/db/database.ts';
import { makeSite } from './factory.ts';

/** A site with so many drafts of so many pending images; `parallel` batches at once. */
export async function makeDrafts(
  database: Database,
  { drafts, images, parallel = 1 }: Record<'drafts' | 'images', number> & { parallel?: number },
) {
  const site = await makeSite(database);
  const stages = { 'generate-images': { parallel } };
  await database
    .of(AutomationConfig)
    .insertOne(Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages }));
  const contents: Content[] = [];
  for (let nth = 1; nth <= drafts; nth += 1) {
    const content = Object.assign(new Content(), {
      account: site.account,
      site: site._id,
      task: new ObjectId(),
      cluster: new ObjectId(),
      title: `Draft ${nth}`,
      slug: `draft-${nth}`,
      images: { planned: true, total: images, pending: images, failed: 0 },
    });
    contents.push(content);
    for (let position = 0; position < images; position += 1)
      await addImage(database, site, content, position);
  }
  await database.of(Content).insertMany(contents);
  const [content] = contents;
  if (!content) throw new TypeError('no draft was asked for');
  return { site, content, stored: () => database.of(Content).findOne({ _id: content._id }) };
}

async function addImage(
  database: Database,
  site: Site,
  { _id, title }: Content,
  position: number,
): Promise<Image> {
  const kind = position === 0 ? ImageKind.Featured : ImageKind.InArticle;
  const fields = { account: site.account, site: site._id, content: _id, position, kind };
  const image = Object.assign(new Image(), fields, {
    prompt: `Prompt ${position} of ${title}`,
    alt: `Picture ${position}`,
  });
  await database.of(Image).insertOne(image);
  return image;
}
