import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { Keyword } from '../../../schema/keyword.ts';
import { BulkChange } from '../../../schema/left-out.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { setMany } from '../../editing/change-many.ts';
import { deleteKeywords, editKeyword, moveKeywords } from '../../editing/keywords.ts';
import type { Context } from '../context.ts';
import { given } from '../given.ts';
import { wantedOf } from '../item.types.ts';
import { siteOfItem } from '../site-of.ts';
import { keywordFilterOf } from './keyword.types.ts';
import {
  DeleteKeywordsInput,
  KeywordPayload,
  MoveKeywordsInput,
  UpdateKeywordInput,
  UpdateKeywordsInput,
} from './keyword-edits.types.ts';

const emptiable = ['volume', 'difficulty', 'intent', 'cpc', 'country'];

@Resolver(() => Keyword)
export class KeywordEditsResolver {
  @Authorized<Right>('write')
  @Mutation(() => KeywordPayload, {
    description: 'Changes what is given of a keyword. NAME_TAKEN where its site has the phrase already.',
  })
  async updateKeyword(
    @Arg('input', () => UpdateKeywordInput, { description: 'What is asked for.' }) {
      id,
      ...fields
    }: UpdateKeywordInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<KeywordPayload> {
    const site = await siteOfItem(documents, Keyword, id);
    return { keyword: await editKeyword(engine, site, id, given(fields, emptiable)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, { description: 'Keeps keywords out of every run, or lets them in again.' })
  async updateKeywords(
    @Arg('input', () => UpdateKeywordsInput, { description: 'What is asked for.' })
    input: UpdateKeywordsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    const { disabled } = input;
    return setMany(engine, { account, site }, wantedOf(input, keywordFilterOf), Keyword, { disabled });
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Puts keywords into another cluster, or, without one, among those that wait for one.',
  })
  async moveKeywords(
    @Arg('input', () => MoveKeywordsInput, { description: 'What is asked for.' }) input: MoveKeywordsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const site = await documents.of(Site).require(input.siteId);
    const cluster = input.clusterId ?? null;
    if (cluster) await documents.of(Cluster).require(cluster);
    return moveKeywords(engine, site, wantedOf(input, keywordFilterOf), cluster);
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, { description: 'Deletes keywords.' })
  async deleteKeywords(
    @Arg('input', () => DeleteKeywordsInput, { description: 'What is asked for.' })
    input: DeleteKeywordsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const site = await documents.of(Site).require(input.siteId);
    return deleteKeywords(engine, site, wantedOf(input, keywordFilterOf));
  }
}
