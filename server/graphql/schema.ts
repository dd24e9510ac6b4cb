import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { checkRight } from './auth-checker.ts';
import { AutomationConfigResolver } from './automation-config/automation-config.resolver.ts';
import { KeywordResolver } from './keywords/keyword.resolver.ts';
import { QueueResolver } from './queues/queue.resolver.ts';
import { EstimateResolver } from './runs/estimate.resolver.ts';
import { HistoryResolver } from './runs/history.resolver.ts';
import { RunProgressResolver } from './runs/progress.resolver.ts';
import { RunResolver } from './runs/run.resolver.ts';
import { StartResolver } from './runs/start.resolver.ts';
import { SiteResolver } from './sites/site.resolver.ts';
import { StageResolver } from './stages/stage.resolver.ts';

/** The whole API. `schema/schema.graphql` is printed from it. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      SiteResolver,
      KeywordResolver,
      RunResolver,
      StartResolver,
      RunProgressResolver,
      HistoryResolver,
      EstimateResolver,
      QueueResolver,
      StageResolver,
      AutomationConfigResolver,
    ],
    authChecker: checkRight,
    authMode: 'error',
    // Each subscription has a stream of its own: nothing is ever published by topic.
    pubSub: { publish() {}, subscribe: () => noEvents() },
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  });
}

async function* noEvents(): AsyncGenerator<never> {}
