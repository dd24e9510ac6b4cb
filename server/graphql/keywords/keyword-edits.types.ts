import { IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { Keyword } from '../../../schema/keyword.ts';
import { maxLabelLength, maxPhraseLength } from '../../../schema/phrase.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { selectionOf } from '../item.types.ts';
import { KeywordFilter } from './keyword.types.ts';

@InputType({ description: 'Changes to a keyword; fields left out stay as they are.' })
export class UpdateKeywordInput {
  @Field(() => ObjectIdScalar, { description: 'Which keyword.' })
  id!: ObjectId;

  @Field(() => String, { nullable: true, description: 'Unique in its site.' })
  @IsOptional()
  @Length(1, maxPhraseLength)
  phrase?: string;

  @Field(() => Float, { nullable: true, description: 'Searches per month; null if unknown.' })
  @IsOptional()
  @Min(0)
  volume?: number | null;

  @Field(() => Float, { nullable: true, description: '0 (easy) to 100; null if unknown.' })
  @IsOptional()
  @Min(0)
  @Max(100)
  difficulty?: number | null;

  @Field(() => String, { nullable: true, description: 'What the searcher wants; null if unknown.' })
  @IsOptional()
  @MaxLength(maxLabelLength)
  intent?: string | null;

  @Field(() => Float, { nullable: true, description: 'US dollars per click; null if unknown.' })
  @IsOptional()
  @Min(0)
  cpc?: number | null;

  @Field(() => String, { nullable: true, description: 'Where it is searched for; null if unknown.' })
  @IsOptional()
  @MaxLength(maxLabelLength)
  country?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True excludes it from every run.' })
  disabled?: boolean;
}

@InputType({ description: 'Keywords to exclude from runs, or to include again.' })
export class UpdateKeywordsInput extends selectionOf(KeywordFilter) {
  @Field(() => Boolean, { description: 'True excludes them from every run.' })
  disabled!: boolean;
}

@InputType({ description: 'Keywords to move to another cluster.' })
export class MoveKeywordsInput extends selectionOf(KeywordFilter) {
  @Field(() => ObjectIdScalar, {
    nullable: true,
    description: 'Into this one, of the same site; null removes them from theirs, to wait for the next run.',
  })
  clusterId?: ObjectId | null;
}

@InputType({ description: 'Keywords to delete.' })
export class DeleteKeywordsInput extends selectionOf(KeywordFilter) {}

@ObjectType({ description: 'The outcome.' })
export class KeywordPayload {
  @Field(() => Keyword, { description: 'The keyword as it is now.' })
  keyword!: Keyword;
}
