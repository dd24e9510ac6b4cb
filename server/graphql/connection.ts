import { Max, Min } from 'class-validator';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page is in its list.' })
class PageInfo {
  @Field(() => Boolean, { description: 'True if more come after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True if some come before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of its first node; null if it has none.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of its last node, for `after`; null if it has none.',
  })
  endCursor!: string | null;
}

/** Which page of a list. `after` walks on from a cursor, `offset` jumps, as tables do. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'At most this many, 1 to 100.' })
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string;

  @Field(() => Int, { defaultValue: 0, description: 'Skips this many first.' })
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
  @ObjectType(`${name}Edge`, { description: `One entry of a list of type ${name}, with its cursor.` })
  class Edge {
    @Field(() => node, { description: 'The item itself.' })
    node!: T;

    @Field(() => String, { description: 'Its place in the list, for `after`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of type ${name}.` })
  class Connection implements Page<T> {
    @Field(() => [node], { description: 'The items on this page.' })
    nodes!: T[];

    @Field(() => [Edge], { description: 'The items on this page, each with its cursor.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page is in the list.' })
    pageInfo!: PageInfo;

    count!: () => Promise<number>;

    @Field(() => Int, { description: 'How many there are in total.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return Connection;
}
