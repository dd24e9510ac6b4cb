import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { BulkChange } from '../../../schema/left-out.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { setMany } from '../../editing/change-many.ts';
import { deleteClusters, editCluster, makeCluster, mergeClusters } from '../../editing/clusters.ts';
import type { Context } from '../context.ts';
import { given } from '../given.ts';
import { wantedOf } from '../item.types.ts';
import { siteOfItem } from '../site-of.ts';
import { clusterFilterOf } from './cluster.types.ts';
import {
  ClusterPayload,
  CreateClusterInput,
  DeleteClustersInput,
  MergeClustersInput,
  SplitClusterInput,
  UpdateClusterInput,
  UpdateClustersInput,
} from './cluster-edits.types.ts';

@Resolver(() => Cluster)
export class ClusterEditsResolver {
  @Authorized<Right>('write')
  @Mutation(() => ClusterPayload, {
    description: 'Makes a cluster, and puts keywords into it. NAME_TAKEN where its site has one of the name.',
  })
  async createCluster(
    @Arg('input', () => CreateClusterInput, { description: 'What is asked for.' }) input: CreateClusterInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ClusterPayload> {
    const { siteId, name, description = null, keywordIds: ids } = input;
    const site = await documents.of(Site).require(siteId);
    return { cluster: await makeCluster(engine, site, { name, description }, { ids }) };
  }

  @Authorized<Right>('write')
  @Mutation(() => ClusterPayload, { description: 'Changes what is given of a cluster, such as its name.' })
  async updateCluster(
    @Arg('input', () => UpdateClusterInput, { description: 'What is asked for.' }) {
      id,
      ...fields
    }: UpdateClusterInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ClusterPayload> {
    const site = await siteOfItem(documents, Cluster, id);
    return { cluster: await editCluster(engine, site, id, given(fields, ['description'])) };
  }

  @Authorized<Right>('write')
  @Mutation(() => ClusterPayload, {
    description:
      'Puts all that clusters hold, and all that was made of them, into another, and deletes them.',
  })
  async mergeClusters(
    @Arg('input', () => MergeClustersInput, { description: 'What is asked for.' }) {
      intoId,
      ids,
    }: MergeClustersInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ClusterPayload> {
    const site = await siteOfItem(documents, Cluster, intoId);
    return { cluster: await mergeClusters(engine, site, intoId, ids) };
  }

  @Authorized<Right>('write')
  @Mutation(() => ClusterPayload, {
    description:
      'Makes a cluster of some of the keywords of another. Returns the new one, which waits for ideas.',
  })
  async splitCluster(
    @Arg('input', () => SplitClusterInput, { description: 'What is asked for.' }) input: SplitClusterInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ClusterPayload> {
    const { id: from, name, description = null, keywordIds: ids } = input;
    const site = await siteOfItem(documents, Cluster, from);
    return { cluster: await makeCluster(engine, site, { name, description }, { ids, from }) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, { description: 'Keeps clusters out of every run, or lets them in again.' })
  async updateClusters(
    @Arg('input', () => UpdateClustersInput, { description: 'What is asked for.' })
    input: UpdateClustersInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    const { disabled } = input;
    return setMany(engine, { account, site }, wantedOf(input, clusterFilterOf), Cluster, { disabled });
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Deletes clusters that have no ideas; their keywords wait for another.',
  })
  async deleteClusters(
    @Arg('input', () => DeleteClustersInput, { description: 'What is asked for.' })
    input: DeleteClustersInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const site = await documents.of(Site).require(input.siteId);
    return deleteClusters(engine, site, wantedOf(input, clusterFilterOf));
  }
}
