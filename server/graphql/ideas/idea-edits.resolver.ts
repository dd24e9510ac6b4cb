import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { Cluster } from '../../../schema/cluster.ts';
import { Idea } from '../../../schema/idea.ts';
import { BulkChange } from '../../../schema/left-out.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { setMany } from '../../editing/change-many.ts';
import { changeIdea, deleteIdeas, makeIdea } from '../../editing/ideas.ts';
import { ideaRefusal } from '../../editing/refusals.ts';
import type { Context } from '../context.ts';
import { given } from '../given.ts';
import { wantedOf } from '../item.types.ts';
import { ideaFilterOf } from './idea.types.ts';
import {
  CreateIdeaInput,
  DeleteIdeasInput,
  IdeaPayload,
  UpdateIdeaInput,
  UpdateIdeasInput,
} from './idea-edits.types.ts';

@Resolver(() => Idea)
export class IdeaEditsResolver {
  @Authorized<Right>('write')
  @Mutation(() => IdeaPayload, { description: 'Adds an idea to a cluster; it is queued by the next run.' })
  async createIdea(
    @Arg('input', () => CreateIdeaInput, { description: 'The input.' }) {
      clusterId,
      title,
      brief,
      ...more
    }: CreateIdeaInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<IdeaPayload> {
    const cluster = await documents.of(Cluster).require(clusterId);
    const site = await documents.of(Site).require(cluster.site);
    return { idea: await makeIdea(engine, site, cluster, { title, brief, ...given(more) }) };
  }

  @Authorized<Right>('write')
  @Mutation(() => IdeaPayload, {
    description: 'Changes the given fields of an idea. EDIT_REFUSED once it has a task.',
  })
  async updateIdea(
    @Arg('input', () => UpdateIdeaInput, { description: 'The input.' }) { id, ...fields }: UpdateIdeaInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<IdeaPayload> {
    const idea = await documents.of(Idea).require(id);
    const site = await documents.of(Site).require(idea.site);
    return { idea: await changeIdea(engine, site, id, given(fields)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Sets a word target for many ideas, or excludes them from runs.',
  })
  async updateIdeas(
    @Arg('input', () => UpdateIdeasInput, { description: 'The input.' }) input: UpdateIdeasInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    const { disabled, wordTarget } = input;
    const values = given({ disabled, wordTarget });
    return setMany(engine, { account, site }, wantedOf(input, ideaFilterOf), Idea, values, ideaRefusal);
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, { description: 'Deletes ideas that have no task.' })
  async deleteIdeas(
    @Arg('input', () => DeleteIdeasInput, { description: 'The input.' }) input: DeleteIdeasInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const site = await documents.of(Site).require(input.siteId);
    return deleteIdeas(engine, site, wantedOf(input, ideaFilterOf));
  }
}
