import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../../../schema/account.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { CreditEntry } from '../../../schema/credit-entry.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { addCredits } from '../../credits/add-credits.ts';
import { resumeForCredits } from '../../engine/maintenance.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { once } from '../once.ts';
import { pageOf } from '../page.ts';
import {
  AddCreditsInput,
  AddCreditsPayload,
  CreditEntryConnection,
  CreditEntryFilter,
} from './credit.types.ts';

@Resolver(() => CreditEntry)
export class CreditResolver {
  @Authorized<Right>('read')
  @Query(() => Account, {
    description: "The caller's account: the credits available and those that runs hold.",
  })
  account(@Ctx() { documents }: Context): Promise<Account> {
    return documents.ownAccount();
  }

  @Authorized<Right>('read')
  @Query(() => CreditEntryConnection, { description: "The account's ledger, the latest entry first." })
  creditEntries(
    @Arg('filter', () => CreditEntryFilter, {
      nullable: true,
      description: 'Which entries; all if not given.',
    })
    filter: CreditEntryFilter | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<CreditEntry>> {
    const { kind, kinds, siteId, runId, stage } = filter ?? {};
    const wanted = {
      $and: [kind ? { kind } : {}, kinds ? { kind: { $in: kinds } } : {}],
      ...(siteId && { site: siteId }),
      ...(runId && { run: runId }),
      ...(stage && { stage }),
    };
    return pageOf(documents.of(CreditEntry), wanted, { field: '_id', direction: -1 }, page);
  }

  @Authorized<Right>('manage')
  @Mutation(() => AddCreditsPayload, {
    description: 'Adds credits, once per key. Runs waiting for credits resume by themselves.',
  })
  async addCredits(
    @Arg('input', () => AddCreditsInput, { description: 'The input.' }) {
      amount,
      idempotencyKey: key,
    }: AddCreditsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<AddCreditsPayload> {
    const { account } = documents;
    const { database } = engine;
    const request = { account, key, operation: 'addCredits', input: { amount } };
    const { entryId } = await once(database, request, async () => ({
      entryId: await addCredits(database, { account, amount, key }),
    }));
    await resumeForCredits(engine, account);
    return { account: await documents.ownAccount(), entry: await documents.of(CreditEntry).require(entryId) };
  }

  // Neither is called as its property is: type-graphql would take them for what answers `siteId` and `runId`, too.
  @FieldResolver(() => Site, {
    name: 'site',
    nullable: true,
    description: 'The site it concerns; null if that has been deleted.',
  })
  async siteOf(@Root() { site }: CreditEntry, @Ctx() { documents }: Context): Promise<Site | null> {
    return site && documents.of(Site).load(site);
  }

  @FieldResolver(() => AutomationRun, {
    name: 'run',
    nullable: true,
    description: 'The run it concerns; null if that has been deleted.',
  })
  async runOf(@Root() { run }: CreditEntry, @Ctx() { documents }: Context): Promise<AutomationRun | null> {
    return run && documents.of(AutomationRun).load(run);
  }
}
