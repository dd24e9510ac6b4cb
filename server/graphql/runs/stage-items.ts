/** Which items of one stage are meant: by their ids, or by a filter of the kind that the stage works on. */
import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { type ClassType, Field, InputType } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { Content } from '../../../schema/content.ts';
import { Idea } from '../../../schema/idea.ts';
import { Image } from '../../../schema/image.ts';
import { Keyword } from '../../../schema/keyword.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Task } from '../../../schema/task.ts';
import type { OneStage } from '../../engine/plan.ts';
import { errors } from '../../errors.ts';
import { ClusterFilter, clusterFilterOf } from '../clusters/cluster.types.ts';
import { ContentFilter, contentFilterOf } from '../contents/content.types.ts';
import type { Context } from '../context.ts';
import { IdeaFilter, ideaFilterOf } from '../ideas/idea.types.ts';
import { ImageFilter, imageFilterOf } from '../images/image.types.ts';
import { maxIds, notEither } from '../item.types.ts';
import { KeywordFilter, keywordFilterOf } from '../keywords/keyword.types.ts';
import { TaskFilter, taskFilterOf } from '../tasks/task.types.ts';

/** A field for the filter of one kind. */
const OfKind =
  (filter: ClassType<object>, what: string): PropertyDecorator =>
  (target, name) => {
    Field(() => filter, { nullable: true, description: `Of a stage that works on ${what}.` })(target, name);
    IsOptional()(target, name);
    ValidateNested()(target, name);
  };

@InputType({ description: 'Which items of a stage: a filter of the kind that it works on, and no other.' })
export class StageItemFilter {
  @OfKind(KeywordFilter, 'keywords')
  keywords?: KeywordFilter | null;

  @OfKind(ClusterFilter, 'clusters')
  clusters?: ClusterFilter | null;

  @OfKind(IdeaFilter, 'ideas')
  ideas?: IdeaFilter | null;

  @OfKind(TaskFilter, 'tasks')
  tasks?: TaskFilter | null;

  @OfKind(ContentFilter, 'drafts')
  contents?: ContentFilter | null;

  @OfKind(ImageFilter, 'images')
  images?: ImageFilter | null;
}

@InputType({ description: 'One stage, and which items of it: by their ids, or by a filter.' })
export class StageItemsInput {
  @Field(() => String, { description: 'Key of the stage.' })
  @MaxLength(100)
  stage!: string;

  @Field(() => [ObjectIdScalar], {
    nullable: true,
    description: 'These, 1 to 1,000; those not waiting for the stage are skipped. Or give a filter.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(maxIds)
  ids?: ObjectId[] | null;

  @Field(() => StageItemFilter, {
    nullable: true,
    description: 'Everything it matches that is waiting for the stage, however many. Or give ids.',
  })
  @IsOptional()
  @ValidateNested()
  filter?: StageItemFilter | null;
}

/**
 * What the engine makes of it. Throws UNKNOWN_STAGE; INVALID_INPUT unless it has either ids or a filter of the stage's
 * kind; NOT_FOUND for the first of the ids that is no item of the stage on this site.
 */
export async function chosenItems(
  context: Context,
  site: ObjectId,
  { stage, ids, filter }: StageItemsInput,
): Promise<OneStage> {
  const { item } = context.engine.registry.get(stage);
  if (ids && !filter) {
    await requireItems(context, site, stage, ids);
    return { from: stage, items: ids };
  }
  if (!filter || ids) throw notEither();
  const [found, ...more] = filtersOf(site, filter);
  const isOfStage = found?.kind === item && more.length === 0;
  if (!isOfStage) {
    const problem = `must be of what the stage works on, and no other: ${item.name}`;
    throw errors.invalidInput({ problems: [{ path: 'filter', problem }] });
  }
  return { from: stage, matching: found.wanted };
}

/** Throws UNKNOWN_STAGE, and NOT_FOUND for the first of these that is no item of the stage on this site. */
export async function requireItems(
  { documents, engine }: Context,
  site: ObjectId,
  stage: string,
  ids: readonly ObjectId[],
): Promise<void> {
  const { item } = engine.registry.get(stage);
  const found = await documents.of(item).find({ site, _id: { $in: [...ids] } });
  const missing = ids.find((id) => !found.some(({ _id }) => _id.equals(id)));
  if (missing) throw errors.notFound({ kind: item.name.toLowerCase(), id: missing.toHexString() });
}

/** Those that are given, each as the database has it. */
function filtersOf(
  site: ObjectId,
  { keywords, clusters, ideas, tasks, contents, images }: StageItemFilter,
): { kind: new () => object; wanted: object }[] {
  return [
    ...(keywords ? [{ kind: Keyword, wanted: keywordFilterOf(site, keywords) }] : []),
    ...(clusters ? [{ kind: Cluster, wanted: clusterFilterOf(site, clusters) }] : []),
    ...(ideas ? [{ kind: Idea, wanted: ideaFilterOf(site, ideas) }] : []),
    ...(tasks ? [{ kind: Task, wanted: taskFilterOf(site, tasks) }] : []),
    ...(contents ? [{ kind: Content, wanted: contentFilterOf(site, contents) }] : []),
    ...(images ? [{ kind: Image, wanted: imageFilterOf(site, images) }] : []),
  ];
}
