import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { titleKeyOf } from '../../../language/title-key.ts';
import queueTasks from '../../../plugins/queue-tasks/index.ts';
import { Content } from '../../../schema/content.ts';
import { Idea, IdeaStatus } from '../../../schema/idea.ts';
import { Task } from '../../../schema/task.ts';
import { draft } from '../draft.ts';
import { pluginScene } from '../plugin-scene.ts';

describe('an idea that the site has an article of already', () => {
  const scene = pluginScene();
  const idea = (title: string, fields: Partial<Idea> = {}) =>
    scene.add(Idea, { cluster: new ObjectId(), title, brief: 'What it tells.', ...fields });
  const stateOf = async ({ _id }: Idea) => (await scene.all(Idea)).find((one) => one._id.equals(_id));
  const tasksOf = async ({ _id }: Idea) => (await scene.all(Task)).filter((task) => task.idea.equals(_id));

  it('is disabled instead of queued, so that its draft is never paid for, and the log says so', async () => {
    const titleKey = titleKeyOf('Descaling an Espresso Machine', 'en');
    await scene.add(Content, { ...draft({ title: 'Descaling an Espresso Machine' }), titleKey });
    const [same, other] = [await idea('Espresso Machines: Descaling'), await idea('Grinder Burrs')];
    const summary = await scene.save(queueTasks, null, [same, other]);
    expect(summary).toMatchObject({
      counters: { ideasProcessed: 2, tasksCreated: 1 },
      notes: ['Left out, the site has it already: Espresso Machines: Descaling'],
    });
    expect(await tasksOf(same)).toEqual([]);
    expect(await stateOf(same)).toMatchObject({ disabled: true, status: IdeaStatus.New });
    expect(await tasksOf(other)).toHaveLength(1);
    expect(await stateOf(other)).toMatchObject({ disabled: false, status: IdeaStatus.Queued });
  });

  it('is found by what has been asked for and is not written yet, too', async () => {
    const titleKey = titleKeyOf('Milk Frothing Basics', 'en');
    await idea('Milk Frothing Basics', { titleKey, status: IdeaStatus.Queued });
    const again = await idea('Basics of Milk Frothing');
    await scene.save(queueTasks, null, [again]);
    expect(await tasksOf(again)).toEqual([]);
  });

  it('is found in its own batch, where the first of them is queued', async () => {
    const [first, second] = [await idea('Best Tamper'), await idea('The Best Tampers')];
    await scene.save(queueTasks, null, [first, second]);
    expect(await tasksOf(first)).toHaveLength(1);
    expect(await tasksOf(second)).toEqual([]);
  });
});
