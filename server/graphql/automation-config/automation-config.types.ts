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

  @Field(() => GraphQLJSONObject, { description: 'All of them, including those never changed.' })
  settings!: Record<string, unknown>;

  @Field(() => [String], { description: 'Names of those changed from their defaults.' })
  changed!: string[];
}

@InputType({ description: 'Settings of a stage to change.' })
export class StageSettingsInput {
  @Field(() => String, { description: "The stage's key." })
  @MaxLength(100)
  stage!: string;

  @Field(() => GraphQLJSONObject, {
    description:
      "By name, within the bounds that the stage's settingsSchema gives. Fields left out stay as they are; null goes back to its default.",
  })
  settings!: Record<string, unknown>;
}

@InputType({ description: "Changes to how a site's runs work; fields left out stay as they are." })
export class UpdateAutomationConfigInput {
  @Field(() => ObjectIdScalar, { description: 'Which site.' })
  siteId!: ObjectId;

  @Field(() => [StageSettingsInput], { nullable: true, description: 'Settings of stages.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  stages?: StageSettingsInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'More failed items of a stage than this fail a run; null goes back to 5% of the items, at least 3.',
  })
  @IsOptional()
  @Min(0)
  @Max(1_000_000)
  maxFailedItems?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'US dollars that the AI calls of one run may cost; null: no limit. It applies at once, even to a run that is yet to be resumed.',
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

@ObjectType({ description: 'The outcome.' })
export class AutomationConfigPayload {
  @Field(() => AutomationConfig, { description: "How the site's runs are done now." })
  config!: AutomationConfig;
}
