import { ArrayMaxSize, ArrayMinSize, IsOptional, Length } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, InputType, ObjectType } from 'type-graphql';
import { Content } from '../../../schema/content.ts';
import { enumType } from '../../../schema/enum-type.ts';
import { BulkChange } from '../../../schema/left-out.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import type { Published } from '../../review/publish.ts';

const outcomeType = enumType(
  {
    Published: 'published',
    AlreadyPublished: 'already_published',
    Refused: 'refused',
    Failed: 'failed',
  } satisfies Record<string, Published['outcome']>,
  'PublishOutcome',
  'The outcome of a publication.',
  {
    Published: 'It is published.',
    AlreadyPublished: 'It was already published, by another request.',
    Refused: 'The draft is not in review, or was changed after it was read.',
    Failed: 'It did not succeed, and the draft stays in review.',
  },
);

@InputType({ description: 'Which drafts.' })
abstract class NamedContents {
  @Field(() => [ObjectIdScalar], { description: 'Their ids, at most 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  ids!: ObjectId[];
}

@InputType({ description: 'The version of a draft that was read.' })
export class SeenContentInput {
  @Field(() => ObjectIdScalar, { description: 'Its id.' })
  id!: ObjectId;

  @Field(() => GraphQLISODateTime, {
    description: 'Its `updatedAt`, as returned with the version that was read.',
  })
  updatedAt!: Date;
}

@InputType({ description: 'Which drafts.' })
export class ContentsInput extends NamedContents {
  @Field(() => [SeenContentInput], {
    nullable: true,
    description:
      'The versions that were read: a draft that was changed after that is left unchanged. Drafts that are not listed are taken as they are now.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  seen?: SeenContentInput[] | null;
}

@InputType({ description: 'Which drafts are sent back, and why.' })
export class SendBackContentInput extends NamedContents {
  @Field(() => String, { description: 'What needs fixing.' })
  @Length(1, 2_000)
  reason!: string;
}

@InputType({ description: 'Which drafts are published.' })
export class PublishContentInput extends ContentsInput {
  @Field(() => String, {
    description: 'A key that you choose, new for each time: the same key again publishes nothing more.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@ObjectType({ description: 'The outcome of a decision about drafts.' })
export class ReviewPayload extends BulkChange {
  @Field(() => [Content], { description: 'The drafts that were named, as they are now.' })
  contents!: Content[];
}

@ObjectType({ description: 'The outcome for one draft.' })
export class PublishResult implements Omit<Published, 'id'> {
  @Field(() => ObjectIdScalar, { description: 'Its id.' })
  id!: ObjectId;

  @Field(() => outcomeType, { description: 'The outcome.' })
  outcome!: Published['outcome'];

  @Field(() => String, {
    nullable: true,
    description: 'A code of the error catalogue; null if it is published.',
  })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Why not, as a sentence; null if it is published.' })
  message!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was skipped, as the end of a sentence that begins with its name. Null if it is published, or has failed.',
  })
  why!: string | null;

  @Field(() => Content, { nullable: true, description: 'The draft as it is now; null if there is none.' })
  content!: Content | null;
}

@ObjectType({ description: 'The outcome, draft by draft.' })
export class PublishPayload {
  @Field(() => [PublishResult], { description: 'One for each draft named, in the same order.' })
  results!: PublishResult[];
}
