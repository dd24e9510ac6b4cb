import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AiKey, AiProvider, AiSettings } from '../../../schema/ai-settings.ts';
import { aiSettingsOf, changeAiSettings, removeAiKey } from '../../ai-settings/settings.ts';
import { testProvider } from '../../ai-settings/test-provider.ts';
import type { Right } from '../../auth/rights.ts';
import type { Context } from '../context.ts';
import { given } from '../given.ts';
import { once } from '../once.ts';
import { personOf } from '../person.ts';
import {
  AiSettingsPayload,
  RemoveAiKeyInput,
  TestProviderInput,
  TestProviderPayload,
  UpdateAiSettingsInput,
} from './ai-settings.types.ts';

@Resolver(() => AiSettings)
export class AiSettingsResolver {
  @Authorized<Right>('manage')
  @Query(() => AiSettings, {
    description: "Which models answer the account's AI calls, and what these may cost.",
  })
  aiSettings(@Ctx() { ai, documents }: Context): Promise<AiSettings> {
    return aiSettingsOf(ai, documents.account);
  }

  @Authorized<Right>('manage')
  @Mutation(() => AiSettingsPayload, {
    description:
      'Changes the AI settings; runs use them from their next stage on. MASTER_KEY_MISSING, AI_HOST_REFUSED, AI_SETTINGS_UNUSABLE; in these cases nothing changes.',
  })
  async updateAiSettings(
    @Arg('input', () => UpdateAiSettingsInput, { description: 'The changes.' })
    input: UpdateAiSettingsInput,
    @Ctx() { ai, caller }: Context,
  ): Promise<AiSettingsPayload> {
    const { account, user } = personOf(caller);
    const change = given(input, ['baseUrl', 'usdPerMonth']);
    return { aiSettings: await changeAiSettings(ai, { account, name: user.name }, change) };
  }

  @Authorized<Right>('manage')
  @Mutation(() => AiSettingsPayload, {
    description: 'Removes a key; doing it twice is the same as once. Revoke it at the provider, too.',
  })
  async removeAiKey(
    @Arg('input', () => RemoveAiKeyInput, { description: "Which provider's key." }) {
      provider,
    }: RemoveAiKeyInput,
    @Ctx() { ai, documents }: Context,
  ): Promise<AiSettingsPayload> {
    return { aiSettings: await removeAiKey(ai, documents.account, provider) };
  }

  @Authorized<Right>('manage')
  @Mutation(() => TestProviderPayload, {
    description:
      'Makes one tiny call with the current settings, and says in a sentence what is wrong, if anything is. Once per key. It counts towards usdPerMonth. AI_SETTINGS_UNUSABLE, MONTH_CAP_REACHED.',
  })
  testProvider(
    @Arg('input', () => TestProviderInput, { description: 'What to test.' }) {
      kind,
      model = null,
      idempotencyKey: key,
    }: TestProviderInput,
    @Ctx() { ai, documents, engine }: Context,
  ): Promise<TestProviderPayload> {
    const { account } = documents;
    const tested = { kind, model };
    const request = { account, key, operation: 'testProvider', input: tested };
    return once(engine.database, request, async () => ({ ...(await testProvider(ai, account, tested)) }));
  }

  @FieldResolver(() => [AiKey], { description: 'The keys that are set.' })
  keys(@Root() { keys }: AiSettings): AiKey[] {
    return Object.values(AiProvider).flatMap((provider) => {
      const stored = keys[provider];
      if (!stored) return [];
      const { lastFour, setAt, setBy } = stored;
      return { provider, lastFour, setAt, setBy };
    });
  }
}
