import { IsOptional, MaxLength } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType } from 'type-graphql';
import { Keyword, type KeywordStatus, keywordStatusType } from '../../../schema/keyword.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';
import { sortInput } from '../sort.ts';

export const KeywordConnection = connectionOf(Keyword, 'Keyword');

@InputType({ description: 'Which keywords; all that is given must hold.' })
export class KeywordFilter {
  @Field(() => [ObjectIdScalar], { nullable: true, description: 'Only these.' })
  ids?: ObjectId[];

  @Field(() => keywordStatusType, { nullable: true, description: 'How far they have come.' })
  status?: KeywordStatus;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only those of this cluster.' })
  clusterId?: ObjectId;

  @Field(() => Boolean, { nullable: true, description: 'Only those kept out of runs, or only the others.' })
  disabled?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that a stage gave up, or only the others.',
  })
  failed?: boolean;

  @Field(() => String, { nullable: true, description: 'Only those that contain this text, in any case.' })
  @IsOptional()
  @MaxLength(200)
  search?: string;
}

export const [KeywordSort, keywordSortOf] = sortInput('Keyword', {
  CREATED: '_id',
  PHRASE: 'normalised',
  VOLUME: 'volume',
  DIFFICULTY: 'difficulty',
  CPC: 'cpc',
});
