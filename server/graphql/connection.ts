import { Max, Min } from 'class-validator';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in its list.' })
class PageInfo {
  @Field(() => Boolean, { description: 'True where more come after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True where some come before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of its first node; null where it has none.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of its last node, for `after`; null where it has none.',
  })
  endCursor!: string | null;
}

/** Which page of a list. `after` walks on from a cursor, `offset` jumps, as tables do. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'So many at most, 1 to 100.' })
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string;

  @Field(() => Int, { defaultValue: 0, description: 'Leaves out so many first.' })
  @Min(0)
  @Max(10_000_000)
  offset!: number;
}

/** A page as resolvers return it; the count is made only where it is asked for. */
export interface Page<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly { node: T; cursor: string }[];
  readonly pageInfo: PageInfo;
  count(): Promise<number>;
}

/** The connection type of a kind of node: `nodes`, `edges`, `pageInfo`, `totalCount`. */
export function connectionOf<T extends object>(node: ClassType<T>, name: string): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list, with its cursor.` })
  class Edge {
    @Field(() => node, { description: 'The thing itself.' })
    node!: T;

    @Field(() => String, { description: 'Its place in the list, for `after`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}s.` })
  class Connection implements Page<T> {
    @Field(() => [node], { description: 'The things of this page.' })
    nodes!: T[];

    @Field(() => [Edge], { description: 'The things of this page, each with its cursor.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    count!: () => Promise<number>;

    @Field(() => Int, { description: 'How many there are in all.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return Connection;
}
