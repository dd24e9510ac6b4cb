import { IsOptional, ValidateNested } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Args, ArgsType, Authorized, Ctx, Field, Query, Resolver } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { estimateRange } from '../../engine/estimate-range.ts';
import type { Context } from '../context.ts';
import { estimateView, RunEstimateView } from './estimate.types.ts';
import { chosenItems, StageItemsInput } from './stage-items.ts';
import { choiceOf, StageRangeInput } from './start.types.ts';

@ArgsType()
class EstimateArgs {
  @Field(() => ObjectIdScalar, { description: 'The site of the run.' })
  siteId!: ObjectId;

  @Field(() => StageRangeInput, { nullable: true, description: 'Which stages; all if not given.' })
  @IsOptional()
  @ValidateNested()
  stages?: StageRangeInput;

  @Field(() => StageItemsInput, {
    nullable: true,
    description: 'For a run of one stage over chosen items, as runStage starts it; then leave out `stages`.',
  })
  @IsOptional()
  @ValidateNested()
  chosen?: StageItemsInput;
}

@Resolver()
export class EstimateResolver {
  @Authorized<Right>('read')
  @Query(() => RunEstimateView, {
    description:
      "What a run would cost and how long it would take if started now, including items waiting in later stages. Times come from the site's own finished runs, if it has any.",
  })
  async estimateRun(
    @Args(() => EstimateArgs) { siteId, stages, chosen }: EstimateArgs,
    @Ctx() context: Context,
  ): Promise<RunEstimateView> {
    await context.documents.of(Site).require(siteId);
    const choice = chosen ? await chosenItems(context, siteId, chosen) : choiceOf(stages);
    return estimateView(await estimateRange(context.engine, siteId, choice));
  }
}
