import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { type ArticleKind, articleKindType, Idea } from '../../../schema/idea.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { ArticleFields, wordTargets } from '../article.types.ts';
import { selectionOf } from '../item.types.ts';
import { IdeaFilter } from './idea.types.ts';

@InputType({ description: 'An idea of your own.' })
export class CreateIdeaInput {
  @Field(() => ObjectIdScalar, { description: 'Which cluster.' })
  clusterId!: ObjectId;

  @Field(() => String, { description: 'The title proposed.' })
  @Length(1, 300)
  title!: string;

  @Field(() => String, { description: 'Its outline: what the article should tell.' })
  @Length(1, 5_000)
  brief!: string;

  @Field(() => articleKindType, {
    nullable: true,
    description: 'The kind of article; a guide if not given.',
  })
  articleKind?: ArticleKind;

  @Field(() => [String], { nullable: true, description: 'Phrases that it targets, the main one first.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(200, { each: true })
  keywords?: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Target length in words, 200 to 10,000; 2,500 if not given.',
  })
  @IsOptional()
  @Min(wordTargets.least)
  @Max(wordTargets.most)
  wordTarget?: number;
}

@InputType({ description: 'Changes to an idea; fields left out stay as they are.' })
export class UpdateIdeaInput extends ArticleFields {
  @Field(() => ObjectIdScalar, { description: 'Which idea.' })
  id!: ObjectId;
}

@InputType({ description: 'Changes to many ideas; fields left out stay as they are.' })
export class UpdateIdeasInput extends selectionOf(IdeaFilter) {
  @Field(() => Boolean, { nullable: true, description: 'True excludes them from every run.' })
  disabled?: boolean;

  @Field(() => Int, { nullable: true, description: 'Target length in words, 200 to 10,000.' })
  @IsOptional()
  @Min(wordTargets.least)
  @Max(wordTargets.most)
  wordTarget?: number;
}

@InputType({ description: 'Ideas to delete.' })
export class DeleteIdeasInput extends selectionOf(IdeaFilter) {}

@ObjectType({ description: 'The outcome.' })
export class IdeaPayload {
  @Field(() => Idea, { description: 'The idea as it is now.' })
  idea!: Idea;
}
