import { Max, Min } from 'class-validator';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Activity } from '../../../schema/activity.ts';
import { connectionOf } from '../connection.ts';

export const ActivityConnection = connectionOf(Activity, 'Activity');

/** Which lines of a log file: files only grow at their ends, so a place in them stays what it is. */
@ArgsType()
export class LineArgs {
  @Field(() => Int, { defaultValue: 200, description: 'At most this many lines, 1 to 1,000.' })
  @Min(1)
  @Max(1_000)
  first!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Skips this many lines first.' })
  @Min(0)
  @Max(10_000_000)
  offset!: number;
}

@ObjectType({ description: "A log file of a run. What it is made from is the run's history." })
export class RunLogFile {
  @Field(() => String, { description: 'Its name: automation_run.log, stage_1.log and so on.' })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Number of the stage that it covers; null for the whole run's.",
  })
  stageNumber!: number | null;

  @Field(() => Int, { description: 'How many lines it has; 0 if the run has not reached that stage.' })
  totalLines!: number;

  @Field(() => String, { description: 'Where it can be downloaded, below the address of this server.' })
  path!: string;

  /** All of them: what is shown is a page. */
  allLines!: readonly string[];
}
