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
  @Mutation(() => ImagePayload, { description: 'Changes the description of an image, not the image itself.' })
  async updateImage(
    @Arg('input', () => UpdateImageInput, { description: 'The input.' }) { id, ...fields }: UpdateImageInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ImagePayload> {
    await documents.of(Image).require(id);
    return { image: await describeImage(engine, id, given(fields)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => ImagePayload, {
    description:
      'Has the next run regenerate an image, from the same prompt or another. Its draft leaves review until the image is ready. EDIT_REFUSED once the draft is published.',
  })
  async replaceImage(
    @Arg('input', () => ReplaceImageInput, { description: 'The input.' }) {
      id,
      ...fields
    }: ReplaceImageInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ImagePayload> {
    await documents.of(Image).require(id);
    return { image: await replaceImage(engine, id, given(fields)) };
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, { description: 'Excludes images from every run, or includes them again.' })
  async updateImages(
    @Arg('input', () => UpdateImagesInput, { description: 'The input.' }) input: UpdateImagesInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    return ableImages(engine, { account, site }, wantedOf(input, imageFilterOf), input.disabled);
  }

  @Authorized<Right>('write')
  @Mutation(() => BulkChange, {
    description: 'Drops images. A draft that was waiting for nothing else moves to review.',
  })
  async dropImages(
    @Arg('input', () => DropImagesInput, { description: 'The input.' }) input: DropImagesInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<BulkChange> {
    const { account, _id: site } = await documents.of(Site).require(input.siteId);
    return dropImages(engine, { account, site }, wantedOf(input, imageFilterOf));
  }
}
