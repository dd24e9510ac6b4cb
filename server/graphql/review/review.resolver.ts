import type { ObjectId } from 'mongodb';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { Content } from '../../../schema/content.ts';
import type { BulkChange } from '../../../schema/left-out.ts';
import type { Right } from '../../auth/rights.ts';
import { errors } from '../../errors.ts';
import { approve, type Reviewer, type Seen, sendBack } from '../../review/decide.ts';
import { type Published, publish } from '../../review/publish.ts';
import type { Context } from '../context.ts';
import type { AccountDocuments } from '../documents.ts';
import { once } from '../once.ts';
import {
  ContentsInput,
  PublishContentInput,
  PublishPayload,
  ReviewPayload,
  type SeenContentInput,
  SendBackContentInput,
} from './review.types.ts';

@Resolver()
export class ReviewResolver {
  @Authorized<Right>('review')
  @Mutation(() => ReviewPayload, {
    description: 'Approves drafts in review as they are. People only; an edit cancels the approval.',
  })
  async approveContent(
    @Arg('input', () => ContentsInput, { description: 'The input.' }) { ids, seen }: ContentsInput,
    @Ctx() { caller, documents, engine }: Context,
  ): Promise<ReviewPayload> {
    return payloadOf(documents, ids, await approve(engine, reviewerOf(caller), ids, readAs(seen)));
  }

  @Authorized<Right>('review')
  @Mutation(() => ReviewPayload, {
    description:
      'Turns articles in review or published back into drafts, and keeps them out of review until they have been edited. The published version stays up until it is published again.',
  })
  async sendBackContent(
    @Arg('input', () => SendBackContentInput, { description: 'The input.' }) {
      ids,
      reason,
    }: SendBackContentInput,
    @Ctx() { caller, documents, engine }: Context,
  ): Promise<ReviewPayload> {
    return payloadOf(documents, ids, await sendBack(engine, reviewerOf(caller), ids, reason));
  }

  @Authorized<Right>('review')
  @Mutation(() => PublishPayload, {
    description:
      'Publishes drafts in review, which approves those that nobody has approved. People only. Each has its own outcome: one that fails stays in review and does not affect the others.',
  })
  async publishContent(
    @Arg('input', () => PublishContentInput, { description: 'The input.' }) {
      ids,
      seen,
      idempotencyKey: key,
    }: PublishContentInput,
    @Ctx() { caller, documents, engine, publishing: target }: Context,
  ): Promise<PublishPayload> {
    const reviewer = reviewerOf(caller);
    const { database, now } = engine;
    const input = { ids, ...(seen && { seen }) };
    const options = { account: documents.account, key, operation: 'publishContent', input };
    const { results } = await once(database, options, async () => ({
      results: await publish({ database, now, target }, reviewer, ids, readAs(seen)),
    }));
    const shown = results.map(async (result: Published) => ({
      ...result,
      content: await documents.of(Content).load(result.id),
    }));
    return { results: await Promise.all(shown) };
  }
}

/** Programs have no right to review; this makes sure that a person can be named. Throws FORBIDDEN. */
function reviewerOf(caller: Context['caller']): Reviewer {
  if (caller.kind === 'person') return caller.user;
  throw errors.forbidden({ right: 'review', kind: caller.kind });
}

function readAs(seen: readonly SeenContentInput[] | null | undefined): Seen {
  return new Map(seen?.map(({ id, updatedAt }) => [id.toHexString(), updatedAt]));
}

async function payloadOf(
  documents: AccountDocuments,
  ids: readonly ObjectId[],
  change: BulkChange,
): Promise<ReviewPayload> {
  const contents = await documents.of(Content).find({ _id: { $in: [...ids] } });
  return { ...change, contents };
}
