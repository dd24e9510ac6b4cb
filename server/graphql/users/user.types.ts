import { IsEmail, Length, MaxLength } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { type Role, roleType, User } from '../../../schema/user.ts';
import { connectionOf } from '../connection.ts';
import { sortInput } from '../sort.ts';

export const UserConnection = connectionOf(User, 'User');

export const [UserSort, userSortOf] = sortInput('User', {
  CREATED: ['_id', 'Since when they belong to the account.'],
  EMAIL: ['email', 'Their address.'],
});

@InputType({ description: 'A person who shall belong to the account.' })
export class InviteUserInput {
  @Field(() => String, { description: 'Their address, which nobody else may have: by it they sign in.' })
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;

  @Field(() => String, { description: 'How they are called.' })
  @Length(1, 200)
  name!: string;

  @Field(() => roleType, { description: 'What they may do.' })
  role!: Role;
}

@ObjectType({ description: 'A user, and a link that signs them in, once, within 15 minutes.' })
export class SignInLinkPayload {
  @Field(() => User, { description: 'Whom it signs in.' })
  user!: User;

  @Field(() => String, { description: 'The link, which is shown only now: hand it to them alone.' })
  link!: string;
}

@InputType({ description: 'Which user.' })
export class UserInput {
  @Field(() => ObjectIdScalar, { description: 'Their id.' })
  id!: ObjectId;
}

@InputType({ description: 'What a user may do from now on.' })
export class ChangeRoleInput extends UserInput {
  @Field(() => roleType, { description: 'What they may do.' })
  role!: Role;
}

@ObjectType({ description: 'What came of it.' })
export class UserPayload {
  @Field(() => User, { description: 'The user as they are now, or were last.' })
  user!: User;
}
