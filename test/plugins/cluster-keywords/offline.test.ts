import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../plugins/cluster-keywords/faults.ts';
import { clusterOffline } from '../../../plugins/cluster-keywords/offline.ts';
import { clusteringCall, type OfferedCluster } from '../../../plugins/cluster-keywords/prompt.ts';
import { noFacts } from './labelled-set.ts';

/** Clusters as `Name: phrases`, or `C1 Name: phrases` where they join one. */
function clustered(
  keywords: string[],
  offered: OfferedCluster[] = [],
  language = 'en',
  ahead: string[] = [],
): string[] {
  const input = { ...noFacts, language, keywords, offered, ahead };
  const reply = clusterOffline(input);
  expect(faultOf(reply, input)).toBeUndefined();
  expect(clusteringCall.schema.parse(reply)).toEqual(reply);
  return reply.clusters.map(({ join, name, keywords: numbers }) => {
    const members = numbers.map((number) => keywords[number - 1]).join(', ');
    return `${join === null ? '' : `${join} `}${name}: ${members}`;
  });
}

describe('the offline clusters', () => {
  it('tell C++, C# and USB C apart', () => {
    expect(clustered(['c++ tutorial', 'c# tutorial', 'usb c hub', 'c# course'])).toEqual([
      'C++: c++ tutorial',
      'C#: c# tutorial, c# course',
      'USB C: usb c hub',
    ]);
  });

  it('take singular and plural together', () => {
    expect(clustered(['espresso machine', 'espresso machines', 'compost bin'])).toEqual([
      'Espresso Machines: espresso machine, espresso machines',
      'Compost Bins: compost bin',
    ]);
  });

  it('set words of intent aside', () => {
    const phrases = [
      'best espresso machine',
      'espresso machine reviews',
      'cheap espresso machine',
      'espresso machine near me',
      'how to buy an espresso machine',
      'best running shoes',
      'running shoes reviews',
      'running shoes price 2026',
    ];
    expect(clustered(phrases)).toEqual([
      `Espresso Machines: ${phrases.slice(0, 5).join(', ')}`,
      `Running Shoes: ${phrases.slice(5).join(', ')}`,
    ]);
  });

  it('do not take together what only the same is done to', () => {
    expect(clustered(['what to eat before a run', 'can dogs eat grapes', 'what to eat after a run'])).toEqual(
      ['Run: what to eat before a run, what to eat after a run', 'Dogs: can dogs eat grapes'],
    );
    expect(clustered(['Kühlschrank entkalken', 'Kaffeemaschine entkalken'], [], 'de')).toEqual([
      'Kühlschrank: Kühlschrank entkalken',
      'Kaffeemaschine: Kaffeemaschine entkalken',
    ]);
  });

  it('join the clusters of earlier batches', () => {
    const offered = [
      { ref: 'C1', name: 'Espresso Machines', phrases: ['espresso machine', 'best espresso machine'] },
      { ref: 'C2', name: 'Cold Brew', phrases: ['cold brew ratio', 'cold brew coffee'] },
    ];
    expect(clustered(['espresso machine repair', 'cold brew recipe', 'dog bed'], offered)).toEqual([
      'C1 Espresso Machines: espresso machine repair',
      'C2 Cold Brew: cold brew recipe',
      'Dog Beds: dog bed',
    ]);
  });

  it('learn from the keywords of later batches what is a topic, how it is named, and sort none of them', () => {
    const phrases = ['crate puppy training', 'puppy potty pads', 'fish tank'];
    expect(clustered(phrases)).toEqual([
      'Puppy: crate puppy training, puppy potty pads',
      'Fish Tank: fish tank',
    ]);
    const ahead = [
      'large crate',
      'crate size',
      'crate cover',
      'potty training',
      'potty bell',
      'potty training age',
    ];
    expect(clustered(phrases, [], 'en', ahead)).toEqual([
      'Crates: crate puppy training',
      'Potty: puppy potty pads',
      'Fish Tank: fish tank',
    ]);
  });

  it('join a cluster that has a name and no keywords yet', () => {
    const offered = [{ ref: 'C1', name: 'Garden Hoses', phrases: [] }];
    expect(clustered(['garden hose reel'], offered)).toEqual(['C1 Garden Hoses: garden hose reel']);
  });

  it('never have two clusters of one name', () => {
    const offered = [{ ref: 'C1', name: 'Zebra', phrases: ['unrelated words'] }];
    expect(clustered(['zebra'], offered)).toEqual(['C1 Zebra: zebra']);
  });

  it('are the same whenever they are asked for', () => {
    const phrases = ['burr grinder', 'french press', 'best burr grinder', 'press pot', 'french press ratio'];
    expect(clustered(phrases)).toEqual(clustered(phrases));
  });

  it('take a single keyword', () => {
    expect(clustered(['milk frother'])).toEqual(['Milk Frothers: milk frother']);
  });

  it('take keywords that differ in next to nothing for one topic', () => {
    const phrases = Array.from({ length: 20 }, (_, index) => `espresso machine ${index}`);
    expect(clustered(phrases)).toEqual([`Espresso Machines: ${phrases.join(', ')}`]);
  });

  it('take phrases of nothing but intent, signs or emoji', () => {
    const found = clustered(['best price', 'how to', '???', '☕', '☕☕']);
    expect(found.flatMap((line) => line.split(': ')[1]?.split(', ')).toSorted()).toEqual(
      ['best price', 'how to', '???', '☕', '☕☕'].toSorted(),
    );
  });

  it('take phrases of 200 characters', () => {
    expect(clustered(['x'.repeat(200), 'word '.repeat(40).trim()])).toHaveLength(2);
  });

  it('read German inflections and compounds', () => {
    expect(
      clustered(['Kaffeemühle Test', 'beste Kaffeemühlen', 'Hochbeet bauen', 'Erde für Hochbeete'], [], 'de'),
    ).toEqual([
      'Kaffeemühle: Kaffeemühle Test, beste Kaffeemühlen',
      'Hochbeet: Hochbeet bauen, Erde für Hochbeete',
    ]);
    const offered = [{ ref: 'C1', name: 'Dämmung', phrases: ['dämmung altbau', 'dämmung kosten'] }];
    expect(clustered(['fassadendämmung', 'e-bike test', 'e-bikes'], offered, 'de')).toEqual([
      'C1 Dämmung: fassadendämmung',
      'E-Bike: e-bike test, e-bikes',
    ]);
  });

  it('read Cyrillic', () => {
    expect(
      clustered(['купить кофемашину', 'лучшие кофемашины', 'ёлка искусственная', 'купить елку'], [], 'ru'),
    ).toEqual(['Кофемашины: купить кофемашину, лучшие кофемашины', 'Ёлка: ёлка искусственная, купить елку']);
  });

  it('read Japanese, with or without spaces', () => {
    expect(
      clustered(['炊飯器おすすめ', '炊飯器 一人暮らし', '加湿器の掃除方法', '加湿器 電気代'], [], 'ja'),
    ).toEqual(['炊飯器: 炊飯器おすすめ, 炊飯器 一人暮らし', '加湿器: 加湿器の掃除方法, 加湿器 電気代']);
  });
});
