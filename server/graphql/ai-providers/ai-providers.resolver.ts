import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { chainOf, sampleNotice } from '../../ai/in-use.ts';
import type { Right } from '../../auth/rights.ts';
import type { Context } from '../context.ts';
import { AiModel, AiProviders } from './ai-providers.types.ts';

@Resolver()
export class AiProvidersResolver {
  @Authorized<Right>('read')
  @Query(() => AiProviders, {
    description: "Which models answer the account's AI calls, and whether the answers are samples.",
  })
  async aiProviders(@Ctx() { engine, documents }: Context): Promise<AiProviders> {
    const providers = await engine.providers.of(documents.account);
    const shown = (chain: { provider: string; model: string }[]) =>
      chain.map((one) => Object.assign(new AiModel(), one));
    return Object.assign(new AiProviders(), {
      text: shown(chainOf(providers.text)),
      image: shown(chainOf(providers.image)),
      sample: sampleNotice(providers),
    });
  }
}
