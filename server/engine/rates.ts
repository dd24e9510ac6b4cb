import type { Document, ObjectId } from 'mongodb';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import type { Database, DocumentClass } from '../db/database.ts';
import type { Rates } from './stage.ts';

/** The plan's figures, for sites that have none of their own yet. */
const defaultRates: Rates = {
  keywordsPerCluster: 6,
  ideasPerCluster: 7,
  wordsPerArticle: 2_500,
  imagesPerArticle: 4,
};

/** How many of the site's youngest items the medians are taken from. */
const sample = 200;

/** What the site's clusters and articles have been like: medians of the youngest, or the plan's figures. */
export async function ratesOf(database: Database, site: ObjectId): Promise<Rates> {
  const youngest = async <T extends { site: ObjectId }>(
    kind: DocumentClass<T>,
    fields: Document,
  ): Promise<Document[]> =>
    database
      .of<Document>(kind)
      .find({ site }, { sort: { _id: -1 }, limit: sample, projection: fields })
      .toArray();
  const [clusters, contents] = await Promise.all([
    youngest(Cluster, { keywordCount: 1, ideaCount: 1 }),
    youngest(Content, { wordCount: 1, images: 1 }),
  ]);
  return {
    keywordsPerCluster: median(clusters.map((c) => c.keywordCount)) ?? defaultRates.keywordsPerCluster,
    ideasPerCluster: median(clusters.map((c) => c.ideaCount)) ?? defaultRates.ideasPerCluster,
    wordsPerArticle: median(contents.map((c) => c.wordCount)) ?? defaultRates.wordsPerArticle,
    imagesPerArticle:
      median(contents.map((c) => (c.images.planned ? c.images.total : 0))) ?? defaultRates.imagesPerArticle,
  };
}

/** The median of the numbers above 0, or undefined where there are none. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.filter((n) => n > 0).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
