import { Authorized, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';
import { Account } from '../../../schema/account.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { Credits } from '../../../schema/scalars.ts';
import type { Right } from '../../auth/rights.ts';
import type { Context } from '../context.ts';
import { accountTopic } from '../live/changes.ts';

/** Every batch of every run is charged: watchers see it this often at most. */
const creditsEveryMs = 250;

/** What an account has, and how it changes. */
@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => Credits, { description: 'All its credits: those available and those held.' })
  balance(@Root() { available, held }: Account): number {
    return available + held;
  }

  @FieldResolver(() => Credits, {
    description: 'Of the credits held, those that running and paused runs have used so far.',
  })
  async used(@Root() { holds }: Account, @Ctx() { documents }: Context): Promise<number> {
    if (holds.length === 0) return 0;
    const used = { $subtract: ['$creditsUsed', '$creditsSettled'] };
    const theirs = { _id: { $in: holds.map(({ run }) => run) } };
    const [total] = await documents.of(AutomationRun).totals(theirs, { by: {}, sums: { used } });
    return Number(total?.used ?? 0);
  }

  @Authorized<Right>('read')
  @Subscription(() => Account, {
    description:
      "The caller's account: as it is, and again whenever its credits or what its runs have used may have changed, at most 4 times a second; the last state is always sent.",
    subscribe({ context: { documents, live } }: { context: Context }) {
      const { account } = documents;
      return live.states({
        key: `credits of ${account}`,
        topics: [accountTopic(account)],
        read: () => documents.ownAccount(),
        everyMs: creditsEveryMs,
      });
    },
  })
  creditsChanged(@Root() account: Account): Account {
    return account;
  }
}
