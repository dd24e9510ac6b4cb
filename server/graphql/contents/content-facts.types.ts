import { Field, ObjectType } from 'type-graphql';
import { Credits } from '../../../schema/scalars.ts';

@ObjectType({ description: 'What a draft costs.' })
export class ContentCredits {
  @Field(() => Credits, { description: 'Its text; nothing where a person wrote it.' })
  draft!: number;

  @Field(() => Credits, { description: 'The prompts of its images.' })
  imagePrompts!: number;

  @Field(() => Credits, { description: 'The pictures that are there.' })
  images!: number;
}
