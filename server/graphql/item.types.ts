import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { type ClassType, Field, InputType } from 'type-graphql';
import { ObjectIdScalar } from '../../schema/scalars.ts';
import type { Wanted } from '../editing/change-many.ts';
import { errors } from '../errors.ts';
import { given } from './given.ts';

/** Ids that may be named at once. */
export const maxIds = 1_000;

/** What filters of all kinds of pipeline items may say. */
@InputType({ description: 'What filters of all kinds may say.' })
export abstract class ItemFilterFields {
  @Field(() => [ObjectIdScalar], { nullable: true, description: 'Only these, at most 1,000.' })
  @IsOptional()
  @ArrayMaxSize(maxIds)
  ids?: ObjectId[];

  @Field(() => Boolean, { nullable: true, description: 'Only those excluded from runs, or only the others.' })
  disabled?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that failed in a stage, or only the others.',
  })
  failed?: boolean;

  @Field(() => String, { nullable: true, description: 'Only those that contain this text, in any case.' })
  @IsOptional()
  @MaxLength(200)
  search?: string;
}

/** Which items of a site a mutation of many is about. */
export interface Selection<Filter> {
  readonly siteId: ObjectId;
  readonly ids?: ObjectId[] | null;
  readonly filter?: Filter | null;
}

/** What inputs of mutations of many begin with: a site, and either ids or a filter. */
export function selectionOf<Filter extends object>(filter: ClassType<Filter>) {
  @InputType({ description: 'Which items of a site: by their ids, or by a filter.' })
  abstract class SelectionFields implements Selection<Filter> {
    @Field(() => ObjectIdScalar, { description: 'Which site.' })
    siteId!: ObjectId;

    @Field(() => [ObjectIdScalar], { nullable: true, description: 'These, at most 1,000; or give a filter.' })
    @IsOptional()
    @ArrayMinSize(1)
    @ArrayMaxSize(maxIds)
    ids?: ObjectId[] | null;

    @Field(() => filter, {
      nullable: true,
      description: 'Everything it matches; an empty one matches all. Or give ids.',
    })
    @IsOptional()
    @ValidateNested()
    filter?: Filter | null;
  }
  return SelectionFields;
}

/**
 * What the selection means to the database. Throws INVALID_INPUT unless it has either ids or a filter; and where all
 * that the filter says is null, as from variables that were never set: it would mean everything.
 */
export function wantedOf<Filter extends object>(
  { siteId, ids, filter }: Selection<Filter>,
  filterOf: (site: ObjectId, filter: Filter) => object,
): Wanted {
  if (ids && !filter) return { ids, filter: { site: siteId, _id: { $in: ids } } };
  if (filter && !ids) {
    if (saysNullAlone(filter)) throw nullFilter();
    return { filter: filterOf(siteId, filter) };
  }
  throw notEither();
}

function saysNullAlone(filter: object): boolean {
  return Object.values(filter).includes(null) && Object.keys(given(filter)).length === 0;
}

function nullFilter(): Error {
  const problem = 'has no condition but null; leave them out to mean all';
  return errors.invalidInput({ problems: [{ path: 'filter', problem }] });
}

/** INVALID_INPUT of what has neither ids nor a filter, or both. */
export function notEither(): Error {
  const problem = 'must be given, or a filter, and not both';
  return errors.invalidInput({ problems: [{ path: 'ids', problem }] });
}
