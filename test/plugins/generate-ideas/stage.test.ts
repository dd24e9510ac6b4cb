import { expect, it } from 'vitest';
import stage from '../../../plugins/generate-ideas/index.ts';
import { Cluster } from '../../../schema/cluster.ts';
import { pluginScene } from '../plugin-scene.ts';

const scene = pluginScene();

async function planned(names: readonly string[], ideasPerCluster: number) {
  const clusters: Cluster[] = [];
  for (const name of names) clusters.push(await scene.add(Cluster, { name }));
  return scene.save(stage, await scene.work(stage, clusters, { ideasPerCluster }), clusters);
}

it('closes a batch with the name of its cluster and the number of its ideas', async () => {
  expect(await planned(['Cold Brew'], 2)).toMatchObject({
    message: '2 ideas created',
    closing: "Cluster 'Cold Brew' complete: 2 ideas created",
  });
  expect((await planned(['Grinders'], 1)).closing).toBe("Cluster 'Grinders' complete: 1 idea created");
});

it('leaves the closing of a batch of several to its number', async () => {
  const summary = await planned(['Kettles', 'Filters'], 2);
  expect(summary.message).toBe('4 ideas created');
  expect(summary.closing).toBeUndefined();
});
