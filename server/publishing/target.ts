import type { Content } from '../../schema/content.ts';
import type { Image } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';

/** An article as it is to be published, with its pictures in order of their places. */
export interface Publication {
  readonly site: Site;
  readonly content: Content;
  readonly images: readonly Image[];
  /** Slugs of those published articles that its HTML points at, by their tasks: see schema/article-links.ts. */
  readonly slugs: ReadonlyMap<string, string>;
}

/** Where articles are published. */
export interface PublishingTarget {
  /**
   * The same article under the same slug again replaces it: nothing of it is ever there twice. Throws PUBLISH_FAILED.
   * `beforeWriting` is called once all that may take long has been read, and nothing has been written: what it throws is
   * thrown on.
   */
  publish(publication: Publication, beforeWriting?: () => Promise<void>): Promise<void>;
  /**
   * What is under a slug that the article had gives way to what leads on to where it is now. Twice is as once. Throws
   * PUBLISH_FAILED.
   */
  redirect(moved: Pick<Publication, 'site' | 'content'>, former: string): Promise<void>;
}
