import {
  ArrayMaxSize,
  ArrayUnique,
  IsOptional,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import {
  AiKind,
  type AiProvider,
  AiSettings,
  aiKindType,
  aiProviderType,
} from '../../../schema/ai-settings.ts';

@InputType({ description: "A provider's key." })
export class AiKeyInput {
  @Field(() => aiProviderType, { description: 'Whose key it is.' })
  provider!: AiProvider;

  @Field(() => String, { description: 'The key: it is stored encrypted, and never shown again.' })
  @Length(1, 500)
  // Of a header, which it becomes.
  @Matches(/^[\x21-\x7e]+$/, { message: 'must consist of letters, digits and signs, without spaces' })
  key!: string;
}

@InputType({ description: "Changes to an account's AI settings; fields left out stay as they are." })
export class UpdateAiSettingsInput {
  @Field(() => [AiKeyInput], { nullable: true, description: 'Keys to set; those of other providers stay.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @ArrayUnique(({ provider }: AiKeyInput) => provider)
  @ValidateNested({ each: true })
  keys?: AiKeyInput[];

  @Field(() => String, {
    nullable: true,
    description:
      "Base URL to use instead of OpenAI's for the models of OPEN_AI, such as https://models.example.com/v1; null: OpenAI itself. Changing it removes the key of OPEN_AI, unless a new one is given with it.",
  })
  @IsOptional()
  @MaxLength(500)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  baseUrl?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Text models such as "openai:gpt-6-sol", in order: each is tried while those before it are down.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @Length(1, 200, { each: true })
  @Matches(/^[^,\s][^,]*$/, { each: true, message: 'must each name one model' })
  textModels?: string[];

  @Field(() => [String], { nullable: true, description: 'Image models, likewise.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @Length(1, 200, { each: true })
  @Matches(/^[^,\s][^,]*$/, { each: true, message: 'must each name one model' })
  imageModels?: string[];

  @Field(() => Float, {
    nullable: true,
    description: 'US dollars that all calls of a month (UTC) may cost; null: no limit.',
  })
  @IsOptional()
  @Min(0)
  @Max(10_000_000)
  usdPerMonth?: number | null;
}

@InputType({ description: "Which provider's key." })
export class RemoveAiKeyInput {
  @Field(() => aiProviderType, { description: 'The provider.' })
  provider!: AiProvider;
}

@InputType({ description: 'What to test.' })
export class TestProviderInput {
  @Field(() => aiKindType, {
    description:
      'Whether to test text or images: for images, only the key and the model are checked, and nothing is made.',
    defaultValue: AiKind.Text,
  })
  kind!: AiKind;

  @Field(() => String, {
    nullable: true,
    description: 'A model, such as "openai:gpt-6-sol"; if left out, the first of those that are set.',
  })
  @IsOptional()
  @Length(1, 200)
  @Matches(/^[^,\s][^,]*$/, { message: 'must name one model' })
  model?: string | null;

  @Field(() => String, {
    description:
      'A key that you choose, new for each try: the same key again makes no other call, and returns the first result.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@ObjectType({ description: 'The outcome.' })
export class AiSettingsPayload {
  @Field(() => AiSettings, { description: 'The settings as they are now.' })
  aiSettings!: AiSettings;
}

@ObjectType({ description: 'The outcome of one tiny call.' })
export class TestProviderPayload {
  @Field(() => String, { description: 'The provider that was called; offline if no key is set.' })
  provider!: string;

  @Field(() => String, { description: 'The model that was called.' })
  model!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong and what to do, in a sentence; null if it answers.',
  })
  problem!: string | null;

  @Field(() => Int, { description: 'Milliseconds until the answer.' })
  latencyMs!: number;

  @Field(() => Float, { description: 'What the call has cost, in US dollars.' })
  costUsd!: number;
}
