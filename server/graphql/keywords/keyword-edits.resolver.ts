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
    description: 'Changes the given fields of a keyword. NAME_TAKEN if the site already has the phrase.',
  })
  async updateKeyword(
    @Arg('input', () => UpdateKeywordInput, { description: 'The input.' }) {
      id,
      ...fields
    }: UpdateKeywordInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<KeywordPayload> {
    const site = await siteOfItem(documents, Keyword, id);
    return { keyword: await editKeyword(engine, site, id, given(fields, emptiable)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, { description: 'Excludes keywords from every run, or includes them again.' })
  async updateKeywords(
    @Arg('input', () => UpdateKeywordsInput, { description: 'The input.' })
    input: UpdateKeywordsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    const { disabled } = input;
    return setMany(engine, { account, site }, wantedOf(input, keywordFilterOf), Keyword, { disabled });
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Moves keywords into another cluster or, without one, back to those waiting for one.',
  })
  async moveKeywords(
    @Arg('input', () => MoveKeywordsInput, { description: 'The input.' }) input: MoveKeywordsInput,
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
    @Arg('input', () => DeleteKeywordsInput, { description: 'The input.' })
    input: DeleteKeywordsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const site = await documents.of(Site).require(input.siteId);
    return deleteKeywords(engine, site, wantedOf(input, keywordFilterOf));
  }
}
