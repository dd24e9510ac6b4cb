import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { Image } from '../../../schema/image.ts';
import { BulkChange } from '../../../schema/left-out.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { ableImages, describeImage, dropImages, replaceImage } from '../../editing/images.ts';
import type { Context } from '../context.ts';
import { given } from '../given.ts';
import { wantedOf } from '../item.types.ts';
import { imageFilterOf } from './image.types.ts';
import {
  DropImagesInput,
  ImagePayload,
  ReplaceImageInput,
  UpdateImageInput,
  UpdateImagesInput,
} from './image-edits.types.ts';

@Resolver(() => Image)
export class ImageEditsResolver {
  @Authorized<Right>('write')
  @Mutation(() => ImagePayload, { description: 'Changes what is said of an image, not the picture.' })
  async updateImage(
    @Arg('input', () => UpdateImageInput, { description: 'What is asked for.' }) {
      id,
      ...fields
    }: UpdateImageInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ImagePayload> {
    await documents.of(Image).require(id);
    return { image: await describeImage(engine, id, given(fields)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => ImagePayload, {
    description:
      'Has the next run make a picture anew, by another prompt or the same. Its draft leaves review until it is there. EDIT_REFUSED once the draft is published.',
  })
  async replaceImage(
    @Arg('input', () => ReplaceImageInput, { description: 'What is asked for.' }) {
      id,
      ...fields
    }: ReplaceImageInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ImagePayload> {
    await documents.of(Image).require(id);
    return { image: await replaceImage(engine, id, given(fields)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, { description: 'Keeps images out of every run, or lets them in again.' })
  async updateImages(
    @Arg('input', () => UpdateImagesInput, { description: 'What is asked for.' }) input: UpdateImagesInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    return ableImages(engine, { account, site }, wantedOf(input, imageFilterOf), input.disabled);
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Drops images. A draft that waited for nothing else comes to review by that.',
  })
  async dropImages(
    @Arg('input', () => DropImagesInput, { description: 'What is asked for.' }) input: DropImagesInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    return dropImages(engine, { account, site }, wantedOf(input, imageFilterOf));
  }
}
