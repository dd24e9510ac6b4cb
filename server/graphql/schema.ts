// Decorators need it before the first class is read, whichever that is.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import {
  buildSchemaSync,
  Extensions,
  Field,
  Float,
  GraphQLISODateTime,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { tellApi } from '../../schema/api.ts';
import { Credits, ObjectIdScalar } from '../../schema/scalars.ts';
import { AiProvidersResolver } from './ai-providers/ai-providers.resolver.ts';
import { AiSettingsResolver } from './ai-settings/ai-settings.resolver.ts';
import { AiCallsResolver } from './ai-usage/ai-calls.resolver.ts';
import { AiUsageResolver } from './ai-usage/ai-usage.resolver.ts';
import { ApiKeyResolver } from './api-keys/api-key.resolver.ts';
import { checkRight } from './auth-checker.ts';
import { AutomationConfigResolver } from './automation-config/automation-config.resolver.ts';
import { ClusterResolver } from './clusters/cluster.resolver.ts';
import { ClusterEditsResolver } from './clusters/cluster-edits.resolver.ts';
import { ContentResolver } from './contents/content.resolver.ts';
import { ContentEditsResolver } from './contents/content-edits.resolver.ts';
import { ContentFactsResolver } from './contents/content-facts.resolver.ts';
import { AccountResolver } from './credits/account.resolver.ts';
import { CreditResolver } from './credits/credit.resolver.ts';
import { IdeaResolver } from './ideas/idea.resolver.ts';
import { IdeaEditsResolver } from './ideas/idea-edits.resolver.ts';
import { ImageResolver } from './images/image.resolver.ts';
import { ImageEditsResolver } from './images/image-edits.resolver.ts';
import { ImportResolver } from './imports/import.resolver.ts';
import { KeywordResolver } from './keywords/keyword.resolver.ts';
import { KeywordEditsResolver } from './keywords/keyword-edits.resolver.ts';
import { OverviewResolver } from './overview/overview.resolver.ts';
import { ProfileResolver } from './profile/profile.resolver.ts';
import { QueueResolver } from './queues/queue.resolver.ts';
import { QueueSubscriptions } from './queues/queue.subscriptions.ts';
import { readRenamed } from './read-renamed.ts';
import { ReviewResolver } from './review/review.resolver.ts';
import { EstimateResolver } from './runs/estimate.resolver.ts';
import { HistoryResolver } from './runs/history.resolver.ts';
import { RunProgressResolver } from './runs/progress.resolver.ts';
import { RunResolver } from './runs/run.resolver.ts';
import { RunSubscriptions } from './runs/run.subscriptions.ts';
import { StartResolver } from './runs/start.resolver.ts';
import { ScheduleResolver } from './schedule/schedule.resolver.ts';
import { SignInResolver } from './sign-in/sign-in.resolver.ts';
import { siteOfResolvers } from './site-of.resolver.ts';
import { SiteResolver } from './sites/site.resolver.ts';
import { StageResolver } from './stages/stage.resolver.ts';
import { TaskResolver } from './tasks/task.resolver.ts';
import { TaskEditsResolver } from './tasks/task-edits.resolver.ts';
import { UserResolver } from './users/user.resolver.ts';
import { validateArgs } from './validate-args.ts';

/** type-graphql makes these types itself, without a word about them. */
const roots = {
  Query: 'What can be queried.',
  Mutation:
    'What can be changed. Anything that spends, imports or publishes takes a key that you choose, and is done once per key.',
  Subscription: 'What can be watched, over a WebSocket with the graphql-transport-ws protocol.',
} as const;

/** The whole API. `npm run schema` prints `schema/schema.graphql` from it. */
export function createSchema(): GraphQLSchema {
  const scalars = { Int, Float, GraphQLISODateTime, Credits, ObjectIdScalar };
  tellApi({ ObjectType, Field, Extensions, registerEnumType, scalars });
  const schema = buildSchemaSync({
    resolvers: [
      SignInResolver,
      ProfileResolver,
      UserResolver,
      ApiKeyResolver,
      AccountResolver,
      CreditResolver,
      OverviewResolver,
      AiProvidersResolver,
      AiCallsResolver,
      AiUsageResolver,
      AiSettingsResolver,
      SiteResolver,
      ...siteOfResolvers,
      KeywordResolver,
      KeywordEditsResolver,
      ImportResolver,
      ClusterResolver,
      ClusterEditsResolver,
      IdeaResolver,
      IdeaEditsResolver,
      TaskResolver,
      TaskEditsResolver,
      ContentResolver,
      ContentEditsResolver,
      ContentFactsResolver,
      ImageResolver,
      ImageEditsResolver,
      ReviewResolver,
      RunResolver,
      RunSubscriptions,
      StartResolver,
      RunProgressResolver,
      HistoryResolver,
      EstimateResolver,
      QueueResolver,
      QueueSubscriptions,
      StageResolver,
      AutomationConfigResolver,
      ScheduleResolver,
    ],
    authChecker: checkRight,
    authMode: 'error',
    // Each subscription has a stream of its own: nothing is ever published by topic.
    pubSub: { publish() {}, subscribe: () => noEvents() },
    validateFn: validateArgs,
  });
  for (const [name, description] of Object.entries(roots)) {
    const type = schema.getType(name);
    if (type) type.description = description;
  }
  readRenamed(schema);
  return schema;
}

async function* noEvents(): AsyncGenerator<never> {}
