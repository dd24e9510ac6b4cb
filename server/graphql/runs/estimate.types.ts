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

    @Field(scalar, { description: 'At least, if all turns out small.' })
    low!: number;

    @Field(scalar, { description: 'At most, if all turns out large.' })
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

@ObjectType('AiEstimate', { description: 'What calls of AI would need, made of the models that are set.' })
class AiEstimateView implements AiEstimate {
  @Field(() => CallEstimate, { description: 'Calls, those that mend an answer included.' })
  calls!: Amount;

  @Field(() => TokenEstimate, { description: 'Tokens sent.' })
  tokensIn!: Amount;

  @Field(() => TokenEstimate, { description: 'Tokens answered, those of pictures included.' })
  tokensOut!: Amount;

  @Field(() => UsdEstimate, {
    nullable: true,
    description: 'What they would cost; null where the price of a model is not known.',
  })
  usd!: Amount | null;
}

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

  @Field(() => AiEstimateView, {
    nullable: true,
    description: 'Its calls of AI; null of a stage of others that does not tell what it will ask.',
  })
  ai!: AiEstimateView | null;
}

@ObjectType('RunEstimate', { description: 'What a run would cost and take if it were started now.' })
export class RunEstimateView {
  @Field(() => [StageEstimateView], { description: 'Stage by stage.' })
  stages!: StageEstimateView[];

  @Field(() => CreditEstimate, { description: 'What it would use in all.' })
  credits!: Amount;

  @Field(() => TimeEstimate, { description: 'How long it would take in all.' })
  time!: TimeEstimate;

  @Field(() => AiEstimateView, { description: 'All calls of AI that stages tell of.' })
  ai!: AiEstimateView;

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
