import type { ObjectId } from 'mongodb';
import { Field, InputType } from 'type-graphql';
import { Image, type ImageStatus, imageStatusType } from '../../../schema/image.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';
import { given } from '../given.ts';
import { ItemFilterFields } from '../item.types.ts';
import { itemFilter } from '../item-filter.ts';
import { sortInput } from '../sort.ts';

export const ImageConnection = connectionOf(Image, 'Image');

@InputType({ description: 'Which images; every condition given must hold.' })
export class ImageFilter extends ItemFilterFields {
  @Field(() => imageStatusType, { nullable: true, description: 'Whether the image is ready.' })
  status?: ImageStatus;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only those of this draft.' })
  contentId?: ObjectId;
}

export function imageFilterOf(site: ObjectId, filter: ImageFilter): object {
  const { contentId, ...common } = given(filter);
  return itemFilter(site, common, 'alt', { content: contentId });
}

export const [ImageSort, imageSortOf] = sortInput('Image', { CREATED: ['_id', 'When its prompt was made.'] });
