import type { ObjectId } from 'mongodb';
import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import { chainOf, sampleNotices } from '../../ai/in-use.ts';
import type { Right } from '../../auth/rights.ts';
import type { Context } from '../context.ts';
import { AiModel, AiProviders } from './ai-providers.types.ts';

@Resolver()
export class AiProvidersResolver {
  @Authorized<Right>('read')
  @Query(() => AiProviders, {
    description: "Which models answer the account's AI calls, and whether the answers are samples.",
  })
  async aiProviders(
    @Arg('siteId', () => ObjectIdScalar, {
      nullable: true,
      description: 'For which site: `sample` then says, too, if its texts are not in its language.',
    })
    siteId: ObjectId | undefined,
    @Ctx() { engine, documents }: Context,
  ): Promise<AiProviders> {
    const site = siteId && (await documents.of(Site).require(siteId));
    const providers = await engine.providers.of(documents.account);
    const shown = (chain: { provider: string; model: string }[]) =>
      chain.map((one) => Object.assign(new AiModel(), one));
    return Object.assign(new AiProviders(), {
      text: shown(chainOf(providers.text)),
      image: shown(chainOf(providers.image)),
      sample: sampleNotices(providers, site?.language).join(' ') || null,
    });
  }
}
