import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { GraphQLJSONObject } from 'graphql-scalars';
import type { ObjectId } from 'mongodb';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { AutomationConfig } from '../../../schema/automation-config.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';

@ObjectType({ description: "A stage's settings on a site." })
export class StageSettingsView {
  @Field(() => String, { description: "The stage's key." })
  stage!: string;

  @Field(() => GraphQLJSONObject, { description: 'All of them, those that nobody has changed included.' })
  settings!: Record<string, unknown>;

  @Field(() => [String], { description: 'Names of those that were changed from their defaults.' })
  changed!: string[];
}

@InputType({ description: 'Settings of a stage that shall change.' })
export class StageSettingsInput {
  @Field(() => String, { description: "The stage's key." })
  @MaxLength(100)
  stage!: string;

  @Field(() => GraphQLJSONObject, {
    description:
      "By name, within the bounds that the stage's settingsSchema tells. What is absent stays; null goes back to its default.",
  })
  settings!: Record<string, unknown>;
}

@InputType({ description: "What shall change of how a site's runs are done; what is absent stays." })
export class UpdateAutomationConfigInput {
  @Field(() => ObjectIdScalar, { description: 'Of which site.' })
  siteId!: ObjectId;

  @Field(() => [StageSettingsInput], { nullable: true, description: 'Settings of stages.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  stages?: StageSettingsInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'More failed items of a stage than this fail a run; null goes back to 5 % of the items, at least 3.',
  })
  @IsOptional()
  @Min(0)
  @Max(1_000_000)
  maxFailedItems?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'US dollars that the AI calls of one run may cost; null: as many as they do. It counts at once, also for a run that is to be resumed.',
  })
  @IsOptional()
  @Min(0)
  @Max(1_000_000)
  usdPerRun?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days after which a run left paused is cancelled.' })
  @IsOptional()
  @Min(1)
  @Max(365)
  pausedDays?: number;
}

@ObjectType({ description: 'What came of it.' })
export class AutomationConfigPayload {
  @Field(() => AutomationConfig, { description: "How the site's runs are done now." })
  config!: AutomationConfig;
}
