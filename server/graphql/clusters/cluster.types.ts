import type { ObjectId } from 'mongodb';
import { Field, InputType } from 'type-graphql';
import { Cluster, type ClusterStatus, clusterStatusType } from '../../../schema/cluster.ts';
import { connectionOf } from '../connection.ts';
import { given } from '../given.ts';
import { ItemFilterFields } from '../item.types.ts';
import { itemFilter } from '../item-filter.ts';
import { sortInput } from '../sort.ts';

export const ClusterConnection = connectionOf(Cluster, 'Cluster');

@InputType({ description: 'Which clusters; every condition given must hold.' })
export class ClusterFilter extends ItemFilterFields {
  @Field(() => clusterStatusType, { nullable: true, description: 'How far they have come.' })
  status?: ClusterStatus;
}

export function clusterFilterOf(site: ObjectId, filter: ClusterFilter): object {
  return itemFilter(site, given(filter), 'name');
}

export const [ClusterSort, clusterSortOf] = sortInput('Cluster', {
  CREATED: ['_id', 'When it was made.'],
  NAME: ['name', 'Its name.'],
  KEYWORDS: ['keywordCount', 'How many keywords are in it.'],
  IDEAS: ['ideaCount', 'How many ideas were made for it.'],
});
