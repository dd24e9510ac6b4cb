import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Right } from '../../auth/rights.ts';
import { settingsSchema } from '../../engine/settings.ts';
import type { Context } from '../context.ts';
import { StageView } from './stage.types.ts';

@Resolver()
export class StageResolver {
  @Authorized<Right>('read')
  @Query(() => [StageView], { description: 'The stages of the pipeline in their order, plugins included.' })
  stages(@Ctx() { engine }: Context): StageView[] {
    return engine.registry.sequence.map((stage, index) => ({
      key: stage.key,
      number: index + 1,
      title: stage.title,
      kind: stage.kind,
      itemNoun: stage.nouns.one,
      itemsNoun: stage.nouns.many,
      settingsSchema: settingsSchema(stage),
    }));
  }
}
