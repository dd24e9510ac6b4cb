import { ArrayMaxSize, IsOptional } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, InputType, ObjectType } from 'type-graphql';
import {
  AutomationRun,
  type RunStatus,
  type RunTrigger,
  runStatusType,
  runTriggerType,
} from '../../../schema/automation-run.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';

export const RunConnection = connectionOf(AutomationRun, 'Run');

@InputType({ description: 'Which runs; every condition given must hold.' })
export class RunFilter {
  @Field(() => [runStatusType], { nullable: true, description: 'Only those with this status.' })
  @IsOptional()
  @ArrayMaxSize(5)
  status?: RunStatus[];

  @Field(() => runTriggerType, { nullable: true, description: 'Only those started this way.' })
  trigger?: RunTrigger;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Only those started then or later.' })
  startedFrom?: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Only those started before.' })
  startedBefore?: Date;
}

/** The database's filter for these runs of a site. */
export function runFilter(site: ObjectId, filter: RunFilter | undefined): object {
  const { status, trigger, startedFrom, startedBefore } = filter ?? {};
  return {
    site,
    ...(status && { status: { $in: status } }),
    ...(trigger && { trigger }),
    ...((startedFrom || startedBefore) && {
      startedAt: { ...(startedFrom && { $gte: startedFrom }), ...(startedBefore && { $lt: startedBefore }) },
    }),
  };
}

@InputType({ description: 'Which run.' })
export class RunInput {
  @Field(() => ObjectIdScalar, { description: 'Its id.' })
  runId!: ObjectId;
}

@ObjectType({ description: 'The outcome.' })
export class RunPayload {
  @Field(() => AutomationRun, { description: 'The run as it is now.' })
  run!: AutomationRun;
}
