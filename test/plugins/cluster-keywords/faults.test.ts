import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../plugins/cluster-keywords/faults.ts';
import { type ClusteringReply, clusteringCall } from '../../../plugins/cluster-keywords/prompt.ts';
import { noFacts } from './labelled-set.ts';

const input = {
  ...noFacts,
  language: 'en',
  keywords: ['espresso machine', 'coffee grinder', 'burr grinder'],
  offered: [
    { ref: 'C1', name: 'Espresso Machines', phrases: ['best espresso machine'] },
    { ref: 'C2', name: 'Cold Brew', phrases: ['cold brew ratio'] },
  ],
  ahead: [],
};

type ReplyCluster = ClusteringReply['clusters'][number];

const joining = (join: string, keywords: number[]): ReplyCluster => ({
  join,
  name: 'Espresso Machines',
  description: '',
  keywords,
});
const fresh = (name: string, keywords: number[]): ReplyCluster => ({
  join: null,
  name,
  description: '',
  keywords,
});
const faultIn = (...clusters: ReplyCluster[]) => faultOf({ clusters }, input);

describe('a clustering reply', () => {
  it('is trusted when each keyword stands in one cluster, joined or new', () => {
    expect(faultIn(joining('C1', [1]), fresh('Coffee Grinders', [2, 3]))).toBeUndefined();
  });

  it('is at fault when it drops a keyword', () => {
    expect(faultIn(joining('C1', [1]), fresh('Coffee Grinders', [3]))).toBe(
      'keyword 2 is in no cluster: put each in exactly one cluster.',
    );
  });

  it('is at fault when it invents keywords', () => {
    expect(faultIn(joining('C1', [1, 0]), fresh('Coffee Grinders', [2, 3, 4]))).toBe(
      'there is no keyword 0, 4: use the numbers 1 to 3 only.',
    );
  });

  it('is at fault when it puts a keyword into two clusters, or twice into one', () => {
    const fault = 'keyword 1 stands more than once: put each in exactly one cluster.';
    expect(faultIn(joining('C1', [1]), fresh('Coffee Grinders', [1, 2, 3]))).toBe(fault);
    expect(faultIn(joining('C1', [1, 1]), fresh('Coffee Grinders', [2, 3]))).toBe(fault);
  });

  it('is at fault when it joins a cluster that was not offered', () => {
    expect(faultIn(joining('C9', [1]), fresh('Coffee Grinders', [2, 3]))).toBe(
      'there is no existing cluster C9: use one of C1, C2, or null for a new cluster.',
    );
    const none = { ...input, offered: [] };
    expect(faultOf({ clusters: [joining('C1', [1, 2, 3])] }, none)).toBe(
      'there is no existing cluster C1: use null.',
    );
  });

  it('is at fault when it names a joined cluster twice', () => {
    expect(faultIn(joining('C1', [1]), joining('C1', [2, 3]))).toBe(
      'C1 stands more than once: put all its keywords into one entry.',
    );
  });

  it('is at fault when a new cluster takes the name of an existing one, whatever its capitals', () => {
    expect(faultIn(fresh('espresso  machines', [1]), fresh('Coffee Grinders', [2, 3]))).toBe(
      '"espresso  machines" exists already: join C1 or find a name that tells them apart.',
    );
  });

  it('is at fault when two new clusters have one name', () => {
    expect(faultIn(joining('C1', [1]), fresh('Grinders', [2]), fresh('grinders', [3]))).toBe(
      'two new clusters are named "grinders": merge or rename them.',
    );
  });

  it('is told all of its faults at once', () => {
    expect(faultIn(joining('C9', [1, 7]))).toMatch(/no keyword 7.*; keyword 2, 3 is in no cluster.*; .*C9/u);
  });

  it.each([
    ['no clusters', { clusters: [] }],
    ['a cluster without keywords', { clusters: [fresh('Grinders', [])] }],
    ['a cluster without a name', { clusters: [fresh('  ', [1, 2, 3])] }],
    ['numbers with fractions', { clusters: [fresh('Grinders', [1.5])] }],
    ['a name of 100 characters', { clusters: [fresh('x'.repeat(100), [1, 2, 3])] }],
  ])('is refused by its schema with %s', (_, reply) => {
    expect(clusteringCall.schema.safeParse(reply).success).toBe(false);
  });
});
