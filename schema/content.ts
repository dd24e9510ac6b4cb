import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import type { Document, ObjectId } from 'mongodb';
import { Field, Int, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';
import { MadeWith } from './made-with.ts';
import { PipelineItem } from './pipeline-item.ts';
import { ReviewEntry, ReviewStep } from './review-step.ts';

export enum ContentStatus {
  Draft = 'draft',
  Review = 'review',
  Published = 'published',
}

export const contentStatusType = enumType(ContentStatus, 'ContentStatus', 'How far a draft has come.', {
  Draft: 'It is being made: its images are not planned, or not all ready.',
  Review: 'It is complete, and is waiting for a person.',
  Published: 'A person has published it.',
});

/** How a draft's images stand. `planned` turns true when stage 5 has made its prompts, and stays. */
@ObjectType({ description: "The state of a draft's images." })
export class ImageCounts {
  @Field(() => Boolean, { description: 'True once its image prompts have been made.' })
  planned!: boolean;

  @Field(() => Int, { description: 'Images in total.' })
  total!: number;

  @Field(() => Int, { description: 'Images not yet generated.' })
  pending!: number;

  @Field(() => Int, { description: 'Images that failed.' })
  failed!: number;
}

/** A publication under way: nobody else begins one, and nobody edits the draft, until it ends or is overdue. */
export interface Publishing {
  token: ObjectId;
  until: Date;
}

/** An article draft. It waits for a person once the one rule below lets it. */
@ObjectType('Content', {
  description: 'An article draft. It waits for a person once all its images are generated or dropped.',
})
@Entity({ collection: 'contents' })
export class Content extends PipelineItem {
  @Property({ type: 'ObjectId' })
  task!: ObjectId;

  @Property({ type: 'ObjectId' })
  cluster!: ObjectId;

  @Field(() => String, { description: 'Its title.' })
  @Property({ type: 'string' })
  title!: string;

  /** What the title says, whatever its form: equal for articles and ideas that say the same. Null: none yet. */
  @Property({ type: 'string', nullable: true })
  titleKey: string | null = null;

  /** Lower-case letters, digits and hyphens; unique in its site. */
  @Field(() => String, { description: 'Lowercase letters, digits and hyphens; unique in its site.' })
  @Property({ type: 'string' })
  slug!: string;

  /** Sanitised; begins below the title, at H2. Links to other articles of the site: see article-links.ts. */
  @Field(() => String, {
    description:
      'Sanitised; begins below the title, at H2. A link to article:ID points at the article of that task; publishing turns it into an address, or into plain text if that article is not published.',
  })
  @Property({ type: 'text' })
  html!: string;

  @Field(() => String, { description: 'A few sentences for lists.' })
  @Property({ type: 'string' })
  excerpt!: string;

  /** At most 60 characters. */
  @Field(() => String, { description: 'At most 60 characters.' })
  @Property({ type: 'string' })
  metaTitle!: string;

  /** At most 155 characters. */
  @Field(() => String, { description: 'At most 155 characters.' })
  @Property({ type: 'string' })
  metaDescription!: string;

  @Field(() => Int, { description: 'Words in it.' })
  @Property({ type: 'integer' })
  wordCount = 0;

  @Field(() => [String], { description: 'Phrases that it targets, the main one first.' })
  @Property({ type: 'array' })
  keywords: string[] = [];

  /** True when the offline provider wrote it. */
  @Field(() => Boolean, { description: 'True when the offline provider wrote it: sample text.' })
  @Property({ type: 'boolean' })
  sample = false;

  /** Null: a person made it, or it is older than this field. */
  @Field(() => MadeWith, {
    nullable: true,
    description: 'What it was written with; null if not known.',
  })
  @Property({ type: 'json', nullable: true })
  madeWith: MadeWith | null = null;

  @Field(() => contentStatusType, { description: 'Whether it waits for review or is published.' })
  @Enum({ items: () => ContentStatus, type: 'string' })
  status: ContentStatus = ContentStatus.Draft;

  @Field(() => ImageCounts, { name: 'imageCounts', description: 'The state of its images.' })
  @Property({ type: 'json' })
  images: ImageCounts = { planned: false, total: 0, pending: 0, failed: 0 };

  /** Gone as soon as the draft is edited: it was another text that was approved. */
  @Field(() => ReviewStep, {
    nullable: true,
    description: 'Who approved it as it is; null if nobody has. An edit cancels the approval.',
  })
  @Property({ type: 'json', nullable: true })
  approved: ReviewStep | null = null;

  /** Keeps the draft from review until it has been edited. */
  @Field(() => ReviewStep, {
    nullable: true,
    description: 'Who sent it back, and why; null unless it is waiting for that edit.',
  })
  @Property({ type: 'json', nullable: true })
  sentBack: ReviewStep | null = null;

  @Field(() => ReviewStep, {
    nullable: true,
    description: 'Who published it last; null if nobody has.',
  })
  @Property({ type: 'json', nullable: true })
  published: ReviewStep | null = null;

  /**
   * Slugs under which it may be where it is published, or what leads to it from where it was. Another article that is
   * published under one takes it from here.
   */
  @Property({ type: 'array' })
  publishedAs: string[] = [];

  /** The latest last. Missing on drafts that are older than this field. */
  @Property({ type: 'json' })
  history?: ReviewEntry[] = [];

  @Property({ type: 'json', nullable: true })
  publishing: Publishing | null = null;
}

/** A change of a draft's images: how far each count moves. */
export type ImageCountChange = Partial<Record<'total' | 'pending' | 'failed', number>> & { planned?: true };

/**
 * The one rule, as an update: a draft is ready for review when its images are planned and each of them is generated
 * or dropped, and it does not wait for the edit for which a person sent it back. Whoever adds, finishes, fails,
 * retries or drops an image applies it to the image's Content in the same transaction; since every such change
 * writes the Content, two last images conflict instead of missing each other.
 */
export function imagesChanged(change: ImageCountChange): Document[] {
  const moved = (field: 'total' | 'pending' | 'failed') => ({
    $add: [`$images.${field}`, change[field] ?? 0],
  });
  return [
    {
      $set: {
        images: {
          planned: change.planned ?? '$images.planned',
          total: moved('total'),
          pending: moved('pending'),
          failed: moved('failed'),
        },
        updatedAt: '$$NOW',
      },
    },
    {
      $set: {
        status: {
          $cond: [
            {
              $and: [
                { $eq: ['$status', ContentStatus.Draft] },
                '$images.planned',
                { $eq: ['$images.pending', 0] },
                { $eq: ['$images.failed', 0] },
                { $eq: [{ $ifNull: ['$sentBack', null] }, null] },
              ],
            },
            ContentStatus.Review,
            '$status',
          ],
        },
      },
    },
  ];
}
