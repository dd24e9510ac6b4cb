import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Length } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { ApiKey, type Scope, scopeType } from '../../../schema/api-key.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';

export const ApiKeyConnection = connectionOf(ApiKey, 'ApiKey');

@InputType({ description: 'A new API key for a program.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for.' })
  @Length(1, 200)
  name!: string;

  @Field(() => [scopeType], { description: 'What it may do. RUN and WRITE also allow reading.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  scopes!: Scope[];
}

@ObjectType({ description: 'A new key.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKey, { description: 'What is kept of it.' })
  apiKey!: ApiKey;

  @Field(() => String, {
    description:
      'The key itself, for "Authorization: Bearer …". It is shown only this once, and is not stored.',
  })
  key!: string;
}

@InputType({ description: 'Which key.' })
export class ApiKeyInput {
  @Field(() => ObjectIdScalar, { description: 'Its id.' })
  id!: ObjectId;
}

@ObjectType({ description: 'The outcome.' })
export class ApiKeyPayload {
  @Field(() => ApiKey, { description: 'The key as it is now.' })
  apiKey!: ApiKey;
}
