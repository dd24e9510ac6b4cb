import { Field, Int, ObjectType } from 'type-graphql';
import { stageKindType } from '../../../schema/stage-kind.ts';
import type { Queue } from '../../engine/queues.ts';

@ObjectType('Queue', { description: 'What a stage of a site has before it.' })
export class QueueView implements Queue {
  @Field(() => String, { description: "The stage's key." })
  key!: string;

  @Field(() => Int, { description: "The stage's number, from 1." })
  number!: number;

  @Field(() => String, { description: "The stage's title." })
  title!: string;

  @Field(() => stageKindType, { description: 'What works on it.' })
  kind!: Queue['kind'];

  @Field(() => Int, {
    description: 'Items in all: of the active run where that has begun the stage, else those that wait.',
  })
  total!: number;

  @Field(() => Int, { description: 'Those of them that are not yet processed.' })
  pending!: number;
}
