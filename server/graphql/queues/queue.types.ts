import { Field, Int, ObjectType } from 'type-graphql';
import { stageKindType } from '../../../schema/stage-kind.ts';
import type { Queue } from '../../engine/queues.ts';

@ObjectType('Queue', { description: 'What is waiting at a stage of a site.' })
export class QueueView implements Queue {
  @Field(() => String, { description: "The stage's key." })
  key!: string;

  @Field(() => Int, { description: "The stage's number, from 1." })
  number!: number;

  @Field(() => String, { description: "The stage's title." })
  title!: string;

  @Field(() => stageKindType, { description: 'What processes it.' })
  kind!: Queue['kind'];

  @Field(() => Int, {
    description: 'Items in total: those of the active run if it has started the stage, else those waiting.',
  })
  total!: number;

  @Field(() => Int, { description: 'Those of them that are not yet processed.' })
  pending!: number;
}
