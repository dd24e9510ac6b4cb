import type { ObjectId } from 'mongodb';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AutomationConfig } from '../../../schema/automation-config.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { changeSettings, configOf, effectiveSettings } from '../../engine/change-settings.ts';
import type { Context } from '../context.ts';
import {
  AutomationConfigPayload,
  type StageSettingsInput,
  StageSettingsView,
  UpdateAutomationConfigInput,
} from './automation-config.types.ts';

@Resolver(() => AutomationConfig)
export class AutomationConfigResolver {
  @Authorized<Right>('read')
  @Query(() => AutomationConfig, { description: "How a site's runs work." })
  async automationConfig(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Ctx() { documents, engine }: Context,
  ): Promise<AutomationConfig> {
    return configOf(engine, await documents.of(Site).require(siteId));
  }

  @Authorized<Right>('run')
  @Mutation(() => AutomationConfigPayload, {
    description:
      "Changes how a site's runs work, from the next run on. INVALID_SETTINGS names each setting that is out of bounds; nothing is changed then.",
  })
  async updateAutomationConfig(
    @Arg('input', () => UpdateAutomationConfigInput, { description: 'The changes.' })
    { siteId, stages, maxFailedItems, usdPerRun, pausedDays }: UpdateAutomationConfigInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<AutomationConfigPayload> {
    const site = await documents.of(Site).require(siteId);
    const change = {
      stages: byStage(stages ?? []),
      ...(maxFailedItems !== undefined && { maxFailedItems }),
      ...(usdPerRun !== undefined && { usdPerRun }),
      ...(pausedDays != null && { pausedDays }),
    };
    return { config: await changeSettings(engine, site, change) };
  }

  @FieldResolver(() => [StageSettingsView], { description: 'The settings of all stages, in their order.' })
  stages(@Root() config: AutomationConfig, @Ctx() { engine }: Context): StageSettingsView[] {
    return engine.registry.sequence.map((stage) => ({
      stage: stage.key,
      ...effectiveSettings(stage, config.stages[stage.key]),
    }));
  }
}

/** By stage key; what is said of a stage in several places is put together. */
function byStage(stages: readonly StageSettingsInput[]): Record<string, Record<string, unknown>> {
  const all = new Map<string, Record<string, unknown>>();
  for (const { stage, settings } of stages) all.set(stage, { ...all.get(stage), ...settings });
  return Object.fromEntries(all);
}
