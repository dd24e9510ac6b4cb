/** What the process counts, in the Prometheus format. No label names a tenant, and none holds what a caller chose. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { AutomationRun } from '../schema/automation-run.ts';
import type { Database } from './db/database.ts';
import { waitingRuns } from './engine/claim.ts';
import type { Observer } from './engine/observer.ts';

export interface Metrics {
  /** For the engine. */
  readonly observer: Observer;
  /** `operation` is a root field of the schema or one of a few words, never a name that a caller gave. */
  request(operation: string, outcome: 'ok' | 'refused' | 'failed', seconds: number): void;
  /** `reason` is one of a few words. */
  socketClosed(reason: string): void;
  /** Sockets and subscriptions that are open are asked for when the metrics are. */
  watchSockets(count: () => { sockets: number; subscriptions: number }): void;
  /** All of it as text, with its media type. */
  text(): Promise<{ text: string; contentType: string }>;
}

export interface MetricsOptions {
  /** Where waiting runs are counted. */
  readonly database: Database;
  /** With figures of the process itself: memory, event loop, garbage collection. */
  readonly withProcess?: boolean;
}

const batchSeconds = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300];
const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createMetrics({ database, withProcess = false }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'galley_requests_seconds',
    help: 'GraphQL operations over HTTP and sockets, by root field and outcome.',
    labelNames: ['operation', 'outcome'],
    buckets: requestSeconds,
    registers,
  });
  const closed = new Counter({
    name: 'galley_sockets_closed_total',
    help: 'Sockets that were closed, by why.',
    labelNames: ['reason'],
    registers,
  });
  const queue = database.of(AutomationRun);
  new Gauge({
    name: 'galley_runs_waiting',
    help: 'Runs that wait for a worker, in the whole database.',
    registers,
    async collect() {
      this.set(await queue.countDocuments(waitingRuns()));
    },
  });
  return {
    observer: engineCounters(registers),
    request: (operation, outcome, seconds) => requests.observe({ operation, outcome }, seconds),
    socketClosed: (reason) => closed.inc({ reason }),
    watchSockets(count) {
      const gauge = (name: 'sockets' | 'subscriptions') =>
        new Gauge({
          name: `galley_${name}_open`,
          help: `Open ${name} of this process.`,
          registers,
          collect() {
            this.set(count()[name]);
          },
        });
      gauge('sockets');
      gauge('subscriptions');
    },
    text: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}

function engineCounters(registers: Registry[]): Observer {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `galley_${name}_total`, help, labelNames, registers });
  const started = counter('runs_started', 'Runs that were started, by what started them.', ['trigger']);
  const ended = counter('runs_ended', 'Runs that have ended, by how.', ['status']);
  const phases = counter('phases', 'Phases of batches that were entered.', ['stage', 'phase']);
  const calls = counter('model_calls', 'Calls of AI models, by what came of them.', [
    'provider',
    'model',
    'outcome',
  ]);
  const dollars = counter('model_cost_dollars', 'What calls of AI models have cost.', ['provider', 'model']);
  const credits = counter('credits_used', 'Credits that were charged.', ['stage']);
  const losses = counter('leases_lost', 'Runs that another worker has taken over from this one.');
  const batches = new Histogram({
    name: 'galley_batches_seconds',
    help: 'Batches, by stage and what came of them.',
    labelNames: ['stage', 'end'],
    buckets: batchSeconds,
    registers,
  });
  return {
    runStarted: (trigger) => started.inc({ trigger }),
    runEnded: (status) => ended.inc({ status }),
    batchEnded: (stage, end, seconds) => batches.observe({ stage, end }, seconds),
    phase: (stage, phase) => phases.inc({ stage, phase }),
    callEnded({ provider, model, outcome, costUsd }) {
      calls.inc({ provider, model, outcome });
      dollars.inc({ provider, model }, costUsd);
    },
    charged: (stage, milliCredits) => credits.inc({ stage }, milliCredits / 1_000),
    leaseLost: () => losses.inc(),
  };
}
