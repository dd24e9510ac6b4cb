import { Field, Int, ObjectType } from 'type-graphql';
import type { Span } from '../../engine/progress/span.ts';

@ObjectType({ description: 'A length of time that is not known exactly.' })
export class TimeEstimate {
  @Field(() => Int, { description: 'Seconds expected.' })
  seconds!: number;

  @Field(() => Int, { description: 'Seconds at least, if everything goes fast.' })
  lowSeconds!: number;

  @Field(() => Int, { description: 'Seconds at most, if everything goes slowly.' })
  highSeconds!: number;
}

/** Whole seconds: the ends are rounded away from the middle. */
export function timeEstimateOf({ ms, lowMs, highMs }: Span): TimeEstimate {
  return {
    seconds: Math.round(ms / 1000),
    lowSeconds: Math.floor(lowMs / 1000),
    highSeconds: Math.ceil(highMs / 1000),
  };
}
