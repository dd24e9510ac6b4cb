import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { isDuplicateKey } from '../../db/duplicate-key.ts';
import { errors } from '../../errors.ts';
import { followTimeZone } from '../../schedule/change-schedule.ts';
import { deleteSite } from '../../sites.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { given } from '../given.ts';
import { pageOf } from '../page.ts';
import {
  CreateSiteInput,
  DeleteSiteInput,
  DeleteSitePayload,
  SiteConnection,
  SitePayload,
  UpdateSiteInput,
} from './site.types.ts';

const emptiable = ['url', 'country', 'audience', 'brandVoice', 'pointOfView', 'wordTarget'];

@Resolver(() => Site)
export class SiteResolver {
  @Authorized<Right>('read')
  @Query(() => SiteConnection, { description: "The account's sites, by name." })
  sites(@Args(() => PageArgs) page: PageArgs, @Ctx() { documents }: Context): Promise<Page<Site>> {
    return pageOf(documents.of(Site), {}, { field: 'name', direction: 1 }, page);
  }

  @Authorized<Right>('read')
  @Query(() => Site, { description: 'A site. NOT_FOUND if the account has none with this id.' })
  site(
    @Arg('id', () => ObjectIdScalar, { description: 'Its id.' }) id: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<Site> {
    return documents.of(Site).require(id);
  }

  @Authorized<Right>('write')
  @Mutation(() => SitePayload, { description: 'Creates a site.' })
  async createSite(
    @Arg('input', () => CreateSiteInput, { description: 'The input.' }) input: CreateSiteInput,
    @Ctx() { documents }: Context,
  ): Promise<SitePayload> {
    const site = Object.assign(new Site(), given(input, emptiable));
    return { site: await namedOnce(documents, input.name, () => documents.of(Site).insert(site)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => SitePayload, { description: 'Changes the given fields of a site; everything else stays.' })
  async updateSite(
    @Arg('input', () => UpdateSiteInput, { description: 'The input.' }) { id, ...fields }: UpdateSiteInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<SitePayload> {
    const sites = documents.of(Site);
    const before = await sites.require(id);
    const changed = given(fields, emptiable);
    if (Object.keys(changed).length === 0) return { site: before };
    const update = () => sites.update(id, { $set: changed });
    const site = (await namedOnce(documents, fields.name, update)) ?? (await sites.require(id));
    if (site.timeZone !== before.timeZone) await followTimeZone(engine, id);
    return { site };
  }

  /** For people: with the site go all that was paid for and the history of its runs, and nothing brings it back. */
  @Authorized<Right>('delete')
  @Mutation(() => DeleteSitePayload, {
    description:
      'Deletes a site for good, with its keywords, drafts, images, runs and schedule. The ledger keeps what they cost, and published articles stay where they are. DELETION_REFUSED while it has a run that is running or paused.',
  })
  async deleteSite(
    @Arg('input', () => DeleteSiteInput, { description: 'The input.' }) { id }: DeleteSiteInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<DeleteSitePayload> {
    await deleteSite(engine, await documents.of(Site).require(id));
    return { id };
  }
}

async function namedOnce<T>(documents: Context['documents'], name = '', write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const site = await documents.of(Site).findOne({ name });
    throw errors.nameTaken({ kind: 'site', name, ...(site && { id: site._id.toHexString() }) });
  }
}
