import type { GraphQLResolveInfo } from 'graphql';
import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { Keyword } from '../../../schema/keyword.ts';
import { KeywordImport } from '../../../schema/keyword-import.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import type { Right } from '../../auth/rights.ts';
import { unasked } from '../asks-for.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf, pageOfSite } from '../page.ts';
import type { SortInput } from '../sort.ts';
import {
  KeywordConnection,
  KeywordFilter,
  KeywordSort,
  keywordFilterOf,
  keywordSortOf,
} from './keyword.types.ts';

/** Of keywords, which come by the thousand, in fields of the same names: what nobody asks for is half of each. */
const seldomAsked = [
  ...['site', 'cluster', 'import', 'volume', 'difficulty', 'cpc', 'intent', 'country'],
  ...['failure', 'retries', 'createdAt', 'updatedAt'],
];
/** Nobody can ask for them. */
const neverAsked = ['account', 'normalised', 'passed'];

@Resolver(() => Keyword)
export class KeywordResolver {
  @Authorized<Right>('read')
  @Query(() => KeywordConnection, { description: 'Keywords of a site.' })
  async keywords(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Arg('filter', () => KeywordFilter, {
      nullable: true,
      description: 'Which of them; all if not given.',
    })
    filter: KeywordFilter | undefined,
    @Arg('sort', () => KeywordSort, {
      nullable: true,
      description: 'The order; oldest first if not given.',
    })
    sort: SortInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Keyword>> {
    const without = [...neverAsked, ...unasked(info, seldomAsked)];
    const wanted = keywordFilterOf(siteId, filter ?? {});
    const keywords = documents.of(Keyword);
    return pageOfSite(documents, siteId, pageOf(keywords, wanted, keywordSortOf(sort), { ...page, without }));
  }

  @Authorized<Right>('read')
  @Query(() => Keyword, { description: 'A keyword. NOT_FOUND if the account has none with this id.' })
  keyword(
    @Arg('id', () => ObjectIdScalar, { description: 'Its id.' }) id: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<Keyword> {
    return documents.of(Keyword).require(id);
  }

  @FieldResolver(() => Cluster, { nullable: true, description: 'The cluster it is in; null if none.' })
  async cluster(@Root() { cluster }: Keyword, @Ctx() { documents }: Context): Promise<Cluster | null> {
    return cluster && documents.of(Cluster).load(cluster);
  }

  @FieldResolver(() => KeywordImport, {
    nullable: true,
    description: 'The import that added it; null if it came another way.',
  })
  async import(@Root() keyword: Keyword, @Ctx() { documents }: Context): Promise<KeywordImport | null> {
    return keyword.import && documents.of(KeywordImport).load(keyword.import);
  }
}
