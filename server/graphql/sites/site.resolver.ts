import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { isDuplicateKey } from '../../credits/ledger.ts';
import { errors } from '../../errors.ts';
import { followTimeZone } from '../../schedule/change-schedule.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page.ts';
import { CreateSiteInput, SiteConnection, SitePayload, UpdateSiteInput } from './site.types.ts';

@Resolver(() => Site)
export class SiteResolver {
  @Authorized<Right>('read')
  @Query(() => SiteConnection, { description: "The account's sites, by name." })
  sites(@Args(() => PageArgs) page: PageArgs, @Ctx() { documents }: Context): Promise<Page<Site>> {
    return pageOf(documents.of(Site), {}, { field: 'name', direction: 1 }, page);
  }

  @Authorized<Right>('read')
  @Query(() => Site, { description: 'A site. NOT_FOUND where the account has none of this id.' })
  site(@Arg('id', () => ObjectIdScalar) id: ObjectId, @Ctx() { documents }: Context): Promise<Site> {
    return documents.of(Site).require(id);
  }

  @Authorized<Right>('write')
  @Mutation(() => SitePayload, { description: 'Makes a site.' })
  async createSite(
    @Arg('input', () => CreateSiteInput) input: CreateSiteInput,
    @Ctx() { documents }: Context,
  ): Promise<SitePayload> {
    const site = Object.assign(new Site(), given(input));
    return { site: await namedOnce(input.name, () => documents.of(Site).insert(site)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => SitePayload, { description: 'Changes what is given of a site; the rest stays.' })
  async updateSite(
    @Arg('input', () => UpdateSiteInput) { id, ...fields }: UpdateSiteInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<SitePayload> {
    const sites = documents.of(Site);
    const before = await sites.require(id);
    const change = { $set: { name: before.name, ...given(fields) } };
    const site = (await namedOnce(fields.name, () => sites.update(id, change))) ?? (await sites.require(id));
    if (site.timeZone !== before.timeZone) await followTimeZone(engine, id);
    return { site };
  }
}

/** The fields that the caller gave: null empties one, absence leaves it. */
function given<T extends object>(input: T): Partial<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;
}

async function namedOnce<T>(name: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw errors.nameTaken({ kind: 'site', name: name ?? '' });
    throw error;
  }
}
