import type { Document, ObjectId } from 'mongodb';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import { Site } from '../../schema/site.ts';
import type { Database, DocumentClass } from '../db/database.ts';
import type { Rates } from './stage.ts';

/** The plan's figures, for sites that have none of their own yet. */
const defaultRates: Rates = {
  keywordsPerCluster: 6,
  ideasPerCluster: 7,
  wordsPerArticle: 2_500,
  imagesPerArticle: 4,
};

/** The plan's figures are one example: half of all sites are taken to lie within a quarter of them. */
const defaultSpread = 0.25;

/** How many of the site's youngest items the medians are taken from. */
const sample = 200;

/** The site's rates as expected, and those that make a run cheap or dear. */
export interface RateRange {
  readonly expected: Rates;
  readonly cheap: Rates;
  readonly dear: Rates;
}

/** What the site's clusters and articles have been like: medians of the youngest, or the plan's figures. */
export async function ratesOf(database: Database, site: ObjectId): Promise<Rates> {
  return (await rateRangeOf(database, site)).expected;
}

/** As `ratesOf`, with the quartiles on both sides of the medians: half of what comes will lie between them. */
export async function rateRangeOf(database: Database, site: ObjectId): Promise<RateRange> {
  const youngest = async <T extends { site: ObjectId }>(
    kind: DocumentClass<T>,
    fields: Document,
  ): Promise<Document[]> =>
    database
      .of<Document>(kind)
      .find({ site }, { sort: { _id: -1 }, limit: sample, projection: fields })
      .toArray();
  const [asked, clusters, contents] = await Promise.all([
    database.of(Site).findOne({ _id: site }, { projection: { wordTarget: 1 } }),
    youngest(Cluster, { keywordCount: 1, ideaCount: 1 }),
    youngest(Content, { wordCount: 1, images: 1 }),
  ]);
  const seen: Record<keyof Rates, number[]> = {
    keywordsPerCluster: clusters.map((c) => c.keywordCount),
    ideasPerCluster: clusters.map((c) => c.ideaCount),
    wordsPerArticle: contents.map((c) => c.wordCount),
    imagesPerArticle: contents.map((c) => (c.images.planned ? c.images.total : 0)),
  };
  const at = (name: keyof Rates, share: number) =>
    quantile(seen[name], share) ?? defaultRates[name] * (1 + (share - 0.5) * 4 * defaultSpread);
  const ratesAt = (share: number): Rates => ({
    // Large clusters are few, and few clusters make a run cheap.
    keywordsPerCluster: at('keywordsPerCluster', 1 - share),
    ideasPerCluster: at('ideasPerCluster', share),
    // Articles to come are as long as is asked for now, whatever they were before.
    wordsPerArticle: asked?.wordTarget ?? at('wordsPerArticle', share),
    imagesPerArticle: at('imagesPerArticle', share),
  });
  return { expected: ratesAt(0.5), cheap: ratesAt(0.25), dear: ratesAt(0.75) };
}

/** The median of the numbers above 0, or undefined where there are none. */
export function median(numbers: readonly number[]): number | undefined {
  return quantile(numbers, 0.5);
}

/** Below which so much of the numbers above 0 lie, from 0 to 1, between two of them if need be. */
function quantile(numbers: readonly number[], share: number): number | undefined {
  const sorted = numbers.filter((n) => n > 0).sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}
