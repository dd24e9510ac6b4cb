import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Cluster } from '../schema/cluster.ts';
import { Content } from '../schema/content.ts';
import { Idea } from '../schema/idea.ts';
import { Image } from '../schema/image.ts';
import { Keyword } from '../schema/keyword.ts';
import { Task } from '../schema/task.ts';
import type { AnyStage } from './engine/stage.ts';
import { errors } from './errors.ts';

const callable = z.custom((value) => typeof value === 'function', 'must be a function');

/**
 * What an outside stage is made from. It is handed over, not imported, because a package that finds a second copy of
 * Galley would find other classes than those that the database knows.
 */
const kinds = { Keyword, Cluster, Idea, Task, Content, Image };

/** What can be seen of a stage from outside; what it declares beyond that, its own code answers for. */
const stageShape = z.looseObject({
  key: z.string(),
  title: z.string(),
  kind: z.enum(['ai', 'local', 'gate']),
  after: z.string(),
  settings: z.custom((value) => value instanceof Object && 'safeParse' in value, 'must be a zod schema'),
  item: callable,
  nouns: z.object({ one: z.string(), many: z.string() }),
  waiting: z.looseObject({}),
  label: callable,
  forecast: callable,
  work: callable,
  save: callable,
});

const maker = z.custom<(from: typeof kinds) => unknown>(
  (value) => typeof value === 'function',
  'must be a function from the kinds of items to the stage',
);

/**
 * Loads the stages that others wrote: packages, found from `from`, or files. Throws PLUGIN_NOT_LOADED with what is
 * wrong.
 */
export async function loadStages(plugins: readonly string[], from: string): Promise<AnyStage[]> {
  return Promise.all(plugins.map((plugin) => loadStage(plugin, from)));
}

async function loadStage(plugin: string, from: string): Promise<AnyStage> {
  try {
    const require = createRequire(join(resolve(from), 'package.json'));
    const isPath = isAbsolute(plugin) || plugin.startsWith('.');
    const file = require.resolve(isPath ? resolve(from, plugin) : plugin);
    const module: unknown = await import(pathToFileURL(file).href);
    const { default: make } = z.looseObject({ default: maker }).parse(module);
    return stageShape.parse(make(kinds)) as unknown as AnyStage;
  } catch (error) {
    throw errors.pluginNotLoaded({ plugin, reason: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  }
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error);
}
