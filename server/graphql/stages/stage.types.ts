import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { stageKindType } from '../../../schema/stage-kind.ts';
import type { AnyStage } from '../../engine/stage.ts';

@ObjectType('Stage', { description: 'A stage of the pipeline.' })
export class StageView {
  @Field(() => String, { description: 'Its key, by which it is named everywhere.' })
  key!: string;

  @Field(() => Int, { description: 'Its number in the pipeline, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Such as Keywords → Clusters.' })
  title!: string;

  @Field(() => stageKindType, { description: 'What processes it.' })
  kind!: AnyStage['kind'];

  @Field(() => String, { description: 'What one of its items is called.' })
  itemNoun!: string;

  @Field(() => String, { description: 'What several of its items are called.' })
  itemsNoun!: string;

  @Field(() => GraphQLJSONObject, {
    description: 'Its settings as JSON Schema, each with its default and bounds: forms are built from it.',
  })
  settingsSchema!: Record<string, unknown>;
}
