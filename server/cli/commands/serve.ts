import { openAccount } from '../../accounts.ts';
import type { App } from '../../app.ts';
import { makeSignInLink } from '../../auth/sign-in-links.ts';
import { type Config, isProduction, readConfig } from '../../config.ts';
import type { Engine } from '../../engine/engine.ts';
import { type Api, openApi } from '../../http/api.ts';
import { openHealthServer } from '../../http/health-server.ts';
import { createLog } from '../../log.ts';
import { openOwner } from '../../users.ts';
import { exitCodes } from '../failure.ts';
import { listenForInterrupts } from '../interrupts.ts';
import { openLog } from '../log-file.ts';
import { say } from '../print.ts';
import { demoAccount, withAppOf } from '../with-app.ts';

const openingCredits = 1_500_000;
const firstOwner = 'owner@localhost';

/** `galley serve`: answers requests, works on runs, or both, as ROLE has it, until it is told to stop. */
export async function serve(): Promise<number> {
  const config = readConfig(process.env);
  const log = isProduction(config) ? createLog(config.LOG_LEVEL) : openLog(config.LOG_LEVEL, config.DATA_DIR);
  const stop = Promise.withResolvers<void>();
  const interrupts = listenForInterrupts((count, signal) => {
    if (count > 1) process.exit(exitCodes[signal]);
    stop.resolve();
  });
  return withAppOf(config, log, async (app) => {
    const server = await open(app, config);
    await stop.promise;
    say('Stopping: what is under way is finished first. Press Ctrl-C again to stop at once.');
    await server.close();
    return exitCodes.done;
  }).finally(() => interrupts.close());
}

/** Once it answers, it does what its role asks for. */
async function open(app: App, config: Config): Promise<Api> {
  const { ROLE, HOST: host, PORT: port, METRICS_TOKEN: metricsToken } = config;
  const worker = ROLE === 'api' ? {} : { worker: () => app.isWorking() };
  const shown = { host, port, checks: worker, metrics: app.metrics, metricsToken };
  if (ROLE === 'worker') {
    const health = await openHealthServer(app.engine, shown);
    await app.work();
    say(`Galley works on runs; its health is at ${health.url}/readyz.`);
    return health;
  }
  const api = await openApi(app.engine, {
    ...shown,
    proxies: config.PROXIES,
    allowedOrigins: config.ALLOWED_ORIGINS,
    limits: limitsOf(config),
  });
  if (ROLE === 'all') await app.work();
  else app.leaveWork();
  say(`Galley answers at ${api.url}.`);
  say(`Sign in within 15 minutes: ${await signInUrl(app.engine, api.url)}`);
  return api;
}

function limitsOf(config: Config) {
  const { RATE_LIMIT, MAX_COST, MAX_BODY_KB, MAX_SOCKETS, MAX_SUBSCRIPTIONS, INTROSPECTION } = config;
  return {
    requestsPerMinute: RATE_LIMIT,
    cost: MAX_COST,
    bodyBytes: MAX_BODY_KB * 1_024,
    socketsPerCaller: MAX_SOCKETS,
    subscriptionsPerCaller: MAX_SUBSCRIPTIONS,
    introspection: INTROSPECTION === undefined ? !isProduction(config) : INTROSPECTION === 'on',
  };
}

async function signInUrl({ database, now }: Engine, url: string): Promise<string> {
  const { account } = await openAccount(database, { name: demoAccount, opening: openingCredits });
  const owner = await openOwner(database, account._id, firstOwner);
  return `${url}/signin?token=${await makeSignInLink(database, owner, now())}`;
}
