import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A model that answers AI calls.' })
export class AiModel {
  @Field(() => String, { description: 'Its provider, such as openai; offline if answers are samples.' })
  provider!: string;

  @Field(() => String, { description: "The model's name, as its provider has it." })
  model!: string;
}

@ObjectType({ description: "Which models answer the account's AI calls." })
export class AiProviders {
  @Field(() => [AiModel], {
    description: 'The text models. The next is tried when the one before it is down.',
  })
  text!: AiModel[];

  @Field(() => [AiModel], { description: 'The image models, likewise.' })
  image!: AiModel[];

  @Field(() => String, {
    nullable: true,
    description:
      "If answers are samples, a sentence that says so and why, and one on their language if that is not the site's; else null.",
  })
  sample!: string | null;
}
