import type { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

/** What a person decided about a draft. It is kept as it was, also when the person is gone. */
@ObjectType({ description: 'What a person decided about a draft, and when.' })
export class ReviewStep {
  @Field(() => ObjectIdScalar, { name: 'userId', description: 'Who decided.' })
  user!: ObjectId;

  @Field(() => String, { description: 'How they were called then.' })
  name!: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why, where it was said.' })
  reason!: string | null;
}

export enum Decision {
  Approved = 'approved',
  SentBack = 'sent_back',
  Published = 'published',
}

const decisionType = enumType(Decision, 'Decision', 'What a person decided about a draft.', {
  Approved: 'It is good as it is.',
  SentBack: 'It has to be mended first.',
  Published: 'It was published.',
});

/** A line of a draft's history. It stays, also when an edit has made it void. */
@ObjectType({ description: "A line of a draft's history. It stays, also when an edit has made it void." })
export class ReviewEntry extends ReviewStep {
  @Field(() => decisionType, { description: 'What was decided.' })
  decision!: Decision;
}
