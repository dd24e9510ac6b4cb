import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ApiKey } from '../../../schema/api-key.ts';
import { makeApiKey, revokeApiKey } from '../../auth/api-keys.ts';
import type { Right } from '../../auth/rights.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page.ts';
import {
  ApiKeyConnection,
  ApiKeyInput,
  ApiKeyPayload,
  CreateApiKeyInput,
  CreateApiKeyPayload,
} from './api-key.types.ts';

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Authorized<Right>('manage')
  @Query(() => ApiKeyConnection, {
    description: "The account's API keys, the latest first, including those that were revoked.",
  })
  apiKeys(@Args(() => PageArgs) page: PageArgs, @Ctx() { documents }: Context): Promise<Page<ApiKey>> {
    return pageOf(documents.of(ApiKey), {}, { field: '_id', direction: -1 }, page);
  }

  @Authorized<Right>('manage')
  @Mutation(() => CreateApiKeyPayload, { description: 'Creates a key, which is shown only this once.' })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'The input.' }) { name, scopes }: CreateApiKeyInput,
    @Ctx() { documents: { account }, engine }: Context,
  ): Promise<CreateApiKeyPayload> {
    return makeApiKey(engine.database, { account, name, scopes });
  }

  @Authorized<Right>('manage')
  @Mutation(() => ApiKeyPayload, {
    description: 'Revokes a key at once; its sockets are closed.',
  })
  async revokeApiKey(
    @Arg('input', () => ApiKeyInput, { description: 'Which key.' }) { id }: ApiKeyInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ApiKeyPayload> {
    const apiKeys = documents.of(ApiKey);
    const { _id } = await apiKeys.require(id);
    await revokeApiKey(engine.database, _id, engine.now());
    return { apiKey: await apiKeys.require(id) };
  }
}
