import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsOptional,
  IsTimeZone,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { GraphQLLocalDate } from 'graphql-scalars';
import type { ObjectId } from 'mongodb';
import { ArgsType, Field, Float, GraphQLISODateTime, InputType, Int, ObjectType } from 'type-graphql';
import { enumType } from '../../../schema/enum-type.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';

export enum AiUsageBy {
  Day = 'day',
  Run = 'run',
  Stage = 'stage',
  Model = 'model',
}

const byType = enumType(AiUsageBy, 'AiUsageBy', 'How AI usage is grouped.', {
  Day: 'By day, in the zone asked for.',
  Run: 'By run.',
  Stage: 'By stage.',
  Model: 'By model.',
});

@InputType({ description: 'Which AI calls; every condition given must hold.' })
export class AiUsageFilter {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'From this time on; 30 days ago if not given.',
  })
  from?: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Before this time; now if not given.' })
  to?: Date;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only for this site.' })
  siteId?: ObjectId;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only of this run.' })
  runId?: ObjectId;

  @Field(() => String, { nullable: true, description: 'Only of the stage with this key.' })
  @IsOptional()
  @MaxLength(100)
  stage?: string;

  @Field(() => String, { nullable: true, description: 'Only of this model.' })
  @IsOptional()
  @MaxLength(200)
  model?: string;
}

@ArgsType()
export class AiUsageArgs {
  @Field(() => AiUsageFilter, { nullable: true, description: 'Which calls.' })
  filter?: AiUsageFilter;

  @Field(() => [byType], {
    defaultValue: [AiUsageBy.Day],
    description: 'A row for each combination of these.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @ArrayUnique()
  by!: AiUsageBy[];

  @Field(() => String, { defaultValue: 'UTC', description: 'IANA name of the zone in which days begin.' })
  @IsTimeZone()
  timeZone!: string;

  @Field(() => Int, { defaultValue: 100, description: 'At most this many rows, 1 to 1,000.' })
  @Min(1)
  @Max(1_000)
  first!: number;
}

@ObjectType({ description: 'The total of AI calls.' })
export class AiUsageTotals {
  @Field(() => Int, { description: 'How many calls.' })
  calls!: number;

  @Field(() => Int, { description: 'How many of them were unusable.' })
  unusableCalls!: number;

  @Field(() => Float, { description: 'Tokens sent.' })
  tokensIn!: number;

  @Field(() => Float, { description: 'Tokens received.' })
  tokensOut!: number;

  @Field(() => Float, { description: 'What the providers charge for them, in US dollars.' })
  costUsd!: number;
}

@ObjectType({
  description: 'The total of the AI calls of a day, run, stage or model, as requested.',
})
export class AiUsageRow extends AiUsageTotals {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day; null unless grouped by day.' })
  day?: string | null;

  run?: ObjectId;

  @Field(() => String, { nullable: true, description: "The stage's key; null unless grouped by stage." })
  stage?: string | null;

  @Field(() => String, { nullable: true, description: 'The model; null unless grouped by model.' })
  model?: string | null;
}

@ObjectType({ description: 'AI usage.' })
export class AiUsage {
  @Field(() => [AiUsageRow], { description: 'The latest day first, then by run, stage and model.' })
  rows!: AiUsageRow[];

  @Field(() => Boolean, { description: 'True if there are more rows.' })
  hasMore!: boolean;

  @Field(() => AiUsageTotals, { description: 'The total, whatever the rows show.' })
  total!: AiUsageTotals;
}
