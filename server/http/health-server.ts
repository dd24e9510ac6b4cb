import { createServer } from 'node:http';
import { isAnswering } from '../db/database.ts';
import type { Engine } from '../engine/engine.ts';
import { errorFormatter } from '../graphql/format-error.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import type { Api } from './api.ts';
import { type Checks, healthRoutes } from './health.ts';
import { drain, listen } from './listening.ts';
import { nothingHere, refuse } from './refuse.ts';
import { shell } from './shell.ts';

export interface HealthServerOptions {
  readonly host: string;
  readonly port: number;
  readonly checks: Checks;
  /** The process's own by default. */
  readonly metrics?: Metrics | undefined;
  readonly metricsToken?: string | undefined;
}

const drainMs = 1_000;

/** What a process shows of itself that answers no other requests. */
export async function openHealthServer(
  { database, log }: Engine,
  { host, port, checks, metricsToken, metrics = createMetrics({ database }) }: HealthServerOptions,
): Promise<Api> {
  let isStopping = false;
  const allChecks: Checks = { database: () => isAnswering(database), ...checks };
  const app = shell(log, 0)
    .use(healthRoutes({ metrics, metricsToken, checks: allChecks, isStopping: () => isStopping }))
    .use(nothingHere, refuse(errorFormatter(log)));
  const server = createServer(app);
  return {
    url: await listen(server, host, port),
    async close() {
      isStopping = true;
      await drain(server, drainMs);
    },
  };
}
