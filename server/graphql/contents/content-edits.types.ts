import { ArrayMaxSize, IsOptional, Length, MaxLength } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Content } from '../../../schema/content.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { selectionOf } from '../item.types.ts';
import { ContentFilter } from './content.types.ts';

@InputType({ description: 'Changes to a draft; fields left out stay as they are.' })
export class UpdateContentInput {
  @Field(() => ObjectIdScalar, { description: 'Which draft.' })
  id!: ObjectId;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  @IsOptional()
  @Length(1, 300)
  title?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Lowercase letters and digits with single hyphens; unique in its site.',
  })
  @IsOptional()
  @Length(1, 80)
  slug?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The article below its title. Anything unsafe to show is removed, and its words are recounted.',
  })
  @IsOptional()
  @Length(1, 500_000)
  html?: string;

  @Field(() => String, { nullable: true, description: 'A few sentences for lists.' })
  @IsOptional()
  @MaxLength(300)
  excerpt?: string;

  @Field(() => String, { nullable: true, description: 'At most 60 characters.' })
  @IsOptional()
  @MaxLength(60)
  metaTitle?: string;

  @Field(() => String, { nullable: true, description: 'At most 155 characters.' })
  @IsOptional()
  @MaxLength(155)
  metaDescription?: string;

  @Field(() => [String], { nullable: true, description: 'Phrases that it targets, the main one first.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(200, { each: true })
  keywords?: string[];

  @Field(() => Boolean, { nullable: true, description: 'True excludes it from every run.' })
  disabled?: boolean;
}

@InputType({ description: 'Drafts to exclude from runs, or to include again.' })
export class UpdateContentsInput extends selectionOf(ContentFilter) {
  @Field(() => Boolean, { description: 'True excludes them from every run.' })
  disabled!: boolean;
}

@InputType({ description: 'Drafts to delete.' })
export class DeleteContentsInput extends selectionOf(ContentFilter) {}

@ObjectType({ description: 'The outcome.' })
export class ContentPayload {
  @Field(() => Content, { description: 'The draft as it is now.' })
  content!: Content;
}
