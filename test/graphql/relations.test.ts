import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { readsDuring } from '../support/reads.ts';
import { makeWrittenSite } from '../support/written-site.ts';

const app = await openTestApi({ monitorCommands: true });
const { database } = app.engine;

/** A site with so many drafts, and who may see it. */
async function written(drafts: number) {
  const site = await makeWrittenSite(database, drafts);
  return { site, ask: app.as(await app.person(site.account)) };
}

const everything = `query ($siteId: ObjectID!) {
  contents(siteId: $siteId, first: 100) {
    totalCount
    nodes {
      title site { name }
      task { title idea { title task { title } cluster { name } } content { title } cluster { name } site { name } }
      cluster {
        name keywordCount site { name }
        keywords { phrase cluster { name } import { id } site { name } }
        ideas { title } tasks { title } contents { title }
      }
      images { position content { title } site { name } }
    }
  }
}`;

describe('a list of drafts with every relation', () => {
  it('takes as many reads for a hundred as for two, and gives each its own', async () => {
    const few = await written(2);
    const many = await written(100);
    const readsOfFew = await readsDuring(database, () => few.ask(everything, { siteId: few.site._id }));
    let answer: Awaited<ReturnType<typeof many.ask>> | undefined;
    const readsOfMany = await readsDuring(database, async () => {
      answer = await many.ask(everything, { siteId: many.site._id });
    });
    expect(answer?.errors).toBeUndefined();
    expect(readsOfMany).toEqual(readsOfFew);
    expect(readsOfMany.length).toBeLessThan(30);
    const { nodes, totalCount } = answer?.data.contents ?? {};
    expect(totalCount).toBe(100);
    expect(nodes).toHaveLength(100);
    for (const { title, task, cluster, images } of nodes) {
      expect(task).toMatchObject({ title, idea: { title, task: { title } }, content: { title } });
      expect(cluster).toMatchObject({ ideas: [{ title }], tasks: [{ title }], contents: [{ title }] });
      expect(cluster.keywords).toHaveLength(15);
      expect(images.map(({ position }: { position: number }) => position)).toEqual([0, 1, 2]);
    }
  });

  it('counts the images of a draft beside showing them', async () => {
    const site = await makeSite(database);
    const { content } = await pipelineOf(database, site).reviewable({}, 2);
    const ask = app.as(await app.person(site.account));
    const { data } = await ask(
      'query ($id: ObjectID!) { content(id: $id) { imageCounts { planned total pending failed } images { position } } }',
      { id: content._id },
    );
    expect(data.content.images).toHaveLength(2);
    expect(data.content.imageCounts).toEqual(content.images);
  });

  it('shows of a relation what belongs to the account, and nothing else', async () => {
    const foreign = await makeSite(database);
    const { cluster } = await pipelineOf(database, foreign);
    const stolen = await cluster();
    await makeKeywords(database, foreign, ['tea pot'], { cluster: stolen._id });
    const own = await makeSite(database);
    const things = pipelineOf(database, own);
    const { content } = await things.reviewable({ cluster: stolen._id, task: new ObjectId() });
    const home = await things.cluster({ _id: new ObjectId() });
    await makeKeywords(database, foreign, ['milk jug'], { cluster: home._id });
    const ask = app.as(await app.person(own.account));
    const { data } = await ask(
      `query ($content: ObjectID!, $cluster: ObjectID!) {
        content(id: $content) { cluster { name } task { title } }
        cluster(id: $cluster) { keywords { phrase } }
      }`,
      { content: content._id, cluster: home._id },
    );
    expect(data).toEqual({ content: { cluster: null, task: null }, cluster: { keywords: [] } });
  });
});

describe('the id of a related thing', () => {
  it('is told beside the thing itself', async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['burr grinder']);
    const run = await startRun(app.engine, {
      site: site._id,
      trigger: RunTrigger.Manual,
      to: 'cluster-keywords',
    });
    const worker = app.startWorker();
    await app.settled(run._id);
    await worker.stop();
    const { data } = await app.as(await app.person(site.account))(
      `query ($siteId: ObjectID!) {
        keywords(siteId: $siteId) { nodes { siteId site { id } } }
        currentRun(siteId: $siteId) { id siteId site { id } }
        creditEntries(filter: { kind: CHARGE }) { nodes { siteId site { id } runId run { id } } }
      }`,
      { siteId: site._id },
    );
    const of = { siteId: `${site._id}`, site: { id: `${site._id}` } };
    expect(data.keywords.nodes).toEqual([of]);
    expect(data.currentRun).toEqual({ id: `${run._id}`, ...of });
    expect(data.creditEntries.nodes).toEqual([{ ...of, runId: `${run._id}`, run: { id: `${run._id}` } }]);
  });
});
