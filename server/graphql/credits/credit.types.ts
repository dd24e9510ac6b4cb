import { IsOptional, IsPositive, Length, MaxLength } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Account } from '../../../schema/account.ts';
import { CreditEntry, type EntryKind, entryKindType } from '../../../schema/credit-entry.ts';
import { Credits, ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';

export const CreditEntryConnection = connectionOf(CreditEntry, 'CreditEntry');

@InputType({ description: 'Which ledger entries; every condition given must hold.' })
export class CreditEntryFilter {
  @Field(() => entryKindType, { nullable: true, description: 'Only those that record this.' })
  kind?: EntryKind;

  @Field(() => [entryKindType], {
    nullable: true,
    description:
      'Only those that record one of these. TOP_UP and SETTLEMENT add up to the balance; CHARGE says what the settlements consist of.',
  })
  kinds?: EntryKind[];

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only those that concern this site.' })
  siteId?: ObjectId;

  @Field(() => ObjectIdScalar, { nullable: true, description: 'Only those that concern this run.' })
  runId?: ObjectId;

  @Field(() => String, { nullable: true, description: 'Only those that concern the stage with this key.' })
  @IsOptional()
  @MaxLength(100)
  stage?: string;
}

@InputType({ description: 'Credits to add.' })
export class AddCreditsInput {
  @Field(() => Credits, { description: 'How many, above 0.' })
  @IsPositive()
  amount!: number;

  @Field(() => String, {
    description: 'A key that you choose, new for each time: the same key again adds nothing.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@ObjectType({ description: 'The outcome.' })
export class AddCreditsPayload {
  @Field(() => Account, { description: 'The account as it is now.' })
  account!: Account;

  @Field(() => CreditEntry, { description: 'The ledger entry that records it.' })
  entry!: CreditEntry;
}
