import { IsOptional, MaxLength } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { ArgsType, Field } from 'type-graphql';
import { AiCall } from '../../../schema/ai-call.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf, PageArgs } from '../connection.ts';

export const AiCallConnection = connectionOf(AiCall, 'AiCall');

@ArgsType()
export class AiCallArgs extends PageArgs {
  @Field(() => ObjectIdScalar, { description: 'Which run.' })
  runId!: ObjectId;

  @Field(() => String, { nullable: true, description: 'Only of the stage with this key.' })
  @IsOptional()
  @MaxLength(100)
  stage?: string | null;

  @Field(() => String, { nullable: true, description: 'Only of this model.' })
  @IsOptional()
  @MaxLength(200)
  model?: string | null;
}
