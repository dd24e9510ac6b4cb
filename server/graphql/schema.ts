import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AiUsageResolver } from './ai-usage/ai-usage.resolver.ts';
import { ApiKeyResolver } from './api-keys/api-key.resolver.ts';
import { checkRight } from './auth-checker.ts';
import { CreditResolver } from './credits/credit.resolver.ts';
import { KeywordResolver } from './keywords/keyword.resolver.ts';
import { RunResolver } from './runs/run.resolver.ts';
import { RunSubscriptions } from './runs/run.subscriptions.ts';
import { SignInResolver } from './sign-in/sign-in.resolver.ts';
import { SiteResolver } from './sites/site.resolver.ts';
import { UserResolver } from './users/user.resolver.ts';

/** The whole API. `schema/schema.graphql` is printed from it. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      SignInResolver,
      UserResolver,
      ApiKeyResolver,
      CreditResolver,
      AiUsageResolver,
      SiteResolver,
      KeywordResolver,
      RunResolver,
      RunSubscriptions,
    ],
    authChecker: checkRight,
    authMode: 'error',
    // Each subscription has a stream of its own: nothing is ever published by topic.
    pubSub: { publish() {}, subscribe: () => noEvents() },
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  });
}

async function* noEvents(): AsyncGenerator<never> {}
