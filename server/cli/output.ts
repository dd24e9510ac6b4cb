import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ObjectId } from 'mongodb';
import type { Activity } from '../../schema/activity.ts';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';
import type { Engine } from '../engine/engine.ts';
import { namesakesBefore, rowsAfter } from '../engine/find-run.ts';
import { renderRunLog } from '../engine/run-log/render.ts';
import { type Output, writeOutput } from './html/write-output.ts';
import { orNotWritten } from './out-folder.ts';

/** What a run left in `out/<run_id>`; absolute paths. */
export interface RunOutput {
  readonly folder: string;
  /** The page that lists the articles; null where the run brought none to review. */
  readonly index: string | null;
  readonly articles: number;
  /** Folder of the run's log files. */
  readonly logs: string;
}

/**
 * Writes `out/<run_id>`: the articles that the run brought to review, and its logs. The folder of a second run of this
 * name has a number behind it. Throws OUTPUT_NOT_WRITTEN.
 */
export async function writeRunOutput(
  engine: Engine,
  run: AutomationRun,
  site: Site,
  root: string,
): Promise<RunOutput> {
  const { runId } = run;
  const rows = await rowsAfter(engine.database, run._id, 0);
  const articles = await articlesOf(engine, run, rows);
  const before = await namesakesBefore(engine.database, run);
  return orNotWritten(root, async () => {
    const folder = resolve(root, before === 0 ? runId : `${runId}_${before + 1}`);
    const logs = join(folder, 'logs');
    await mkdir(logs, { recursive: true });
    for (const [name, text] of renderRunLog(rows)) await writeFile(join(logs, name), text);
    const report =
      articles.length > 0 ? await writeOutput({ folder, runId, site, media: engine.media, articles }) : null;
    return { folder, index: report?.index ?? null, articles: articles.length, logs };
  });
}

/**
 * What waits for review and got its last pictures in this run, with all its pictures. The run's own rows tell which:
 * times would not, since those of the run and of the drafts come from clocks of different machines.
 */
async function articlesOf(
  { database, registry }: Engine,
  { site }: AutomationRun,
  rows: readonly Activity[],
): Promise<Output['articles']> {
  const painters = registry.sequence.filter(({ item }) => item === Image).map(({ key }) => key);
  const painted = rows.flatMap(({ event }) =>
    event.type === 'batch.started' && painters.includes(event.stageKey) ? event.ids : [],
  );
  const illustrated = await database
    .of(Image)
    .distinct('content', { _id: { $in: painted.map((id) => new ObjectId(id)) } });
  const waiting = { site, status: ContentStatus.Review, failure: null, disabled: false };
  const contents = await database
    .of(Content)
    .find({ ...waiting, _id: { $in: illustrated } }, { sort: { _id: 1 } })
    .toArray();
  const ids = contents.map(({ _id }) => _id);
  const images = await database
    .of(Image)
    .find({ content: { $in: ids }, status: ImageStatus.Generated }, { sort: { content: 1, position: 1 } })
    .toArray();
  const byContent = Map.groupBy(images, ({ content }) => content.toHexString());
  return contents.map((content) => ({
    content,
    images: byContent.get(content._id.toHexString()) ?? [],
  }));
}
