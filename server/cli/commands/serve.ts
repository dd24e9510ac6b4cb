import { fileURLToPath } from 'node:url';
import type { App } from '../../app.ts';
import { type Config, isProduction, readConfig } from '../../config.ts';
import type { Api } from '../../http/api.ts';
import { createLog } from '../../log.ts';
import { exitCodes } from '../failure.ts';
import { firstOwner, newSignInUrl } from '../first-owner.ts';
import { listenForInterrupts } from '../interrupts.ts';
import { commandLine } from '../invocation.ts';
import { openLog } from '../log-file.ts';
import { say } from '../print.ts';
import { withAppOf } from '../with-app.ts';

/** Where the build puts the console, beside this file's own build. */
const consoleFolder = fileURLToPath(new URL('../../../admin', import.meta.url));

/** `galley serve`: answers requests, works on runs, or both, as ROLE has it, until it is told to stop. */
export async function serve(): Promise<number> {
  const config = readConfig(process.env);
  const log = isProduction(config) ? createLog(config.LOG_LEVEL) : openLog(config.LOG_LEVEL, config.DATA_DIR);
  const stop = Promise.withResolvers<void>();
  const interrupts = listenForInterrupts((count, signal) => {
    if (count > 1) process.exit(exitCodes[signal]);
    stop.resolve();
  });
  return withAppOf({ config, log, counts: true }, async (app) => {
    const server = await open(app, config);
    await stop.promise;
    say('Stopping once the work under way is finished. Press Ctrl-C again to stop at once.');
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
    const { openHealthServer } = await import('../../http/health-server.ts');
    const health = await openHealthServer(app.engine, shown);
    await app.work();
    say(`Galley is working on runs; its health is at ${health.url}/readyz.`);
    return health;
  }
  const { openApi } = await import('../../http/api.ts');
  const api = await openApi(app.engine, {
    ...shown,
    publicUrl: config.PUBLIC_URL,
    proxies: config.PROXIES,
    publishing: app.publishing,
    ai: app.ai,
    consoleFolder,
    allowedOrigins: config.ALLOWED_ORIGINS,
    limits: limitsOf(config),
  });
  if (ROLE === 'all') await app.work();
  else await app.leaveWork();
  say(`Galley answers at ${api.url}.`);
  const { user, isNew } = await firstOwner(app.engine.database);
  // Later starts tell no secret: their output is often kept.
  if (isNew) say(`Sign in, once, within 15 minutes: ${await newSignInUrl(app.engine, user, api.url)}`);
  else say(`To get a sign-in link: ${commandLine('signin')}`);
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
