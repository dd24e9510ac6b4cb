import { Length } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Activity } from '../../../schema/activity.ts';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';

export const RunConnection = connectionOf(AutomationRun, 'Run');
export const ActivityConnection = connectionOf(Activity, 'Activity');

@InputType({ description: 'From which stage to which; both are gone through.' })
export class StageRangeInput {
  @Field(() => String, {
    nullable: true,
    description: 'Key of the first stage; the first of all where not given.',
  })
  from?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the last stage; the last of all where not given.',
  })
  to?: string;
}

@InputType({ description: 'A run to be started.' })
export class StartRunInput {
  @Field(() => ObjectIdScalar, { description: 'Over which site.' })
  siteId!: ObjectId;

  @Field(() => StageRangeInput, { nullable: true, description: 'Through which stages; all where not given.' })
  stages?: StageRangeInput;

  @Field(() => String, {
    description: 'A key of your own making, new for each run: the same again starts no other.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@InputType({ description: 'Which run.' })
export class RunInput {
  @Field(() => ObjectIdScalar, { description: 'Its id.' })
  runId!: ObjectId;
}

@ObjectType({ description: 'What came of it.' })
export class RunPayload {
  @Field(() => AutomationRun, { description: 'The run as it is now.' })
  run!: AutomationRun;
}
