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
    description:
      'Creates a cluster and puts keywords into it. NAME_TAKEN if the site already has one of that name.',
  })
  async createCluster(
    @Arg('input', () => CreateClusterInput, { description: 'The input.' }) input: CreateClusterInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ClusterPayload> {
    const { siteId, name, description = null, keywordIds: ids } = input;
    const site = await documents.of(Site).require(siteId);
    return { cluster: await makeCluster(engine, site, { name, description }, { ids }) };
  }

  @Authorized<Right>('write')
  @Mutation(() => ClusterPayload, { description: 'Changes the given fields of a cluster, such as its name.' })
  async updateCluster(
    @Arg('input', () => UpdateClusterInput, { description: 'The input.' }) {
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
      'Moves everything that clusters hold, and everything made from them, into another cluster, and deletes them.',
  })
  async mergeClusters(
    @Arg('input', () => MergeClustersInput, { description: 'The input.' }) {
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
      'Splits some keywords of a cluster off into a new one. Returns the new one, which waits for ideas.',
  })
  async splitCluster(
    @Arg('input', () => SplitClusterInput, { description: 'The input.' }) input: SplitClusterInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ClusterPayload> {
    const { id: from, name, description = null, keywordIds: ids } = input;
    const site = await siteOfItem(documents, Cluster, from);
    return { cluster: await makeCluster(engine, site, { name, description }, { ids, from }) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, { description: 'Excludes clusters from every run, or includes them again.' })
  async updateClusters(
    @Arg('input', () => UpdateClustersInput, { description: 'The input.' })
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
    @Arg('input', () => DeleteClustersInput, { description: 'The input.' })
    input: DeleteClustersInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const site = await documents.of(Site).require(input.siteId);
    return deleteClusters(engine, site, wantedOf(input, clusterFilterOf));
  }
}
