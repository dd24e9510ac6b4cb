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
  @Field(() => ObjectIdScalar, { description: 'Of a run over which site.' })
  siteId!: ObjectId;

  @Field(() => StageRangeInput, { nullable: true, description: 'Through which stages; all where not given.' })
  @IsOptional()
  @ValidateNested()
  stages?: StageRangeInput;

  @Field(() => StageItemsInput, {
    nullable: true,
    description: 'Of a run of one stage over chosen items, as runStage starts it; then without `stages`.',
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
      "What a run would cost and take if it were started now, what waits in later stages included. Times are those of the site's own finished runs, where it has any.",
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
