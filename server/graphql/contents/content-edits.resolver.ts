import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { Content } from '../../../schema/content.ts';
import { BulkChange } from '../../../schema/left-out.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { setMany } from '../../editing/change-many.ts';
import { deleteContents, editContent } from '../../editing/contents.ts';
import { contentRefusal } from '../../editing/refusals.ts';
import type { Context } from '../context.ts';
import { given } from '../given.ts';
import { wantedOf } from '../item.types.ts';
import { siteOfItem } from '../site-of.ts';
import { contentFilterOf } from './content.types.ts';
import {
  ContentPayload,
  DeleteContentsInput,
  UpdateContentInput,
  UpdateContentsInput,
} from './content-edits.types.ts';

@Resolver(() => Content)
export class ContentEditsResolver {
  @Authorized<Right>('write')
  @Mutation(() => ContentPayload, {
    description:
      'Changes what is given of a draft. An approval is void by that, and one that was sent back counts as mended: it is in review again, unless images are missing. EDIT_REFUSED once it is published, NAME_TAKEN where its site has the slug already.',
  })
  async updateContent(
    @Arg('input', () => UpdateContentInput, { description: 'What is asked for.' }) {
      id,
      ...fields
    }: UpdateContentInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ContentPayload> {
    const site = await siteOfItem(documents, Content, id);
    return { content: await editContent(engine, site, id, given(fields)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, { description: 'Keeps drafts out of every run, or lets them in again.' })
  async updateContents(
    @Arg('input', () => UpdateContentsInput, { description: 'What is asked for.' })
    input: UpdateContentsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    const { disabled } = input;
    const refusal = (content: Content) => contentRefusal(content, engine.now());
    const wanted = wantedOf(input, contentFilterOf);
    return setMany(engine, { account, site }, wanted, Content, { disabled }, refusal);
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Deletes drafts with their images. What is published stays, until it is sent back.',
  })
  async deleteContents(
    @Arg('input', () => DeleteContentsInput, { description: 'What is asked for.' })
    input: DeleteContentsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const site = await documents.of(Site).require(input.siteId);
    return deleteContents(engine, site, wantedOf(input, contentFilterOf));
  }
}
