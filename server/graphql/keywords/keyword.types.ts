import type { ObjectId } from 'mongodb';
import { Field, InputType } from 'type-graphql';
import { Keyword, type KeywordStatus, keywordStatusType } from '../../../schema/keyword.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';
import { given } from '../given.ts';
import { ItemFilterFields } from '../item.types.ts';
import { itemFilter } from '../item-filter.ts';
import { sortInput } from '../sort.ts';

export const KeywordConnection = connectionOf(Keyword, 'Keyword');

@InputType({ description: 'Which keywords; every condition given must hold.' })
export class KeywordFilter extends ItemFilterFields {
  @Field(() => keywordStatusType, { nullable: true, description: 'How far they have come.' })
  status?: KeywordStatus;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only those of this cluster.' })
  clusterId?: ObjectId;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only those that this import added.' })
  importId?: ObjectId;
}

export function keywordFilterOf(site: ObjectId, filter: KeywordFilter): object {
  const { clusterId, importId, ...common } = given(filter);
  return itemFilter(site, common, 'normalised', { cluster: clusterId, import: importId });
}

export const [KeywordSort, keywordSortOf] = sortInput('Keyword', {
  CREATED: ['_id', 'When it was imported.'],
  PHRASE: ['normalised', 'The phrase itself.'],
  VOLUME: ['volume', 'Searches per month.'],
  DIFFICULTY: ['difficulty', 'How difficult it is, 0 to 100.'],
  CPC: ['cpc', 'Cost per click.'],
});
