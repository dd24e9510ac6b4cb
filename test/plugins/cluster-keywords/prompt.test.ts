import { describe, expect, it } from 'vitest';
import { clusteringCall } from '../../../plugins/cluster-keywords/prompt.ts';

const input = {
  site: 'Bean There',
  language: 'de',
  country: 'AT',
  audience: 'home\nbaristas',
  keywords: ['kaffeemühle', 'kaffeemühle test'],
  offered: [{ ref: 'C1', name: 'Espressomaschinen', phrases: ['siebträger test'] }],
  ahead: ['milchaufschäumer'],
};

describe('the clustering prompt', () => {
  const blocks = (user: string) =>
    Object.fromEntries(
      [...user.matchAll(/^<([a-z-]+)>\n(.*?)\n<\/\1>$/gmsu)].map(([, name, json]) => [
        name,
        JSON.parse(json ?? ''),
      ]),
    );

  it('tells site, language and audience, but not how it speaks, numbers the keywords and names the existing clusters', () => {
    expect(blocks(clusteringCall.prompt(input).user)).toEqual({
      site: {
        site: 'Bean There',
        language: 'de',
        country: 'AT',
        audience: 'home\nbaristas',
      },
      'existing-clusters': ['C1: Espressomaschinen (siebträger test)'],
      keywords: ['1. kaffeemühle', '2. kaffeemühle test'],
      // Without numbers, as they are not to be sorted.
      'still-to-come': ['milchaufschäumer'],
    });
    expect(clusteringCall.prompt(input).user).toContain('Sort the 2 keywords');
  });

  it('asks for a description of new clusters alone: the others have theirs', () => {
    const { system } = clusteringCall.prompt(input);
    expect(system).toContain('Describe each new cluster');
    expect(system).toContain('for an existing one, which has its own, an empty text');
  });

  it('says so when there are no clusters yet', () => {
    expect(blocks(clusteringCall.prompt({ ...input, offered: [] }).user)['existing-clusters']).toEqual([]);
  });
});
