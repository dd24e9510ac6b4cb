/**
 * Tries a stage against the contract, on a real database and through the engine: for those who write stages.
 * Needs no test runner; a sound stage breaks no promise.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { type App, openApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { errors } from '../../server/errors.ts';
import { judgeStage } from './stage-trial.ts';

export interface StageTrial {
  /** Of a MongoDB replica set; a database of its own is made there and dropped. */
  readonly uri: string;
  /** As the operator names it in STAGE_PLUGINS. */
  readonly plugin: string;
  /** The stage's key. */
  readonly key: string;
  /** Fields (besides account and site) of at least three items that wait for the stage; `nth` counts from 0. */
  item(nth: number): Readonly<Record<string, unknown>>;
}

/**
 * Returns the promises that the stage breaks, one sentence each. Throws what keeps it from being tried at all, such as
 * PLUGIN_NOT_LOADED.
 */
export async function tryStage({ uri, plugin, key, item }: StageTrial): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-stage-'));
  const address = new URL(uri);
  address.pathname = `stage-${randomUUID()}`;
  const config = readConfig({
    MONGODB_URI: address.href,
    DATA_DIR: join(folder, 'data'),
    LOG_DIR: join(folder, 'logs'),
    LOG_LEVEL: 'silent',
    STAGE_PLUGINS: plugin,
  });
  const app: App = await openApp({ config, say: () => undefined });
  try {
    const stage = app.engine.registry.get(key);
    if (stage.kind === 'gate')
      throw errors.invalidStage({ stage: key, reason: 'gates cannot be tried alone' });
    await app.work();
    return await judgeStage(app.engine, stage, (nth) => item(nth) as Partial<PipelineItem>);
  } finally {
    await app.engine.database.db.dropDatabase();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}
