import { Length } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Account } from '../../../schema/account.ts';
import { ApiKey } from '../../../schema/api-key.ts';
import { enumType } from '../../../schema/enum-type.ts';
import { User } from '../../../schema/user.ts';
import { passwordLength } from '../../auth/passwords.ts';
import type { Right } from '../../auth/rights.ts';

const rightType = enumType(
  {
    Read: 'read',
    Write: 'write',
    Run: 'run',
    Review: 'review',
    Delete: 'delete',
    Manage: 'manage',
    Self: 'self',
  } satisfies Record<Capitalize<Right>, Right>,
  'Right',
  'What an operation needs.',
  {
    Read: 'Sees what there is.',
    Write: 'Imports and edits.',
    Run: 'Starts and controls runs, which spends credits.',
    Review: 'Approves and publishes. No program may.',
    Delete: 'Deletes whole sites for good. No program may.',
    Manage: 'Manages users, API keys, AI settings and credits. No program may.',
    Self: "A person's own name, address, password and session.",
  },
);

@ObjectType({ description: 'The caller.' })
export class Me {
  @Field(() => Account, { description: 'The account they belong to.' })
  account!: Account;

  @Field(() => User, { nullable: true, description: 'The person; null for a program.' })
  user!: User | null;

  @Field(() => ApiKey, { nullable: true, description: "The program's key; null for a person." })
  apiKey!: ApiKey | null;

  @Field(() => [rightType], { description: 'What they may do.' })
  rights!: Right[];
}

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'Their address.' })
  @Length(1, 254)
  email!: string;

  @Field(() => String, { description: 'Their password.' })
  @Length(1, passwordLength.most)
  password!: string;
}

@ObjectType({ description: 'Who has signed in. The session itself is a cookie.' })
export class SignInPayload {
  @Field(() => User, { description: 'The person.' })
  user!: User;
}

@ObjectType({ description: 'Nobody is signed in any more.' })
export class SignOutPayload {
  @Field(() => Boolean, { description: 'True.' })
  signedOut!: boolean;
}
