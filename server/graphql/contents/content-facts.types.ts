import { Field, ObjectType } from 'type-graphql';
import { Credits } from '../../../schema/scalars.ts';

@ObjectType({ description: 'What a draft costs, and what it came of has cost.' })
export class ContentCredits {
  @Field(() => Credits, {
    description: 'To sort the keywords of its cluster, all of them; nothing where a person made it.',
  })
  cluster!: number;

  @Field(() => Credits, {
    description: 'To think up the ideas of its cluster, all of them; nothing where a person had its own.',
  })
  ideas!: number;

  @Field(() => Credits, { description: 'Its text; nothing where a person wrote it.' })
  draft!: number;

  @Field(() => Credits, { description: 'The prompts of its images.' })
  imagePrompts!: number;

  @Field(() => Credits, { description: 'The pictures that are there.' })
  images!: number;
}
