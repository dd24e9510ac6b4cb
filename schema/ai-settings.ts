import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, Float, GraphQLISODateTime, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';
import type { SealedSecret } from './sealed-secret.ts';

/** Whose key it is. */
export enum AiProvider {
  OpenAi = 'openai',
  Anthropic = 'anthropic',
  Google = 'google',
  Runware = 'runware',
}

export const aiProviderType = enumType(AiProvider, 'AiProvider', 'Who offers AI models.', {
  OpenAi: 'OpenAI, or an OpenAI-compatible server at the base URL.',
  Anthropic: 'Anthropic.',
  Google: 'Google.',
  Runware: 'Runware, for images.',
});

/** What a model does. */
export enum AiKind {
  Text = 'text',
  Image = 'image',
}

export const aiKindType = enumType(AiKind, 'AiKind', 'What an AI model does.', {
  Text: 'It writes text.',
  Image: 'It makes images.',
});

/** What is known of a key; the key itself is shown to nobody. */
@ObjectType({ description: "What is known of a provider's key. The key itself is never shown." })
export class AiKey {
  @Field(() => aiProviderType, { description: 'Whose key it is.' })
  provider!: AiProvider;

  @Field(() => String, { description: 'Its last four characters.' })
  lastFour!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was set.' })
  setAt!: Date;

  @Field(() => String, { description: 'Name of the person who set it.' })
  setBy!: string;
}

/** As it is stored. */
export type StoredAiKey = Omit<AiKey, 'provider'> & { sealed: SealedSecret };

/** By whom an account's AI calls are answered, and what they may cost: one of an account. */
@ObjectType('AiSettings', {
  description: "Which models answer an account's AI calls, and what these may cost.",
})
@Entity({ collection: 'ai_settings' })
export class AiSettings {
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  /** Raised by every change, so that whoever remembers them knows when to read them again. */
  @Property({ type: 'integer' })
  version = 0;

  /** By provider. */
  @Property({ type: 'json' })
  keys: Partial<Record<AiProvider, StoredAiKey>> = {};

  @Field(() => String, {
    nullable: true,
    description: "Base URL to use instead of OpenAI's for the models of OPEN_AI; null: OpenAI itself.",
  })
  @Property({ type: 'string', nullable: true })
  baseUrl: string | null = null;

  @Field(() => [String], {
    description: 'Text models in order: each is tried while those before it are down; none: the default.',
  })
  @Property({ type: 'array' })
  textModels: string[] = [];

  @Field(() => [String], { description: 'Image models, likewise.' })
  @Property({ type: 'array' })
  imageModels: string[] = [];

  @Field(() => Float, {
    nullable: true,
    description: 'US dollars that all calls of a month (UTC) may cost; null: no limit.',
  })
  @Property({ type: 'double', nullable: true })
  usdPerMonth: number | null = null;
}
