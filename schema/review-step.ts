import type { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

/** What a person decided about a draft. It is kept as it was, also when the person is gone. */
@ObjectType({ description: 'What a person decided about a draft, and when.' })
export class ReviewStep {
  @Field(() => ObjectIdScalar, { name: 'userId', description: 'Who decided.' })
  user!: ObjectId;

  @Field(() => String, { description: 'Their name at the time.' })
  name!: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why, if they said.' })
  reason!: string | null;
}

export enum Decision {
  Approved = 'approved',
  SentBack = 'sent_back',
  Published = 'published',
}

const decisionType = enumType(Decision, 'Decision', 'What a person decided about a draft.', {
  Approved: 'It is good as it is.',
  SentBack: 'It needs fixing first.',
  Published: 'It was published.',
});

/** A line of a draft's history. It stays, also when an edit has made it void. */
@ObjectType({
  description: "A line of a draft's history. It stays even after an edit has cancelled the decision.",
})
export class ReviewEntry extends ReviewStep {
  @Field(() => decisionType, { description: 'What was decided.' })
  decision!: Decision;
}
