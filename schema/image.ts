import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import type { ObjectId } from 'mongodb';
import { PipelineItem } from './pipeline-item.ts';

export enum ImageStatus {
  Pending = 'pending',
  Generated = 'generated',
}

export enum ImageKind {
  Featured = 'featured',
  InArticle = 'in_article',
}

/** A picture of a draft. While pending it is its prompt. */
@Entity({ collection: 'images' })
export class Image extends PipelineItem {
  @Property({ type: 'ObjectId' })
  content!: ObjectId;

  @Enum({ items: () => ImageKind, type: 'string' })
  kind!: ImageKind;

  /** 0 is the featured image; n stands below the n-th H2. */
  @Property({ type: 'integer' })
  position = 0;

  @Property({ type: 'string' })
  prompt!: string;

  @Property({ type: 'string' })
  alt!: string;

  @Enum({ items: () => ImageStatus, type: 'string' })
  status: ImageStatus = ImageStatus.Pending;

  @Property({ type: 'string', nullable: true })
  url: string | null = null;

  /** The picture's key in the media store. */
  @Property({ type: 'string', nullable: true })
  mediaKey: string | null = null;

  /** Pixels. */
  @Property({ type: 'integer', nullable: true })
  width: number | null = null;

  /** Pixels. */
  @Property({ type: 'integer', nullable: true })
  height: number | null = null;

  /** A media type, such as `image/png`. */
  @Property({ type: 'string', nullable: true })
  mediaType: string | null = null;

  @Property({ type: 'string', nullable: true })
  model: string | null = null;
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
