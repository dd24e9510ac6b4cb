import { type ClassType, Field, Float, Int, ObjectType } from 'type-graphql';
import { Credits } from '../../../schema/scalars.ts';
import { stageKindType } from '../../../schema/stage-kind.ts';
import type { Amount } from '../../engine/amount.ts';
import type { AiEstimate } from '../../engine/estimate-ai.ts';
import type { RangedEstimate, StageEstimate } from '../../engine/estimate-range.ts';
import { TimeEstimate, timeEstimateOf } from './time-estimate.types.ts';

/** An amount that is not known exactly, in this scalar. */
function amountType(
  name: string,
  scalar: () => typeof Credits | typeof Int | typeof Float,
  what: string,
): ClassType<Amount> {
  @ObjectType(name, { description: `${what} that are not known exactly.` })
  class Estimated implements Amount {
    @Field(scalar, { description: 'As expected.' })
    expected!: number;

    @Field(scalar, { description: 'At least, if everything turns out small.' })
    low!: number;

    @Field(scalar, { description: 'At most, if everything turns out large.' })
    high!: number;
  }
  return Estimated;
}

const CreditEstimate = amountType('CreditEstimate', () => Credits, 'Credits');
const ItemEstimate = amountType('ItemEstimate', () => Int, 'Items');
const CallEstimate = amountType('CallEstimate', () => Int, 'Calls');
// A large site's tokens are more than an Int holds.
const TokenEstimate = amountType('TokenEstimate', () => Float, 'Tokens');
const UsdEstimate = amountType('UsdEstimate', () => Float, 'US dollars');

@ObjectType('AiEstimate', { description: 'What AI calls would need with the models that are set.' })
class AiEstimateView implements AiEstimate {
  @Field(() => CallEstimate, { description: 'Calls, including those that correct an answer.' })
  calls!: Amount;

  @Field(() => TokenEstimate, { description: 'Tokens sent.' })
  tokensIn!: Amount;

  @Field(() => TokenEstimate, { description: 'Output tokens, including those for images.' })
  tokensOut!: Amount;

  @Field(() => UsdEstimate, {
    nullable: true,
    description: 'What they would cost; null if the price of a model is not known.',
  })
  usd!: Amount | null;
}

@ObjectType('StageEstimate', { description: 'What a stage of a run would cost and how long it would take.' })
class StageEstimateView {
  @Field(() => String, { description: 'Its key.' })
  key!: string;

  @Field(() => Int, { description: 'Its place among all stages, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Such as Keywords → Clusters.' })
  title!: string;

  @Field(() => stageKindType, { description: 'What processes it.' })
  kind!: StageEstimate['kind'];

  @Field(() => Int, { description: 'Items already waiting for it.' })
  waiting!: number;

  @Field(() => ItemEstimate, { description: 'Those, plus what the stages before it will produce.' })
  items!: Amount;

  @Field(() => CreditEstimate, { description: 'What it would use.' })
  credits!: Amount;

  @Field(() => TimeEstimate, { description: 'How long it would take.' })
  time!: TimeEstimate;

  @Field(() => AiEstimateView, {
    nullable: true,
    description: 'Its AI calls; null for a third-party stage that does not foresee them.',
  })
  ai!: AiEstimateView | null;
}

@ObjectType('RunEstimate', {
  description: 'What a run would cost and how long it would take if started now.',
})
export class RunEstimateView {
  @Field(() => [StageEstimateView], { description: 'Stage by stage.' })
  stages!: StageEstimateView[];

  @Field(() => CreditEstimate, { description: 'What it would use in total.' })
  credits!: Amount;

  @Field(() => TimeEstimate, { description: 'How long it would take in total.' })
  time!: TimeEstimate;

  @Field(() => AiEstimateView, { description: 'All AI calls that stages foresee.' })
  ai!: AiEstimateView;

  @Field(() => Credits, {
    description: 'Credits that must be available for it to start: those expected plus a reserve.',
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
