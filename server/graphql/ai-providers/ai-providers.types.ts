import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A model that answers calls of AI.' })
export class AiModel {
  @Field(() => String, { description: 'Whose it is, such as openai; offline where answers are samples.' })
  provider!: string;

  @Field(() => String, { description: "The model's name, as its provider has it." })
  model!: string;
}

@ObjectType({ description: "By whom the account's calls of AI are answered." })
export class AiProviders {
  @Field(() => [AiModel], {
    description: 'Who writes. The next is asked when the one before it is down.',
  })
  text!: AiModel[];

  @Field(() => [AiModel], { description: 'Who paints, likewise.' })
  image!: AiModel[];

  @Field(() => String, {
    nullable: true,
    description: 'Where answers are samples, a sentence that says so and why; null where none are.',
  })
  sample!: string | null;
}
