import type { ObjectId } from 'mongodb';
import { Field, InputType } from 'type-graphql';
import { Content, type ContentStatus, contentStatusType } from '../../../schema/content.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';
import { given } from '../given.ts';
import { ItemFilterFields } from '../item.types.ts';
import { itemFilter } from '../item-filter.ts';
import { sortInput } from '../sort.ts';

export const ContentConnection = connectionOf(Content, 'Content');

@InputType({ description: 'Which drafts; every condition given must hold.' })
export class ContentFilter extends ItemFilterFields {
  @Field(() => contentStatusType, { nullable: true, description: 'How far they have come.' })
  status?: ContentStatus;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only those of this cluster.' })
  clusterId?: ObjectId;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that were sent back and are waiting to be edited, or only the others.',
  })
  sentBack?: boolean;
}

export function contentFilterOf(site: ObjectId, filter: ContentFilter): object {
  const { clusterId, sentBack, ...common } = given(filter);
  return itemFilter(site, common, 'title', {
    cluster: clusterId,
    sentBack: sentBack === false ? null : undefined,
    'sentBack.at': sentBack === true ? { $exists: true } : undefined,
  });
}

export const [ContentSort, contentSortOf] = sortInput('Content', {
  CREATED: ['_id', 'When it was written.'],
  TITLE: ['title', 'Its title.'],
  SLUG: ['slug', 'Its slug.'],
  WORD_COUNT: ['wordCount', 'How many words it has.'],
});
