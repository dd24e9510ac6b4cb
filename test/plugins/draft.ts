import { ObjectId } from 'mongodb';
import { type Content, ContentStatus } from '../../schema/content.ts';

/** The fields of a draft that waits for its image prompts, with what a test changes of it. */
export function draft(changes: Partial<Content> = {}) {
  return {
    task: new ObjectId(),
    cluster: new ObjectId(),
    title: 'How to descale an espresso machine',
    slug: 'how-to-descale-an-espresso-machine',
    html: '<p>Scale ruins taste.</p><h2>What you need</h2><p>Citric acid.</p><h2>Step by step</h2><p>Rinse.</p>',
    excerpt: 'Scale ruins taste and pumps.',
    metaTitle: 'How to descale an espresso machine',
    metaDescription: 'Scale ruins taste and pumps. This is how it goes.',
    keywords: ['descale espresso machine'],
    status: ContentStatus.Draft,
    images: { planned: false, total: 0, pending: 0, failed: 0 },
    ...changes,
  };
}
