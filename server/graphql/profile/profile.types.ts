import { IsEmail, IsOptional, Length, MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { User } from '../../../schema/user.ts';
import { passwordLength } from '../../auth/passwords.ts';

@InputType({ description: 'Changes to the caller; everything else stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'Their name.' })
  @IsOptional()
  @Length(1, 200)
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their address, unique among all users: they sign in with it.',
  })
  @IsOptional()
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Their password, required for a new address; not needed if there is none, or within an hour of signing in with a link.',
  })
  @IsOptional()
  @MaxLength(passwordLength.most)
  currentPassword?: string | null;
}

@ObjectType({ description: 'The outcome.' })
export class ProfilePayload {
  @Field(() => User, { description: 'The person as they are now.' })
  user!: User;
}

@InputType({ description: 'A new password.' })
export class ChangePasswordInput {
  @Field(() => String, {
    nullable: true,
    description: 'The current one; not needed if there is none, or within an hour of signing in with a link.',
  })
  @IsOptional()
  @MaxLength(passwordLength.most)
  currentPassword?: string | null;

  @Field(() => String, { description: 'The new one, of at least 15 characters; several words work well.' })
  @Length(passwordLength.least, passwordLength.most)
  newPassword!: string;
}

@ObjectType({ description: 'Whose password it is. All their other sessions have ended.' })
export class ChangePasswordPayload {
  @Field(() => User, { description: 'The person.' })
  user!: User;
}
