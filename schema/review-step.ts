import type { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { ObjectIdScalar } from './scalars.ts';

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
