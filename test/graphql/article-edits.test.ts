import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Cluster } from '../../schema/cluster.ts';
import { Idea, IdeaStatus } from '../../schema/idea.ts';
import { Task, TaskStatus } from '../../schema/task.ts';
import { Role } from '../../schema/user.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { database } = app.engine;
const bulk = 'changed leftOutCount leftOut { id reason }';
const article = 'id title brief wordTarget articleKind keywords disabled status';
const createIdea = `mutation ($input: CreateIdeaInput!) { createIdea(input: $input) { idea { ${article} } } }`;
const updateIdea = `mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { idea { ${article} } } }`;
const updateIdeas = `mutation ($input: UpdateIdeasInput!) { updateIdeas(input: $input) { ${bulk} } }`;
const deleteIdeas = `mutation ($input: DeleteIdeasInput!) { deleteIdeas(input: $input) { ${bulk} } }`;
const updateTask = `mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { ${article} } } }`;
const updateTasks = `mutation ($input: UpdateTasksInput!) { updateTasks(input: $input) { ${bulk} } }`;
const deleteTasks = `mutation ($input: DeleteTasksInput!) { deleteTasks(input: $input) { ${bulk} } }`;

async function scene() {
  const site = await makeSite(database);
  const ask = app.as(await app.person(site.account, Role.Editor));
  return { site, ask, ...pipelineOf(database, site) };
}

describe('an idea', () => {
  it('of a person’s own is added to its cluster and counted', async () => {
    const { ask, cluster } = await scene();
    const { _id } = await cluster();
    const input = { clusterId: _id, title: 'How to Brew', brief: 'Steps.', articleKind: 'HOW_TO' };
    const { data } = await ask(createIdea, { input });
    expect(data.createIdea.idea).toMatchObject({ title: 'How to Brew', status: 'NEW', wordTarget: 2500 });
    expect((await database.of(Cluster).findOne({ _id }))?.ideaCount).toBe(1);
  });

  it('is not added to a cluster of another account', async () => {
    const { cluster } = await scene();
    const { ask } = await scene();
    const input = { clusterId: (await cluster())._id, title: 'Mine', brief: 'Mine.' };
    expect((await ask(createIdea, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('takes another title, outline and word target while it waits; what is not given stays', async () => {
    const { ask, idea } = await scene();
    const { _id, articleKind } = await idea();
    const input = { id: _id, title: 'Better', brief: 'Tell more.', wordTarget: 800, keywords: null };
    const { data } = await ask(updateIdea, { input });
    expect(data.updateIdea.idea).toMatchObject({ title: 'Better', brief: 'Tell more.', wordTarget: 800 });
    expect(await database.of(Idea).findOne({ _id })).toMatchObject({ articleKind, keywords: [] });
  });

  it('says what no other idea of the site says, whatever its form, made anew or given another title', async () => {
    const { ask, cluster, idea } = await scene();
    const { _id: clusterId } = await cluster();
    const make = (title: string) => ask(createIdea, { input: { clusterId, title, brief: 'Steps.' } });
    const first = await make('The Best Milk Frother');
    const again = await make('Best Milk Frothers');
    expect(again.errors?.[0]?.extensions.code).toBe('NAME_TAKEN');
    const { _id: id } = await idea();
    const renamed = await ask(updateIdea, { input: { id, title: 'Best milk frothers' } });
    expect(renamed.errors?.[0]?.extensions.code).toBe('NAME_TAKEN');
    // Once it has another title, the old one is free.
    await ask(updateIdea, { input: { id: first.data.createIdea.idea.id, title: 'Oat Milk' } });
    expect((await make('Best Milk Frothers')).errors).toBeUndefined();
  });

  it('is refused by its title once its task has been made', async () => {
    const { ask, idea } = await scene();
    const { _id } = await idea({ title: 'Oat milk', status: IdeaStatus.Queued });
    const { errors } = await ask(updateIdea, { input: { id: _id, title: 'Late' } });
    expect(errors?.[0]).toMatchObject({
      message: 'The idea "Oat milk" was left as it is: it already has a task; edit that.',
      extensions: { code: 'EDIT_REFUSED', details: { reason: 'moved_on' } },
    });
  });

  it('tells every field that is out of its bounds', async () => {
    const { ask, idea } = await scene();
    const input = { id: (await idea())._id, title: '', wordTarget: 5 };
    const { errors } = await ask(updateIdea, { input });
    const problems = [{ path: 'title' }, { path: 'wordTarget' }];
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { problems } });
  });

  it('goes with many others by a filter, but for those that have tasks', async () => {
    const { site, ask, idea, task, cluster } = await scene();
    const home = await cluster({ ideaCount: 3 });
    const made = [1, 2, 3].map(() => idea({ cluster: home._id }));
    const [used] = await Promise.all(made);
    await task({ idea: used?._id ?? new ObjectId() });
    const { data } = await ask(deleteIdeas, { input: { siteId: site._id, filter: { clusterId: home._id } } });
    expect(data.deleteIdeas).toEqual({
      changed: 2,
      leftOutCount: 1,
      leftOut: [{ id: String(used?._id), reason: 'IN_USE' }],
    });
    expect((await database.of(Cluster).findOne({ _id: home._id }))?.ideaCount).toBe(1);
  });

  it('takes a word target with many others, but for those that are queued', async () => {
    const { site, ask, idea } = await scene();
    await idea({ wordTarget: 900 });
    await idea();
    const queued = await idea({ status: IdeaStatus.Queued });
    const { data } = await ask(updateIdeas, { input: { siteId: site._id, filter: {}, wordTarget: 900 } });
    expect(data.updateIdeas).toMatchObject({ changed: 1, leftOutCount: 2 });
    expect(data.updateIdeas.leftOut).toContainEqual({ id: String(queued._id), reason: 'MOVED_ON' });
  });
});

describe('a task', () => {
  it('takes another title, outline and word target while it waits', async () => {
    const { ask, task } = await scene();
    const input = { id: (await task())._id, title: 'Better', brief: 'Tell more.', wordTarget: 800 };
    const { data } = await ask(updateTask, { input });
    expect(data.updateTask.task).toMatchObject({ title: 'Better', brief: 'Tell more.', wordTarget: 800 });
  });

  it('is refused once it is written, and to other accounts', async () => {
    const { ask, task } = await scene();
    const { _id } = await task({ status: TaskStatus.Completed });
    const late = await ask(updateTask, { input: { id: _id, title: 'Late' } });
    expect(late.errors?.[0]?.extensions.code).toBe('EDIT_REFUSED');
    const foreign = await (await scene()).ask(updateTask, { input: { id: _id, title: 'Mine' } });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is disabled with many others, but for those that are written', async () => {
    const { site, ask, task } = await scene();
    const waiting = await task();
    await task({ status: TaskStatus.Completed });
    const { data } = await ask(updateTasks, { input: { siteId: site._id, filter: {}, disabled: true } });
    expect(data.updateTasks).toMatchObject({
      changed: 1,
      leftOutCount: 1,
      leftOut: [{ reason: 'MOVED_ON' }],
    });
    expect((await database.of(Task).findOne({ _id: waiting._id }))?.disabled).toBe(true);
  });

  it('goes while it waits, and its idea stays, kept out of runs', async () => {
    const { site, ask, idea, task, reviewable } = await scene();
    const source = await idea({ status: IdeaStatus.Queued });
    const waiting = await task({ idea: source._id });
    const written = await task({ status: TaskStatus.Completed });
    await reviewable({ task: written._id });
    const ids = [waiting._id, written._id];
    const { data } = await ask(deleteTasks, { input: { siteId: site._id, ids } });
    expect(data.deleteTasks).toMatchObject({ changed: 1, leftOut: [{ id: String(written._id) }] });
    expect(await database.of(Idea).findOne({ _id: source._id })).toMatchObject({
      status: IdeaStatus.New,
      disabled: true,
    });
  });
});

describe('a task whose draft was deleted', () => {
  it('goes, too, so that its idea can be written anew, or deleted', async () => {
    const { site, ask, idea, task } = await scene();
    const source = await idea({ status: IdeaStatus.Completed });
    const written = await task({ idea: source._id, status: TaskStatus.Completed });
    const { data } = await ask(deleteTasks, { input: { siteId: site._id, ids: [written._id] } });
    expect(data.deleteTasks).toMatchObject({ changed: 1, leftOut: [] });
    expect(await database.of(Idea).findOne({ _id: source._id })).toMatchObject({
      status: IdeaStatus.New,
      disabled: true,
    });
  });
});

describe('ideas and tasks', () => {
  it('are not edited by a viewer', async () => {
    const { site, idea, task } = await scene();
    const ask = app.as(await app.person(site.account, Role.Viewer));
    const refused = [
      await ask(updateIdea, { input: { id: (await idea())._id, title: 'No' } }),
      await ask(updateTask, { input: { id: (await task())._id, title: 'No' } }),
      await ask(deleteIdeas, { input: { siteId: site._id, filter: {} } }),
      await ask(deleteTasks, { input: { siteId: site._id, filter: {} } }),
    ];
    expect(refused.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(Array(4).fill('FORBIDDEN'));
  });
});
