import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Credits } from '../../../schema/scalars.ts';
import { stageKindType } from '../../../schema/stage-kind.ts';
import type { Amount } from '../../engine/amount.ts';
import type { RangedEstimate, StageEstimate } from '../../engine/estimate-range.ts';
import { TimeEstimate, timeEstimateOf } from './time-estimate.types.ts';

/** An amount that is not known exactly, in this scalar. */
function amountType(
  name: string,
  scalar: () => typeof Credits | typeof Int,
  what: string,
): ClassType<Amount> {
  @ObjectType(name, { description: `${what} that are not known exactly.` })
  class Estimated implements Amount {
    @Field(scalar, { description: 'As expected.' })
    expected!: number;

    @Field(scalar, { description: 'At least, if all turns out small.' })
    low!: number;

    @Field(scalar, { description: 'At most, if all turns out large.' })
    high!: number;
  }
  return Estimated;
}

const CreditEstimate = amountType('CreditEstimate', () => Credits, 'Credits');
const ItemEstimate = amountType('ItemEstimate', () => Int, 'Items');

@ObjectType('StageEstimate', { description: 'What a stage of a run would cost and take.' })
class StageEstimateView {
  @Field(() => String, { description: 'Its key.' })
  key!: string;

  @Field(() => Int, { description: 'Its place among all stages, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Such as Keywords → Clusters.' })
  title!: string;

  @Field(() => stageKindType, { description: 'What works on it.' })
  kind!: StageEstimate['kind'];

  @Field(() => Int, { description: 'Items that wait for it already.' })
  waiting!: number;

  @Field(() => ItemEstimate, { description: 'Those, and what the stages before it will bring forth.' })
  items!: Amount;

  @Field(() => CreditEstimate, { description: 'What it would use.' })
  credits!: Amount;

  @Field(() => TimeEstimate, { description: 'How long it would take.' })
  time!: TimeEstimate;
}

@ObjectType('RunEstimate', { description: 'What a run would cost and take if it were started now.' })
export class RunEstimateView {
  @Field(() => [StageEstimateView], { description: 'Stage by stage.' })
  stages!: StageEstimateView[];

  @Field(() => CreditEstimate, { description: 'What it would use in all.' })
  credits!: Amount;

  @Field(() => TimeEstimate, { description: 'How long it would take in all.' })
  time!: TimeEstimate;

  @Field(() => Credits, {
    description: 'What must be available for it to start: those expected and a reserve.',
  })
  needed!: number;

  @Field(() => Credits, { description: 'What is available now.' })
  available!: number;
}

export function estimateView(estimate: RangedEstimate): RunEstimateView {
  return {
    ...estimate,
    time: timeEstimateOf(estimate.time),
    stages: estimate.stages.map((stage) => ({ ...stage, time: timeEstimateOf(stage.time) })),
  };
}
