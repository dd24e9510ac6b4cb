import { Field, ObjectType } from 'type-graphql';
import { Credits } from '../../../schema/scalars.ts';

@ObjectType({ description: 'What a draft costs, including what led to it.' })
export class ContentCredits {
  @Field(() => Credits, {
    description: 'Grouping all keywords of its cluster; 0 if a person made the cluster.',
  })
  cluster!: number;

  @Field(() => Credits, {
    description: 'Generating all ideas of its cluster; 0 if a person added its idea.',
  })
  ideas!: number;

  @Field(() => Credits, { description: 'Its text; 0 if a person wrote it.' })
  draft!: number;

  @Field(() => Credits, { description: 'The prompts of its images.' })
  imagePrompts!: number;

  @Field(() => Credits, { description: 'The images that are ready.' })
  images!: number;
}
