import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { checkRight } from './auth-checker.ts';
import { KeywordResolver } from './keywords/keyword.resolver.ts';
import { RunResolver } from './runs/run.resolver.ts';
import { RunSubscriptions } from './runs/run.subscriptions.ts';
import { ScheduleResolver } from './schedule/schedule.resolver.ts';
import { SiteResolver } from './sites/site.resolver.ts';

/** The whole API. `schema/schema.graphql` is printed from it. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [SiteResolver, KeywordResolver, RunResolver, RunSubscriptions, ScheduleResolver],
    authChecker: checkRight,
    authMode: 'error',
    // Each subscription has a stream of its own: nothing is ever published by topic.
    pubSub: { publish() {}, subscribe: () => noEvents() },
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  });
}

async function* noEvents(): AsyncGenerator<never> {}
