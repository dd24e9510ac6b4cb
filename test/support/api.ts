import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import type { ObjectId } from 'mongodb';
import { afterAll } from 'vitest';
import { Scope } from '../../schema/api-key.ts';
import { Role, User } from '../../schema/user.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import { createAiDesk } from '../../server/ai-desk.ts';
import type { AiDesk } from '../../server/ai-settings/desk.ts';
import { makeApiKey } from '../../server/auth/api-keys.ts';
import { openSession } from '../../server/auth/sessions.ts';
import { readConfig } from '../../server/config.ts';
import { createSchema } from '../../server/graphql/schema.ts';
import { type Api, type ApiOptions, openApi } from '../../server/http/api.ts';
import { createPublishingFolder } from '../../server/publishing/folder.ts';
import type { PublishingTarget } from '../../server/publishing/target.ts';
import { openTestApp, type TestApp, type TestAppOptions } from './app.ts';
import { providersForAll } from './providers-for-all.ts';
import { quickProviders } from './quick-providers.ts';

/** Carries an operation to the server; returns the answer as it comes. */
export type Ask = (document: string, variables?: object) => Promise<Answer>;

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for, it knows the form of
  readonly data: any;
  readonly extensions?: { cost?: number };
  readonly errors?: readonly {
    message: string;
    path?: unknown[];
    extensions: { code: string; details?: object };
  }[];
}

export interface TestApi extends TestApp {
  readonly api: Api;
  /** The folder to which articles are published. */
  readonly publishedTo: string;
  readonly publishing: PublishingTarget;
  /** Offline where an account chooses nobody; private hosts are refused, but for those of `privateAiHosts`. */
  readonly ai: AiDesk;
  /** A second server on the same database, as of another process; whoever opens it closes it. */
  openAnother(options?: Partial<ApiOptions>): Promise<Api>;
  /** As whoever sends these headers, to another server where its address is given; nobody without any. */
  as(headers?: Record<string, string>, url?: string): Ask;
  /** Headers of a person of the account, signed in. */
  person(account: ObjectId, role?: Role): Promise<Record<string, string>>;
  /** Headers of a program of the account. */
  program(account: ObjectId, scopes?: readonly Scope[]): Promise<Record<string, string>>;
}

let people = 0;

let made: GraphQLSchema | undefined;

/** The whole API, made once for all files of a worker. */
export function testSchema(): GraphQLSchema {
  made ??= createSchema();
  return made;
}

/** Client and server share a process here, which may be at something else for seconds: no socket is closed for that. */
const patience = { initMs: 60_000, slowReaderMs: 60_000 };

const aiEnvironment = { GALLEY_SECRET: 'b5d1f08c37a94e26'.repeat(2), MONGODB_URI: 'mongodb://test' };

/** The product with its API, on a free port of 127.0.0.1. Call it at the top of the file. */
export async function openTestApi(
  options: TestAppOptions & { api?: Partial<ApiOptions>; privateAiHosts?: string } = {},
): Promise<TestApi> {
  const app = await openTestApp(options);
  const { database, now } = app.engine;
  const publishedTo = join(app.folder, 'published');
  const publishing = createPublishingFolder({
    root: publishedTo,
    media: app.engine.media,
    log: app.engine.log,
  });
  const lines = createLines({ requests: 1_000_000, tokens: 1_000_000_000 });
  const { privateAiHosts: ALLOW_PRIVATE_AI_HOSTS } = options;
  const aiConfig = readConfig({ ...aiEnvironment, ALLOW_PRIVATE_AI_HOSTS });
  const ai = createAiDesk(database, aiConfig, {
    lines,
    environment: providersForAll(quickProviders),
    now,
  });
  const openAnother = ({ limits, ...more }: Partial<ApiOptions> = {}) =>
    openApi(app.engine, {
      ...{ host: '127.0.0.1', port: 0, publishing, ai, schema: testSchema() },
      limits: { ...patience, ...limits },
      ...more,
    });
  const api = await openAnother(options.api);
  // Before the database goes, which was opened first.
  afterAll(async () => {
    await api.close();
    await lines.close();
  });
  return {
    ...app,
    api,
    openAnother,
    publishing,
    ai,
    publishedTo,
    as(headers = {}, url = api.url) {
      return async (query, variables) => {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query, variables }),
        });
        return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
      };
    },
    async person(account, role = Role.Owner) {
      people += 1;
      const user = Object.assign(new User(), {
        account,
        role,
        name: `Person ${people}`,
        email: `${people}@galley.test`,
      });
      await database.of(User).insertOne(user);
      const { token } = await openSession(database, user, now());
      return { cookie: `galley=${token}` };
    },
    async program(account, scopes = [Scope.Read, Scope.Run, Scope.Write]) {
      const { key } = await makeApiKey(database, { account, name: 'a program', scopes });
      return { authorization: `Bearer ${key}` };
    },
  };
}
