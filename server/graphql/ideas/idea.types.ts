import type { ObjectId } from 'mongodb';
import { Field, InputType } from 'type-graphql';
import { Idea, type IdeaStatus, ideaStatusType } from '../../../schema/idea.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';
import { given } from '../given.ts';
import { ItemFilterFields } from '../item.types.ts';
import { itemFilter } from '../item-filter.ts';
import { sortInput } from '../sort.ts';

export const IdeaConnection = connectionOf(Idea, 'Idea');

@InputType({ description: 'Which ideas; every condition given must hold.' })
export class IdeaFilter extends ItemFilterFields {
  @Field(() => ideaStatusType, { nullable: true, description: 'How far they have come.' })
  status?: IdeaStatus;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only those of this cluster.' })
  clusterId?: ObjectId;
}

export function ideaFilterOf(site: ObjectId, filter: IdeaFilter): object {
  const { clusterId, ...common } = given(filter);
  return itemFilter(site, common, 'title', { cluster: clusterId });
}

export const [IdeaSort, ideaSortOf] = sortInput('Idea', {
  CREATED: ['_id', 'When it was made.'],
  TITLE: ['title', 'Its title.'],
  WORD_TARGET: ['wordTarget', 'How many words are asked for.'],
});
