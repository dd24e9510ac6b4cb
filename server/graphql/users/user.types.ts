import { IsEmail, Length, MaxLength } from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, ObjectType } from 'type-graphql';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { type Role, roleType, User } from '../../../schema/user.ts';
import { connectionOf } from '../connection.ts';
import { sortInput } from '../sort.ts';

export const UserConnection = connectionOf(User, 'User');

export const [UserSort, userSortOf] = sortInput('User', {
  CREATED: ['_id', 'When they joined the account.'],
  EMAIL: ['email', 'Their address.'],
});

@InputType({ description: 'A person to add to the account.' })
export class InviteUserInput {
  @Field(() => String, { description: 'Their address, unique among all users: they sign in with it.' })
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;

  @Field(() => String, { description: 'Their name.' })
  @Length(1, 200)
  name!: string;

  @Field(() => roleType, { description: 'What they may do.' })
  role!: Role;
}

@ObjectType({ description: 'A user, and a link that signs them in, once, within 15 minutes.' })
export class SignInLinkPayload {
  @Field(() => User, { description: 'The user it signs in.' })
  user!: User;

  @Field(() => String, { description: 'The link, which is shown only this once: give it only to them.' })
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

@ObjectType({ description: 'The outcome.' })
export class UserPayload {
  @Field(() => User, { description: 'The user as they are now, or last were.' })
  user!: User;
}
