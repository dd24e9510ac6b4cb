import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { relatedTo } from '../../../plugins/generate-content/related.ts';
import { Cluster } from '../../../schema/cluster.ts';
import { Task } from '../../../schema/task.ts';
import { pluginScene } from '../plugin-scene.ts';

const run = new ObjectId();

describe('the articles that a new one is told of', () => {
  const scene = pluginScene();
  const topic = (name: string, ...terms: string[]) => scene.add(Cluster, { name, terms });
  const task = (cluster: Cluster, title: string, fields: Partial<Task> = {}) =>
    scene.add(Task, { idea: new ObjectId(), cluster: cluster._id, title, brief: 'Tell it.', ...fields });
  const related = (to: Task, cluster: Cluster, upTo?: ObjectId) =>
    scene.inTransaction((context) =>
      relatedTo(to, cluster, upTo ? { upTo } : {}, { site: scene.site, read: context.in }),
    );

  it('are those of its topic and of topics like it, the nearest first, by what stands for their address', async () => {
    const kettles = await topic('Kettles', 'kettl');
    const care = await topic('Kettle Care', 'kettl', 'care');
    const lamps = await topic('Lamps', 'lamp');
    await task(lamps, 'Kettle Lamps');
    const far = await task(kettles, 'Boiling Water on a Stove');
    const near = await task(care, 'Descaling a Steel Kettle');
    const own = await task(kettles, 'How to Descale a Kettle');
    expect(await related(own, kettles)).toEqual({
      siblings: ['Boiling Water on a Stove'],
      links: [
        { ref: 'A1', title: near.title, href: `article:${near._id}` },
        { ref: 'A2', title: far.title, href: `article:${far._id}` },
      ],
    });
  });

  it('are no links where they were given up or kept out of runs', async () => {
    const pots = await topic('Pots', 'pot');
    const failure = { stage: 'generate-content', code: 'AI_REFUSED', message: 'No.', at: new Date(), run };
    await task(pots, 'Failed', { failure });
    await task(pots, 'Disabled', { disabled: true });
    expect((await related(await task(pots, 'Pots'), pots)).links).toEqual([]);
  });

  it('are none that were asked for since the stage began: a restart must ask the same again', async () => {
    const mugs = await topic('Mugs', 'mug');
    const own = await task(mugs, 'Mugs');
    await task(mugs, 'Later');
    expect(await related(own, mugs, own._id)).toEqual({ siblings: [], links: [] });
  });

  it('are 50 titles at most, and 20 of them to point at', async () => {
    const cups = await topic('Cups', 'cup');
    const own = await task(cups, 'Cups');
    for (let n = 0; n < 60; n += 1) await task(cups, `Cup ${n}`);
    const { siblings, links } = await related(own, cups);
    expect([siblings.length, links.length]).toEqual([50, 20]);
  });
});
