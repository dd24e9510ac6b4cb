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

@InputType({ description: "What shall change of an account's AI settings; what is absent stays." })
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
      'Where the models of OPEN_AI are asked instead, such as https://models.example.com/v1; null: at OpenAI. With another address the key of OPEN_AI is removed, unless a new one is given along.',
  })
  @IsOptional()
  @MaxLength(500)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  baseUrl?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Text models such as "openai:gpt-5", the first one first, the others while those before are down.',
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
    description: 'US dollars that all calls of a month (UTC) may cost; null: as many as they do.',
  })
  @IsOptional()
  @Min(0)
  @Max(10_000_000)
  usdPerMonth?: number | null;
}

@InputType({ description: 'Whose key.' })
export class RemoveAiKeyInput {
  @Field(() => aiProviderType, { description: 'The provider.' })
  provider!: AiProvider;
}

@InputType({ description: 'What is to be tried.' })
export class TestProviderInput {
  @Field(() => aiKindType, {
    description:
      'Whether who writes is tried, or who paints: of that one key and model are looked at, and nothing is painted.',
    defaultValue: AiKind.Text,
  })
  kind!: AiKind;

  @Field(() => String, {
    nullable: true,
    description: 'A model, such as "openai:gpt-5"; absent: the first of those that are set.',
  })
  @IsOptional()
  @Length(1, 200)
  @Matches(/^[^,\s][^,]*$/, { message: 'must name one model' })
  model?: string | null;

  @Field(() => String, {
    description:
      'A key of your own making, new for each try: the same again makes no other call, and returns what came of the first.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of it.' })
export class AiSettingsPayload {
  @Field(() => AiSettings, { description: 'The settings as they are now.' })
  aiSettings!: AiSettings;
}

@ObjectType({ description: 'What came of one tiny call.' })
export class TestProviderPayload {
  @Field(() => String, { description: 'Who was asked; offline where no key is set.' })
  provider!: string;

  @Field(() => String, { description: 'The model that was asked.' })
  model!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong and what to do, in a sentence; null where it answers.',
  })
  problem!: string | null;

  @Field(() => Int, { description: 'Milliseconds until the answer.' })
  latencyMs!: number;

  @Field(() => Float, { description: 'What the call has cost, in US dollars.' })
  costUsd!: number;
}
