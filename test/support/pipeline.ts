import { ObjectId } from 'mongodb';
import { Cluster } from '../../schema/cluster.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Idea } from '../../schema/idea.ts';
import { Image, ImageKind, ImageStatus } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import type { Database } from '../../server/db/database.ts';

let made = 0;

/** Puts things of the pipeline into a site as they would have come there, but for what is given. */
export function pipelineOf(database: Database, site: Site) {
  const owner = { account: site.account, site: site._id };
  const cluster = (fields: Partial<Cluster> = {}) =>
    put(Cluster, Object.assign(new Cluster(), owner, { name: `Cluster ${next()}` }, fields));
  const idea = (fields: Partial<Idea> = {}) => {
    const own = { cluster: new ObjectId(), title: `Idea ${next()}`, brief: 'What to tell.' };
    return put(Idea, Object.assign(new Idea(), owner, own, fields));
  };
  const task = (fields: Partial<Task> = {}) => {
    const own = { idea: new ObjectId(), cluster: new ObjectId(), title: `Task ${next()}`, brief: 'Tell it.' };
    return put(Task, Object.assign(new Task(), owner, own, fields));
  };
  const image = (fields: Partial<Image> = {}) => {
    const own = {
      content: new ObjectId(),
      kind: ImageKind.Featured,
      prompt: 'A cup',
      alt: 'A cup of coffee',
    };
    return put(Image, Object.assign(new Image(), owner, own, fields));
  };
  /** In review, with so many generated images. */
  const reviewable = async (fields: Partial<Content> = {}, images = 0) => {
    const nth = next();
    const own = {
      task: new ObjectId(),
      cluster: new ObjectId(),
      title: `Draft ${nth}`,
      slug: `draft-${nth}`,
      html: '<h2>Beans</h2><p>Some text.</p>',
      excerpt: 'In short.',
      metaTitle: `Draft ${nth}`,
      metaDescription: 'In short.',
      status: ContentStatus.Review,
      images: { planned: true, total: images, pending: 0, failed: 0 },
    };
    const content = await put(Content, Object.assign(new Content(), owner, own, fields));
    const pictures: Image[] = [];
    for (let position = 0; position < images; position += 1) {
      const kind = position === 0 ? ImageKind.Featured : ImageKind.InArticle;
      pictures.push(await image({ content: content._id, kind, position, status: ImageStatus.Generated }));
    }
    return { content, pictures };
  };
  return { cluster, idea, task, image, reviewable };

  async function put<T extends object>(kind: new () => T, document: T): Promise<T> {
    await database.of<object>(kind).insertOne(document);
    return document;
  }
}

function next(): number {
  made += 1;
  return made;
}
