import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { type ArticleKind, articleKindType } from '../../schema/idea.ts';

/** The fewest and most words that an article may be asked for. */
export const wordTargets = { least: 200, most: 10_000 } as const;

/** What may be said of an article before it is written: of an idea, and of a task. */
@InputType({ description: 'What may be said of an article before it is written.' })
export abstract class ArticleFields {
  @Field(() => String, { nullable: true, description: 'Its title.' })
  @IsOptional()
  @Length(1, 300)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Its outline: what it should tell.' })
  @IsOptional()
  @Length(1, 5_000)
  brief?: string;

  @Field(() => articleKindType, { nullable: true, description: 'The kind of article.' })
  articleKind?: ArticleKind;

  @Field(() => [String], { nullable: true, description: 'Phrases that it targets, the main one first.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(200, { each: true })
  keywords?: string[];

  @Field(() => Int, { nullable: true, description: 'Target length in words, 200 to 10,000.' })
  @IsOptional()
  @Min(wordTargets.least)
  @Max(wordTargets.most)
  wordTarget?: number;

  @Field(() => Boolean, { nullable: true, description: 'True excludes it from every run.' })
  disabled?: boolean;
}
