import { ArrayMaxSize, ArrayMinSize, Length } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
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
  'What came of a publication.',
  {
    Published: 'It is published.',
    AlreadyPublished: 'It was before, by another request.',
    Refused: 'The draft is not in review.',
    Failed: 'It did not succeed, and the draft stays in review.',
  },
);

@InputType({ description: 'Which drafts.' })
export class ContentsInput {
  @Field(() => [ObjectIdScalar], { description: 'Their ids, at most 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  ids!: ObjectId[];
}

@InputType({ description: 'Which drafts are sent back, and why.' })
export class SendBackContentInput extends ContentsInput {
  @Field(() => String, { description: 'What shall be mended.' })
  @Length(1, 2_000)
  reason!: string;
}

@InputType({ description: 'Which drafts are published.' })
export class PublishContentInput extends ContentsInput {
  @Field(() => String, {
    description: 'A key of your own making, new for each time: the same again publishes nothing more.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@ObjectType({ description: 'What a decision about drafts came to.' })
export class ReviewPayload extends BulkChange {
  @Field(() => [Content], { description: 'The drafts that were named, as they are now.' })
  contents!: Content[];
}

@ObjectType({ description: 'What came of one draft.' })
export class PublishResult implements Omit<Published, 'id'> {
  @Field(() => ObjectIdScalar, { description: 'Its id.' })
  id!: ObjectId;

  @Field(() => outcomeType, { description: 'What came of it.' })
  outcome!: Published['outcome'];

  @Field(() => String, {
    nullable: true,
    description: 'A code of the error catalogue; null where it is done.',
  })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Why not, as a sentence; null where it is done.' })
  message!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was left alone, for who has its name before them: the end of a sentence. Null where it is done, or has failed.',
  })
  why!: string | null;

  @Field(() => Content, { nullable: true, description: 'The draft as it is now; null where there is none.' })
  content!: Content | null;
}

@ObjectType({ description: 'What came of it, draft by draft.' })
export class PublishPayload {
  @Field(() => [PublishResult], { description: 'One for each draft that was named, in their order.' })
  results!: PublishResult[];
}
