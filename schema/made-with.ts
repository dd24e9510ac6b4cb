import { Field, ObjectType } from './api.ts';

/** What a thing was made with, so that good and bad ones can be told by it. */
@ObjectType({ description: 'What an item was made with.' })
export class MadeWith {
  @Field(() => String, { description: 'Version of the prompt.' })
  promptVersion!: string;

  @Field(() => String, { description: 'The provider.' })
  provider!: string;

  @Field(() => String, { description: 'The model that answered.' })
  model!: string;
}
