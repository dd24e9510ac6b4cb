import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import clusterKeywords from '../../../plugins/cluster-keywords/index.ts';
import { lookupTerms, nearestOf } from '../../../plugins/cluster-keywords/nearest.ts';
import { stillWaiting, summaryOf } from '../../../plugins/cluster-keywords/saving.ts';
import { Keyword } from '../../../schema/keyword.ts';
import { clusterInBatches } from './labelled-set.ts';

const rates = { keywordsPerCluster: 6, ideasPerCluster: 7, wordsPerArticle: 2500, imagesPerArticle: 4 };

describe('the keyword stage', () => {
  it('takes 20 keywords a batch, one batch at a time, unless told otherwise within bounds', () => {
    const { settings } = clusterKeywords;
    expect(settings.parse({})).toEqual({ batchSize: 20, parallel: 1 });
    expect(settings.safeParse({ batchSize: 21 }).success).toBe(false);
    expect(settings.safeParse({ batchSize: 0 }).success).toBe(false);
    expect(settings.safeParse({ parallel: 5 }).success).toBe(false);
  });

  it('forecasts its batches and a cluster for every 6 keywords begun', () => {
    const forecast = clusterKeywords.forecast(47, { batchSize: 20, parallel: 1 }, rates);
    expect(forecast.usage.map((usage) => usage.kind === 'keywords' && usage.count)).toEqual([20, 20, 7]);
    expect(forecast.produces).toEqual({ clusters: 8 });
    expect(clusterKeywords.forecast(0, { batchSize: 20, parallel: 1 }, rates)).toEqual({
      usage: [],
      produces: { clusters: 0 },
    });
  });
});

describe('saving clusters', () => {
  const keyword = () => new Keyword();
  const group = (name: string, ...keywords: Keyword[]) => ({
    join: null,
    name,
    description: '',
    madeWith: { promptVersion: '1', provider: 'test', model: 'test' },
    keywords: keywords.map(({ _id }) => _id),
  });

  it('leaves out keywords that a person changed meanwhile, and clusters that have none left', () => {
    const [one, two, three] = [keyword(), keyword(), keyword()];
    const groups = [group('Grinders', one, two), group('Kettles', three)];
    expect(stillWaiting(groups, [two])).toEqual([{ ...groups[0], keywords: [two] }]);
    expect(stillWaiting([{ ...group('Grinders'), keywords: [new ObjectId()] }], [one])).toEqual([]);
  });

  it('counts keywords, new clusters and the batch, and names the clusters in the log', () => {
    expect(
      summaryOf([
        { name: 'Coffee Beans', isNew: true, keywordCount: 4 },
        { name: 'The "Best" Brews', isNew: true, keywordCount: 1 },
        { name: 'Grinders', isNew: false, keywordCount: 2 },
      ]),
    ).toEqual({
      counters: { keywordsProcessed: 7, clustersCreated: 2, batches: 1 },
      usage: [{ kind: 'keywords', count: 7 }],
      message: '2 clusters created',
      notes: ['Clusters: ["Coffee Beans", "The \\"Best\\" Brews"]', 'Joined: ["Grinders" +2]'],
    });
  });
});

it('says of a single new cluster that it is one', () => {
  expect(summaryOf([{ name: 'Beans', isNew: true, keywordCount: 4 }]).message).toBe('1 cluster created');
});

describe('the clusters offered to a batch', () => {
  it('are looked up by terms that tell its phrases apart', () => {
    expect(lookupTerms([['coffee', 'grinder'], ['coffee', 'bean'], ['coffee', 'press'], ['coffee']])).toEqual(
      ['bean', 'grinder', 'press'],
    );
    expect(lookupTerms([['coffee'], ['coffee'], ['coffee']])).toEqual(['coffee']);
  });

  it('are the nearest ones, by terms that few clusters have, up to a limit', () => {
    const clusters = [
      { name: 'Beans', terms: ['coffee', 'bean'] },
      { name: 'Grinders', terms: ['coffee', 'grinder'] },
      { name: 'Kettles', terms: ['kettle'] },
      { name: 'Filters', terms: ['coffee', 'filter'] },
    ];
    const nearest = nearestOf(clusters, new Set(['coffee', 'grinder']), 2);
    expect(nearest.map(({ name }) => name)).toEqual(['Grinders', 'Beans']);
  });
});

describe('the example coffee.csv', () => {
  it('becomes 8 clusters in batches of 20, named as a person would', () => {
    const file = new URL('../../../examples/coffee.csv', import.meta.url);
    const rows = z
      .array(z.object({ keyword: z.string() }))
      .parse(parse(readFileSync(file), { columns: true }));
    expect(rows).toHaveLength(47);
    const found = clusterInBatches(
      rows.map(({ keyword }) => keyword),
      'en',
    );
    expect(found.map(({ name }) => name)).toEqual([
      'Espresso Machines',
      'French Press',
      'Coffee Grinders',
      'Milk Frothers',
      'Cold Brew',
      'Pour Over Coffee',
      'Coffee Beans',
      'Decaf Coffee',
    ]);
  });
});
