import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import type { ObjectId } from 'mongodb';
import { Field, Int, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';
import { MadeWith } from './made-with.ts';
import { PipelineItem } from './pipeline-item.ts';

export enum ImageStatus {
  Pending = 'pending',
  Generated = 'generated',
}

export const imageStatusType = enumType(ImageStatus, 'ImageStatus', 'Whether the image is ready.', {
  Pending: 'Only its prompt exists so far.',
  Generated: 'The image is ready.',
});

export enum ImageKind {
  Featured = 'featured',
  InArticle = 'in_article',
}

const kindType = enumType(ImageKind, 'ImageKind', 'Where in an article an image is.', {
  Featured: 'At the head of the article.',
  InArticle: 'Below one of its headings.',
});

/** A picture of a draft. While pending it is its prompt. */
@ObjectType('Image', { description: 'An image of a draft. While pending, it is only its prompt.' })
@Entity({ collection: 'images' })
export class Image extends PipelineItem {
  @Property({ type: 'ObjectId' })
  content!: ObjectId;

  @Field(() => kindType, { description: 'Where in the article it is.' })
  @Enum({ items: () => ImageKind, type: 'string' })
  kind!: ImageKind;

  /** 0 is the featured image; n stands below the n-th H2. */
  @Field(() => Int, { description: '0 is the featured image; n is below the n-th H2.' })
  @Property({ type: 'integer' })
  position = 0;

  @Field(() => String, { description: 'The prompt it is made from.' })
  @Property({ type: 'string' })
  prompt!: string;

  @Field(() => String, { description: 'What it shows, for people who cannot see it.' })
  @Property({ type: 'string' })
  alt!: string;

  @Field(() => imageStatusType, { description: 'Whether the image is ready.' })
  @Enum({ items: () => ImageStatus, type: 'string' })
  status: ImageStatus = ImageStatus.Pending;

  @Field(() => String, { nullable: true, description: "The image's address, once it is ready." })
  @Property({ type: 'string', nullable: true })
  url: string | null = null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its address as JPEG or, if it has transparency, as PNG, for clients that do not accept WebP.',
  })
  @Property({ type: 'string', nullable: true })
  fallbackUrl: string | null = null;

  /** The picture's key in the media store. */
  @Property({ type: 'string', nullable: true })
  mediaKey: string | null = null;

  /** The fallback's key there; null for a picture stored before there were any, which is PNG, JPEG or WebP itself. */
  @Property({ type: 'string', nullable: true })
  fallbackKey: string | null = null;

  /** Pixels. */
  @Field(() => Int, { nullable: true, description: 'Pixels.' })
  @Property({ type: 'integer', nullable: true })
  width: number | null = null;

  /** Pixels. */
  @Field(() => Int, { nullable: true, description: 'Pixels.' })
  @Property({ type: 'integer', nullable: true })
  height: number | null = null;

  /** A media type, such as `image/webp`. */
  @Field(() => String, { nullable: true, description: 'Such as image/webp.' })
  @Property({ type: 'string', nullable: true })
  mediaType: string | null = null;

  @Field(() => String, { nullable: true, description: 'The model that made it.' })
  @Property({ type: 'string', nullable: true })
  model: string | null = null;

  /** Null: a person made it, or it is older than this field. */
  @Field(() => MadeWith, {
    nullable: true,
    description: 'What its prompt was written with; null if a person wrote it.',
  })
  @Property({ type: 'json', nullable: true })
  madeWith: MadeWith | null = null;

  /** Null while there is no picture, or it is older than this field. */
  @Field(() => MadeWith, {
    nullable: true,
    description: 'What the image was made with; null while it is pending.',
  })
  @Property({ type: 'json', nullable: true })
  paintedWith: MadeWith | null = null;

  /** The prompt itself stays as its author wrote it. */
  @Field(() => String, {
    nullable: true,
    description: 'The rephrased prompt that the image was made from, if its own was refused; else null.',
  })
  @Property({ type: 'string', nullable: true })
  rewrittenPrompt: string | null = null;

  @Field(() => MadeWith, { nullable: true, description: 'What the rephrased prompt was written with.' })
  @Property({ type: 'json', nullable: true })
  rewrittenWith: MadeWith | null = null;
}

/** Key of the stage that makes the pictures: what fails there is a failed image of its draft. */
export const pictureStage = 'generate-images';

/** As what its draft counts it besides `total`; undefined when it is done. */
export function countedAs({
  status,
  failure,
}: Pick<Image, 'status' | 'failure'>): 'pending' | 'failed' | undefined {
  if (status === ImageStatus.Generated) return undefined;
  return failure?.stage === pictureStage ? 'failed' : 'pending';
}
