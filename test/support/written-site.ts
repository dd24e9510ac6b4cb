import { Content } from '../../schema/content.ts';
import { Idea } from '../../schema/idea.ts';
import { Image, ImageKind } from '../../schema/image.ts';
import { ImportReceipt, KeywordImport } from '../../schema/keyword-import.ts';
import type { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import type { Database } from '../../server/db/database.ts';
import { makeKeywords, makeSite, numbered } from './factory.ts';
import { pipelineOf } from './pipeline.ts';

/** A site with so many drafts, each with its task, idea, cluster, an import of 15 keywords, and three images. */
export async function makeWrittenSite(database: Database, drafts: number): Promise<Site> {
  const site = await makeSite(database);
  const owner = { account: site.account, site: site._id };
  const { cluster } = pipelineOf(database, site);
  const written = await Promise.all(
    Array.from({ length: drafts }, async (_, index) => {
      const nth = index + 1;
      const home = (await cluster())._id;
      const named = { ...owner, cluster: home, title: `Title ${nth}`, brief: 'Tell it.' };
      const list = Object.assign(new KeywordImport(), owner, { name: `List ${nth}` });
      const receipt = Object.assign(new ImportReceipt(), { _id: list._id, account: site.account });
      const idea = Object.assign(new Idea(), named);
      const task = Object.assign(new Task(), named, { idea: idea._id });
      const text = { html: '<p>Text.</p>', excerpt: '', metaTitle: '', metaDescription: '' };
      const content = Object.assign(new Content(), named, text, { task: task._id, slug: `title-${nth}` });
      const images = [2, 0, 1].map((position) => {
        const own = { content: content._id, kind: ImageKind.InArticle, position, prompt: '', alt: '' };
        return Object.assign(new Image(), owner, own);
      });
      await makeKeywords(database, site, numbered(15, `keyword ${nth}`), { cluster: home, import: list._id });
      return { list, receipt, idea, task, content, images };
    }),
  );
  await Promise.all([
    database.of(KeywordImport).insertMany(written.map(({ list }) => list)),
    database.of(ImportReceipt).insertMany(written.map(({ receipt }) => receipt)),
    database.of(Idea).insertMany(written.map(({ idea }) => idea)),
    database.of(Task).insertMany(written.map(({ task }) => task)),
    database.of(Content).insertMany(written.map(({ content }) => content)),
    database.of(Image).insertMany(written.flatMap(({ images }) => images)),
  ]);
  return site;
}
